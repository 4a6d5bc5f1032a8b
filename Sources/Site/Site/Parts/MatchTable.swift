import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Matches in a table: who, at which vacancy, from when.
struct MatchTable {
    let matches: [Match]
    var vacancyFirst = false

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let heads = vacancyFirst ? [t("Vacancy"), t("Volunteer")] : [t("Volunteer"), t("Vacancy")]
        return visit.table(
            matches, t("Matches"), id: { "m\($0.id.number)" },
            [
                .theirs(heads[0]) { "\(vacancyFirst ? $0.vacancyTitle : $0.volunteerName)" },
                .theirs(heads[1]) { "\(vacancyFirst ? $0.volunteerName : $0.vacancyTitle)" },
                .init(t("Period")) { "\(visit.period($0))" }, .init(t("State")) { "\(visit.word($0.state))" },
                .actions(t("Actions")) {
                    "<a class=\"btn small plain\" href=\"\(visit.link("/beheer/reacties/\($0.application)"))\" aria-describedby=\"m\($0.id.number)\">\(t("Details"))</a>"
                },
            ])
    }
}
