import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// *Activiteit* of the centre: what happened, newest first. Who responded is between her and the organisation.
struct CentreActivityPage {
    let kind: CentreActivity.Kind?
    let entries: Paged<CentreActivity.Entry>

    private static let path = "/centrum/activiteit"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let tabs: [(CentreActivity.Kind?, String)] = [
            (nil, t("All")), (.organisation, t("Organisations")), (.vacancy, t("Vacancies")),
            (.application, t("Responses")), (.match, t("Matches")),
        ]
        return AreaLayout.centre(t("Activity"), visit, current: Self.path).html(
            """
            <header class="page-head"><div><h1>\(t("Activity"))</h1><p class="lead">\(t("What happened here, newest first. Who responded stays between that person and the organisation."))</p></div></header>
            \(visit.tabs(t("Activity"), tabs.map { (address($0), $1) }, current: address(kind)))
            \(if: entries.elements.isEmpty, "<div class=\"empty\"><h2>\(t("Nothing happened yet"))</h2></div>", else: "<ul class=\"feed\">\(each: entries.elements, { item($0, visit) })</ul>")
            \(visit.pager(entries, path: Self.path, query: [("soort", kind?.rawValue ?? "")]))
            """)
    }

    private func address(_ kind: CentreActivity.Kind?) -> String {
        Query.address(Self.path, kind.map { [("soort", $0.rawValue)] } ?? [])
    }

    private func item(_ entry: CentreActivity.Entry, _ visit: Visit) -> HTML {
        let (icon, word) = words(entry, visit)
        let about: HTML =
            if let vacancy = entry.vacancy {
                visit.theirLink("/centrum/vacatures/\(vacancy)", entry.vacancyTitle)
            } else if let organisation = entry.organisation {
                visit.theirLink("/centrum/organisaties/\(organisation)", entry.organisationName)
            } else {
                // Deleted, merged or erased since: the step stays in the count, without a name.
                "<span class=\"muted\">\(visit.t("no longer there"))</span>"
            }
        return """
            <li>\(visit.icon(icon))<div><p><strong>\(word)</strong>: \(about)</p>\
            <p class="muted">\(visit.when(entry.at))\(if: entry.vacancy != nil, ", <span\(visit.theirs)>\(entry.organisationName)</span>")</p></div></li>
            """
    }

    private func words(_ entry: CentreActivity.Entry, _ visit: Visit) -> (icon: String, word: String) {
        let t = visit.t
        switch entry.kind {
        case .organisation:
            return ("building", entry.from == entry.to ? t("Question asked") : visit.organisationWord(entry.to))
        case .vacancy: return ("megaphone", visit.vacancyWord(entry.to))
        case .application:
            let word =
                switch VolunteerCentre.Application.State(rawValue: entry.to) {
                case .new, nil: t("New response")
                case .inConversation: t("Response answered")
                case .matched: t("Response became a match")
                case .declined: t("Response declined")
                case .withdrawn: t("Response withdrawn")
                }
            return ("envelope", word)
        case .match:
            let word =
                switch Match.State(rawValue: entry.to) {
                case .active, nil: t("New match")
                case .ended: t("Match ended")
                case .cancelled: t("Match taken back")
                }
            return ("heart", word)
        }
    }
}
