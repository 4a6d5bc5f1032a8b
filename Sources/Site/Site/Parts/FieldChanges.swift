import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// What is different between two versions of a record: earlier and now, side by side.
struct FieldChanges {
    /// What the table is about, where it is no change in time.
    var caption: String?
    let changes: [(before: ShownField, after: ShownField)]

    init(from before: Vacancy.Content, to after: Vacancy.Content, _ visit: Visit) {
        self.init(ShownField.all(before, visit), ShownField.all(after, visit))
    }

    init(from before: Organisation.Details, to after: Organisation.Details, _ visit: Visit) {
        self.init(ShownField.all(before, visit), ShownField.all(after, visit))
    }

    private init(_ before: [ShownField], _ after: [ShownField]) {
        changes = zip(before, after).filter { $0 != $1 }.map { (before: $0, after: $1) }
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !changes.isEmpty else { return "<p class=\"muted\">\(t("Nothing changed in the text."))</p>" }
        return """
            <table class="list compare"><caption>\(caption ?? t("What changed"))</caption>
            <thead><tr><th scope="col">\(t("Part"))</th><th scope="col">\(t("Before"))</th><th scope="col">\(t("Now"))</th></tr></thead>
            <tbody>\(each: changes, { change in
                """
                <tr><th scope="row">\(change.after.name)</th><td data-label="\(t("Before"))">\(said(change.before, visit))</td>
                <td data-label="\(t("Now"))">\(said(change.after, visit))</td></tr>
                """
            })</tbody></table>
            """
    }

    private func said(_ field: ShownField, _ visit: Visit) -> HTML {
        if field.text.isEmpty { return "–" }
        if field.picture != nil { return field.value(visit) }
        return field.isTheirs ? visit.prose(field.text) : "\(field.text)"
    }
}
