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
        let vacancy = Column<Match>.theirs(t("Vacancy")) { "\($0.vacancyTitle)" }
        let person = Column<Match>.name(t("Volunteer")) { "\($0.volunteerName)" }
        return visit.table(
            matches, t("Matches"), id: { "m\($0.id.number)" },
            [
                vacancyFirst ? vacancy : person, vacancyFirst ? person : vacancy,
                .init(t("Period")) { "\(visit.period($0))" }, .init(t("State")) { "\(visit.word($0.state))" },
                .actions(t("Actions")) {
                    "<a class=\"btn small plain\" href=\"\(visit.link("/beheer/reacties/\($0.application)"))\" aria-describedby=\"m\($0.id.number)\">\(t("Details"))</a>"
                },
            ])
    }
}
