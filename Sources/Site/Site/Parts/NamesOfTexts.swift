import Localisation
import SiteKit
import VolunteerCentre

extension Visit {
    func title(of page: InformationPage) -> String {
        switch page {
        case .questions: t("Frequently asked questions")
        case .manual: t("Manual for organisations")
        case .privacy: t("Privacy")
        case .accessibility: t("Accessibility")
        }
    }

    func name(of language: Language) -> String {
        switch language {
        case .nl, .nlBE: t("Dutch")
        case .en: t("English")
        case .fr: t("French")
        }
    }
}
