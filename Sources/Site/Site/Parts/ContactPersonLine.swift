import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

extension Visit {
    /// For who responded: whom she talks with.
    func line(_ contact: ContactPerson?, of organisation: String) -> HTML {
        guard let contact, !contact.name.isEmpty else { return .empty }
        return """
            <p>\(icon("person-circle")) \(t("Your contact at {organisation}:", ["organisation": organisation])) <strong dir="auto">\(contact.name)</strong>\(if: !contact.position.isEmpty, ", <span dir=\"auto\">\(contact.position)</span>")</p>
            """
    }

    /// What happened to who looks after a vacancy, for its timeline.
    func steps(_ changes: [ContactChange]) -> [TimelineStep] {
        changes.map { change in
            let who =
                change.to.isEmpty
                ? t("Everybody answers from now on") : t("{name} looks after it from now on", ["name": change.to])
            let why: String? =
                switch change.cause {
                case .chosen: nil
                case .handedOver where change.from.isEmpty: nil
                case .handedOver: t("instead of {name}", ["name": change.from])
                case .left where change.from.isEmpty: t("because a colleague left")
                case .left: t("because {name} left", ["name": change.from])
                }
            return TimelineStep(at: change.at, words: why.map { "\(who), \($0)" } ?? who, author: change.author)
        }
    }
}
