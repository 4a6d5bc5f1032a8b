import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Responses in a table: who, to which vacancy, when.
struct ApplicationTable {
    let applications: [Application]
    var vacancyFirst = false
    var list: ListAddress?

    func html(_ visit: Visit) -> HTML {
        visit.table(applications, visit.t("Responses"), id: { "r\($0.id.number)" }, list: list, columns(visit))
    }

    func file(_ visit: Visit) -> Reply { visit.file(visit.t("responses"), applications, columns(visit)) }

    private func columns(_ visit: Visit) -> [Column<Application>?] {
        let t = visit.t
        typealias Key = ApplicationQueries.Key
        let vacancy = Column<Application>.theirs(t("Vacancy"), by: Key.vacancy) { $0.vacancyTitle }
        let person = Column<Application>.name(t("Name"), by: Key.name) { $0.name }
        return [
            vacancyFirst ? vacancy : person, vacancyFirst ? person : vacancy,
            .init(t("State"), by: Key.state, text: { visit.word($0) }) {
                "\(visit.badge($0)) \(visit.badge($0.kind))"
            },
            .init(t("When"), by: Key.when, text: { visit.day($0.createdAt) }) { visit.when($0.createdAt) },
            .file(t("E-mail address")) { $0.email }, .file(t("Telephone")) { $0.phone },
            .actions(t("Actions")) {
                "<a class=\"btn small plain\" href=\"\(visit.link("/beheer/reacties/\($0.id)"))\" aria-describedby=\"r\($0.id.number)\">\(t("Details"))</a>"
            },
        ]
    }
}
