import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Vacancies in a table with their state, for an organisation or for the whole centre.
struct VacancyTable {
    let vacancies: [VacancyQueries.Listed]
    let base: String
    let showsOrganisation: Bool
    var list: ListAddress?

    func html(_ visit: Visit) -> HTML {
        visit.table(vacancies, visit.t("Vacancies"), id: { "v\($0.id.number)" }, list: list, columns(visit))
    }

    func file(_ visit: Visit) -> Reply { visit.file(visit.t("vacancies"), vacancies, columns(visit)) }

    /// A draft of one's own opens where one left off.
    private func opening(_ vacancy: VacancyQueries.Listed) -> String {
        vacancy.isDraft && !showsOrganisation ? "\(base)/\(vacancy.id)/bewerken" : "\(base)/\(vacancy.id)"
    }

    /// Who places the same work twice a month begins here.
    private func copy(_ vacancy: VacancyQueries.Listed, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.action("\(base)/\(vacancy.id)/kopie"))" data-once><input type="hidden" name="zegel" value="\(visit.newSeal())">\
        <button class="btn small plain" aria-describedby="v\(vacancy.id.number)">\(visit.t("Copy"))</button></form>
        """
    }

    private func columns(_ visit: Visit) -> [Column<VacancyQueries.Listed>?] {
        let t = visit.t
        typealias Key = VacancyQueries.Key
        return [
            .init(t("Title"), by: Key.title, text: \.title) {
                visit.theirLink(opening($0), $0.title.isEmpty ? t("Without a title") : $0.title)
            },
            showsOrganisation ? .theirs(t("Organisation"), by: Key.organisation) { $0.organisation } : nil,
            .init(
                t("State"), by: Key.state,
                text: { visit.word($0.state, returned: $0.returned, isFull: $0.isFull) }
            ) {
                "\(visit.badge($0.state, returned: $0.returned, isFull: $0.isFull)) \(visit.badge($0.pending))"
            },
            .init(t("Up to and including"), by: Key.until, text: { $0.shownUntil?.iso ?? "" }) {
                "\($0.shownUntil.map { t.date($0) } ?? "–")"
            },
            vacancies.contains { !$0.contactPerson.isEmpty }
                ? .theirs(t("Who looks after it")) { $0.contactPerson.isEmpty ? t("Everybody") : $0.contactPerson }
                : nil,
            .text(t("Responses"), by: Key.applications) { String($0.applications) },
            .file(t("Changed on")) { visit.day($0.updatedAt) },
            .actions(t("Actions")) {
                "<a class=\"btn small plain\" href=\"\(visit.link("\(base)/\($0.id)"))\" aria-describedby=\"v\($0.id.number)\">\(t("Profile"))</a>\(if: !showsOrganisation && !$0.isDraft, copy($0, visit))"
            },
        ]
    }
}
