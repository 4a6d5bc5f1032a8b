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
    /// On the page of one vacancy its title is known, and there is room for how to reach somebody and what she wrote.
    var isOfOneVacancy = false
    var list: ListAddress?

    func html(_ visit: Visit) -> HTML {
        visit.table(applications, visit.t("Responses"), id: { "r\($0.id.number)" }, list: list, columns(visit))
    }

    private func reachable(_ t: Localiser) -> Column<Application> {
        .name(t("Name")) { one in
            """
            \(one.name)\(optional: one.phone.isEmpty ? nil : WebAddress.telephone(one.phone), { "<br><a href=\"\($0)\">\(one.phone)</a>" })\
            \(optional: one.email.isEmpty ? nil : WebAddress.mail(one.email), { "<br><a href=\"\($0)\">\(one.email)</a>" })
            """
        }
    }

    /// As much as a row holds, up to a whole word.
    private static func beginning(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > 140 else { return line }
        let cut = line.prefix(140)
        return "\(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)])…"
    }

    func file(_ visit: Visit) -> Reply { visit.file(visit.t("responses"), applications, columns(visit)) }

    private func columns(_ visit: Visit) -> [Column<Application>?] {
        let t = visit.t
        typealias Key = ApplicationQueries.Key
        let vacancy = Column<Application>.theirs(t("Vacancy"), by: Key.vacancy) { $0.vacancyTitle }
        let person = Column<Application>.name(t("Name"), by: Key.name) { $0.name }
        return [
            vacancyFirst ? vacancy : isOfOneVacancy ? reachable(t) : person,
            isOfOneVacancy ? nil : vacancyFirst ? person : vacancy,
            isOfOneVacancy ? .init(t("Message")) { "<span dir=\"auto\">\(Self.beginning($0.message))</span>" } : nil,
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
