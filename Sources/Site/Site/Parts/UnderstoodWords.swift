import Localisation
import SiteKit
import VolunteerCentre

extension Visit {
    /// What was understood of a sentence, as a chip says it.
    func name(of wish: Understood.Wish) -> String {
        switch wish {
        case .place(let place):
            t(
                "{distance} km around {place}",
                ["distance": String(VacancyQuestion.standardDistance), "place": place.name])
        case .week(let days, let dayparts):
            [labels(.day, days), labels(.daypart, dayparts)].filter { !$0.isEmpty }.joined(separator: ", ")
        case .age(let age): t("{age} years old", ["age": String(age)])
        case .group(let count): t("Together with {count}", ["count": String(count)])
        case .fromHome: t("From home")
        case .month(let last): t("Begins in {month} or before", ["month": t.month(last)])
        case .once: labels(.engagement, ["eenmalig", "af-en-toe"])
        case .answer(let list, let slugs): labels(list, slugs)
        case .noDutch: label(.languageLevel, "geen")
        case .littleDutch: labels(.languageLevel, ["geen", "basis"])
        }
    }
}
