import Localisation
import SiteKit
import VolunteerCentre

enum LegalForm {
    static let all = dutch + belgian + rest
    private static let dutch = ["stichting", "vereniging"]
    private static let belgian = ["vzw", "feitelijke-vereniging"]
    private static let rest = ["overheid", "onderwijs", "bewonersgroep", "anders"]

    /// First what most organisations of the centre's country are; those of the other country come last but one.
    static func options(_ visit: Visit) -> [(value: String, label: String)] {
        let (own, others) = visit.centre.country == "BE" ? (belgian, dutch) : (dutch, belgian)
        return (own + rest.dropLast() + others + rest.suffix(1)).map { ($0, label($0, visit.t)) }
    }

    static func label(_ slug: String, _ t: Localiser) -> String {
        switch slug {
        case "stichting": t("Foundation")
        case "vereniging": t("Association")
        case "vzw": t("Non-profit association (vzw)")
        case "feitelijke-vereniging": t("Unincorporated association")
        case "overheid": t("Municipality or public body")
        case "onderwijs": t("School")
        case "bewonersgroep": t("Group of residents")
        case "anders": t("Something else")
        default: slug
        }
    }
}

enum MunicipalityOptions {
    /// A centre's municipalities, and a place for those from outside.
    static func of(_ visit: Visit) -> [(value: String, label: String)] {
        visit.centre.municipalities.map { ($0, $0) } + [(elsewhere, visit.t("Another municipality"))]
    }

    static let elsewhere = "elders"

    /// What people read where it says in which municipality something is.
    static func name(_ municipality: String, _ t: Localiser) -> String {
        municipality == elsewhere ? t("Another municipality") : municipality
    }

    static func values(_ visit: Visit) -> [String] { visit.centre.municipalities + [elsewhere] }
}
