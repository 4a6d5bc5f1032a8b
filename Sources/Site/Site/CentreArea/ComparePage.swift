import Composition
import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Two profiles beside each other: what each has, and what the one that stays will have.
struct ComparePage {
    let preview: MergePreview
    /// Since when it is noted that these are two people.
    let apart: Instant?
    let form: FormFields

    /// The fields of the form; where the other's is chosen.
    static let names: [MergeChoice.Field: String] = [
        .email: "mail", .name: "naam", .phone: "telefoon", .place: "plaats", .about: "over", .answers: "antwoorden",
        .pool: "vindbaar",
    ]
    static let along = "mee"
    static let (first, other) = ("blijft", "ander")

    private var path: String { DoublesPage.path(preview.stays.volunteer.id, preview.goes.volunteer.id) }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (stays, goes) = (preview.stays.volunteer.id, preview.goes.volunteer.id)
        return AreaLayout.centre(t("Compare"), visit, current: DoublesPage.path, scripts: ["once"], form: form).html(
            """
            \(visit.crumbs(Crumb(t("Double profiles"), DoublesPage.path), here: t("Compare")))
            \(visit.notice(DoublesNotice.self) { $0.words(t) })
            <header class="page-head"><div><h1>\(t("Is this one person?"))</h1>
            <p class="lead">\(t("Choose what stays. Whatever you do not choose is kept aside for {days} days and then erased.", ["days": String(VolunteerMerge.days)]))</p></div></header>
            \(optional: apart, { visit.notice(.warning, "\(t("On {date} somebody noted that these are two people.", ["date": t.date(visit.centre.today($0))]))") })
            \(comparison(visit))
            <div class="actions"><a class="btn plain" href="\(visit.link(DoublesPage.path(goes, stays)))">\(visit.icon("repeat"))\(t("Keep the other profile instead"))</a>
            <form method="post" action="\(visit.action(path + "/twee-mensen"))" data-once><button class="btn plain">\(t("No, these are two people"))</button></form></div>
            <form class="panel measure" method="post" action="\(visit.action(path))" novalidate data-once>
            <input type="hidden" name="gezien" value="\(preview.seen)">
            <h2 id="\(Self.first)" tabindex="-1">\(t("What do we keep?"))</h2>
            \(each: preview.differing, { choice($0, visit) })
            \(if: preview.goes.favourites + preview.goes.searches > 0, form.options(Self.along, t("What comes along as well?"), collections(t), several: true))
            <h3>\(t("This always comes along"))</h3>
            <ul class="bullets">\(each: always(t), { "<li>\($0)</li>" })</ul>
            <p class="help">\(t("Of what organisations may see, a no stays a no. Of two rest periods the longer one stays."))</p>
            \(if: preview.stays.alias != nil && preview.goes.alias != nil, "<p class=\"help\">\(t("Both are in the candidate pool. Organisations know this person as {alias} from now on.", ["alias": preview.stays.alias ?? ""]))</p>")
            \(if: preview.differing.contains(.email), "<p>\(t("From then on this person logs in with the address that you choose, and not with the other one. Tell it yourself: we send no mail."))</p>")
            <div class="form-foot"><a class="btn plain" href="\(visit.link(DoublesPage.path))">\(t("Back"))</a><button class="btn">\(t("Make them one"))</button></div></form>
            """)
    }

    private func comparison(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            rows(visit), t("What each profile has"),
            [
                .init(t("What")) { "\($0.what)" },
                .name(t("This profile stays")) { "\(shown($0.stays, t))" },
                .name(t("This profile goes away")) { "\(shown($0.goes, t))" },
            ])
    }

    private struct Row {
        let what: String
        let stays: String
        let goes: String
    }

    private func rows(_ visit: Visit) -> [Row] {
        let t = visit.t
        func row(_ what: String, _ value: (MergePreview.Side) -> String) -> Row {
            Row(what: what, stays: value(preview.stays), goes: value(preview.goes))
        }
        let rows =
            MergeChoice.Field.allCases.map { field in row(word(field, t)) { value(field, $0, t) } } + [
                row(t("Registered on")) { t.date(visit.centre.today($0.volunteer.createdAt)) },
                row(t("Responses")) { "\($0.responses)" },
                row(t("Matches")) { "\($0.matches)" },
                row(t("Invitations")) { "\($0.invitations)" },
                row(t("Kept vacancies")) { "\($0.favourites)" },
                row(t("Kept searches")) { "\($0.searches)" },
                row(t("Organisations that looked or asked")) { "\($0.looked)" },
                row(t("Organisations that she does not want to hear of")) { "\($0.blocked)" },
            ]
        // What neither has is nothing to compare.
        return rows.filter { !["", "0"].contains($0.stays) || !["", "0"].contains($0.goes) }
    }

    private func shown(_ value: String, _ t: Localiser) -> String { value.isEmpty ? t("Nothing filled in") : value }

    private func choice(_ field: MergeChoice.Field, _ visit: Visit) -> HTML {
        let t = visit.t
        guard let name = Self.names[field] else { return .empty }
        let values = [(Self.first, preview.stays), (Self.other, preview.goes)].map { key, side in
            (value: key, label: shown(value(field, side, t), t))
        }
        return form.options(name, word(field, t), values, several: false, rows: true)
    }

    private func collections(_ t: Localiser) -> [(value: String, label: String)] {
        let goes = preview.goes
        return [
            (
                MergeChoice.Collection.favourites,
                t("{count} kept vacancy", "{count} kept vacancies", count: goes.favourites), goes.favourites
            ),
            (.searches, t("{count} kept search", "{count} kept searches", count: goes.searches), goes.searches),
        ].filter { $0.2 > 0 }.map { (value: $0.0.rawValue, label: $0.1) }
    }

    private func always(_ t: Localiser) -> [String] {
        let goes = preview.goes
        let counted = [
            (
                goes.responses,
                t(
                    "{count} response, with its conversation", "{count} responses, with their conversations",
                    count: goes.responses)
            ),
            (goes.matches, t("{count} match", "{count} matches", count: goes.matches)),
            (goes.invitations, t("{count} invitation", "{count} invitations", count: goes.invitations)),
        ]
        return counted.filter { $0.0 > 0 }.map(\.1) + [
            t("Which organisations looked or asked, and which she does not want to hear of")
        ]
    }

    private func answers(_ side: MergePreview.Side, _ t: Localiser) -> String {
        guard side.answers > 0 else { return "" }
        let count = t("{count} answer", "{count} answers", count: side.answers)
        let liked = form.visit.labels(.interest, side.interests)
        return liked.isEmpty ? count : "\(count): \(liked)"
    }

    private func word(_ field: MergeChoice.Field, _ t: Localiser) -> String {
        switch field {
        case .email: t("E-mail address")
        case .name: t("Name")
        case .phone: t("Telephone")
        case .place: t("Place")
        case .about: t("About herself")
        case .answers: t("What suits you?")
        case .pool: t("Name in the candidate pool")
        }
    }

    private func value(_ field: MergeChoice.Field, _ side: MergePreview.Side, _ t: Localiser) -> String {
        switch field {
        case .email: side.volunteer.email
        case .name: side.volunteer.name
        case .phone: side.volunteer.phone
        case .place: side.volunteer.place
        case .about: side.volunteer.about
        case .answers: answers(side, t)
        case .pool: side.alias ?? ""
        }
    }
}
