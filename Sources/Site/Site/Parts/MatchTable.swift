import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Matches in a table: who, at which vacancy, from when.
struct MatchTable {
    let matches: [Match]
    var vacancyFirst = false
    /// On the page of one vacancy its title is known.
    var isOfOneVacancy = false
    var list: ListAddress?

    func html(_ visit: Visit) -> HTML {
        visit.table(matches, visit.t("Matches"), id: { "m\($0.id.number)" }, list: list, columns(visit))
    }

    func file(_ visit: Visit) -> Reply { visit.file(visit.t("matches"), matches, columns(visit)) }

    private func columns(_ visit: Visit) -> [Column<Match>?] {
        let t = visit.t
        typealias Key = MatchQueries.Key
        let vacancy = Column<Match>.theirs(t("Vacancy"), by: Key.vacancy) { $0.vacancyTitle }
        let person = Column<Match>.name(t("Volunteer"), by: Key.name) { $0.volunteerName }
        return [
            vacancyFirst ? vacancy : person, isOfOneVacancy ? nil : vacancyFirst ? person : vacancy,
            .init(t("Period"), by: Key.begins) { "\(visit.period($0))" },
            .file(t("First day")) { $0.beginsOn.iso }, .file(t("Last day")) { $0.endsOn?.iso ?? "" },
            .text(t("State"), by: Key.state) { visit.word($0.state) },
            .actions(t("Actions")) {
                "<a class=\"btn small plain\" href=\"\(visit.link("/beheer/reacties/\($0.application)"))\" aria-describedby=\"m\($0.id.number)\">\(t("Details"))</a>"
            },
        ]
    }
}
