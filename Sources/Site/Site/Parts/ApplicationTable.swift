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

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let vacancy = Column<Application>.theirs(t("Vacancy")) { "\($0.vacancyTitle)" }
        let person = Column<Application>.name(t("Name")) { "\($0.name)" }
        return visit.table(
            applications, t("Responses"), id: { "r\($0.id.number)" },
            [
                vacancyFirst ? vacancy : person, vacancyFirst ? person : vacancy,
                .init(t("State")) { "\(visit.badge($0.state)) \(visit.badge($0.kind))" },
                .init(t("When")) { visit.when($0.createdAt) },
                .actions(t("Actions")) {
                    "<a class=\"btn small plain\" href=\"\(visit.link("/beheer/reacties/\($0.id)"))\" aria-describedby=\"r\($0.id.number)\">\(t("Details"))</a>"
                },
            ])
    }
}
