import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Dubbele profielen*: who may be here twice, anybody by name, and what became one in the last days.
struct DoublesPage {
    let pairs: Paged<ProbableDoubles.Pair>
    let words: String
    /// Found by these words, at most twenty.
    let found: [Volunteer]
    let merges: Paged<VolunteerMerge>

    static let path = "/centrum/dubbele-profielen"

    static func path(_ stays: ID<Volunteer>, _ goes: ID<Volunteer>) -> String { "\(path)/\(stays)/\(goes)" }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Double profiles"), visit, current: Self.path, scripts: ["once"]).html(
            """
            \(visit.notice(DoublesNotice.self) { $0.words(t) })
            <header class="page-head"><div><h1>\(t("Double profiles"))</h1>
            <p class="lead">\(t("Did somebody register twice? Put the two beside each other and make them one. You can take it back for {days} days.", ["days": String(VolunteerMerge.days)]))</p></div></header>
            \(visit.searchForm(Self.path, t("Name, e-mail address or telephone number"), words))
            \(words.isEmpty ? probable(visit) : results(visit))
            \(if: !merges.elements.isEmpty, recent(visit))
            """)
    }

    private func probable(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !pairs.elements.isEmpty else {
            return """
                <div class="empty"><h2>\(t("Nobody seems to be here twice"))</h2><p>\(t("Did you meet two profiles of one person? Search for her name above."))</p></div>
                """
        }
        return """
            <h2>\(t("These may be one person"))</h2>
            \(visit.table(
                pairs.elements, t("These may be one person"),
                [
                    .name(t("Profile")) { person($0.first, visit) },
                    .name(t("Second profile")) { person($0.second, visit) },
                    .init(t("Why")) { "\(each: $0.reasons, { "\(visit.word($0))<br>" })" },
                    .actions(t("What you can do")) { pair in
                        """
                        <a class="btn small" href="\(visit.link(DoublesPage.path(pair.first.id, pair.second.id)))">\(t("Compare"))<span class="visually-hidden"> \(pair.first.name), \(pair.second.name)</span></a>
                        <form method="post" action="\(visit.action(DoublesPage.path(pair.first.id, pair.second.id) + "/twee-mensen"))" data-once><button class="btn small plain">\(t("These are two people"))<span class="visually-hidden">: \(pair.first.name), \(pair.second.name)</span></button></form>
                        """
                    },
                ]))
            \(visit.pager(pairs, path: Self.path))
            """
    }

    private func person(_ volunteer: Volunteer, _ visit: Visit) -> HTML {
        """
        <strong>\(volunteer.name)</strong><br><span class="muted">\(volunteer.email)\
        \(if: !volunteer.phone.isEmpty, "<br>\(volunteer.phone)")\(if: !volunteer.place.isEmpty, "<br>\(volunteer.place)")</span>
        """
    }

    /// Two are ticked and put beside each other.
    private func results(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !found.isEmpty else { return visit.nothingFound }
        return """
            <form class="panel" action="\(visit.link(Self.path + "/vergelijken"))">
            <input type="hidden" name="q" value="\(words)">
            <fieldset class="field"><legend>\(t("Choose two profiles"))</legend><div class="options rows">\(each: found, { one in
                """
                <label class="option"><input type="checkbox" name="wie" value="\(one.id.description)"\(attribute: "checked", if: visit.query.all("wie").contains(one.id.description))><span dir="auto"><strong>\(one.name)</strong><br>\(one.email)\(if: !one.phone.isEmpty, ", \(one.phone)")\(if: !one.place.isEmpty, ", \(one.place)")</span></label>
                """
            })</div></fieldset>
            \(if: found.count == VolunteerQueries.mostNamed, "<p class=\"help\">\(t("These are the first {count}. Type more of the name to find others.", ["count": String(VolunteerQueries.mostNamed)]))</p>")
            <div class="actions"><button class="btn">\(t("Compare"))</button><a class="btn plain" href="\(visit.link(Self.path))">\(t("Back"))</a></div></form>
            <h2>\(t("Is a name or an address wrong?"))</h2>
            <ul class="plain">\(each: found, { "<li><span><a href=\"\(visit.link(CorrectVolunteerRoutes.path($0.id)))\" dir=\"auto\">\(t("Correct the data of {name}", ["name": $0.name]))</a> <span class=\"muted\">\($0.email)</span></span></li>" })</ul>
            """
    }

    private func recent(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <h2>\(t("Merged in the last {days} days", ["days": String(VolunteerMerge.days)]))</h2>
            \(visit.table(of: merges.elements))
            \(if: merges.pages > 1, "<p><a href=\"\(visit.link(MergedPage.path))\">\(t("All {count}", ["count": String(merges.total)]))</a></p>")
            """
    }
}

extension Visit {
    func word(_ reason: ProbableDoubles.Reason) -> String {
        switch reason {
        case .name: t("The same name")
        case .mailbox: t("The same mailbox")
        case .phone: t("The same telephone number")
        case .place: t("The same place")
        }
    }
}

/// What the pages about double profiles say after something was done.
enum DoublesNotice: String, Notice {
    case merged = "samengevoegd"
    case already = "al-een"
    case undone = "teruggenomen"
    case apart = "twee-mensen"
    case chooseTwo = "kies-er-twee"
    case gone = "weg"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .merged:
            .success(t("The two profiles are one now. Nobody got a mail about it: tell the volunteer yourself."))
        case .already: .info(t("These two profiles are one already."))
        case .undone: .success(t("They are two again, each with what was theirs."))
        case .apart: .success(t("Noted: these are two people. They are not proposed again."))
        case .chooseTwo: .warning(t("Choose two profiles: no more and no less."))
        case .gone: .info(t("This can no longer be undone, or somebody did so already."))
        }
    }
}

extension Address where Said == DoublesNotice {
    static let doubles = Address(DoublesPage.path)

    static func doubles(found words: String, _ chosen: [ID<Volunteer>]) -> Address {
        Address(Query.address(DoublesPage.path, [("q", words)] + chosen.prefix(20).map { ("wie", $0.description) }))
    }
}
