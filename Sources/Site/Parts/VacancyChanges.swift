import HTML
import Localisation
import VolunteerCentre

/// Everything a vacancy says, field by field, in words.
struct VacancyField: Equatable {
    let name: String
    let text: String
    /// Written by the organisation, not chosen from a list.
    let isTheirs: Bool

    static func all(_ content: Vacancy.Content, _ visit: Visit) -> [VacancyField] {
        let t = visit.t
        func theirs(_ name: String, _ text: String) -> VacancyField {
            VacancyField(name: name, text: text, isTheirs: true)
        }
        func ours(_ name: String, _ text: String) -> VacancyField {
            VacancyField(name: name, text: text, isTheirs: false)
        }
        return [
            theirs(t("Title"), content.title), theirs(t("Description of the vacancy"), content.description),
            theirs(t("What we look for and offer"), content.offer),
            ours(t("Interests"), visit.labels(.interest, content.interests)),
            ours(t("Activities"), visit.labels(.activity, content.activities)),
            ours(t("How often"), visit.labels(.engagement, [content.engagement])),
            ours(t("Part of the day"), visit.labels(.daypart, content.dayparts)), theirs(t("Hours"), content.hours),
            theirs(
                t("Place"), [content.postcode, content.place].filter { !$0.isEmpty }.joined(separator: " ")),
            ours(
                t("Municipality"),
                content.municipality == MunicipalityOptions.elsewhere ? t("Another municipality") : content.municipality
            ),
            ours(t("From home"), content.fromHome ? t("Yes") : ""),
            ours(t("Suitable for"), visit.labels(.target, content.targets)),
            ours(t("What volunteers can count on"), visit.labels(.support, content.supports)),
            ours(t("Level of Dutch"), visit.labels(.languageLevel, [content.languageLevel])),
            ours(t("Minimum age"), content.minimumAge.map(String.init) ?? ""),
            ours(t("Number of volunteers wanted"), content.positions.map(String.init) ?? ""),
            theirs(t("Picture"), content.picture.map { $0.alt.isEmpty ? "–" : $0.alt } ?? ""),
            ours(t("Publish up to and including"), content.publishUntil.map { t.date($0) } ?? ""),
        ]
    }
}

/// What is different between two texts of a vacancy: earlier and now, side by side.
struct VacancyChanges {
    let changes: [(before: VacancyField, after: VacancyField)]

    init(from before: Vacancy.Content, to after: Vacancy.Content, _ visit: Visit) {
        changes = zip(VacancyField.all(before, visit), VacancyField.all(after, visit)).filter { $0 != $1 }
            .map { (before: $0, after: $1) }
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !changes.isEmpty else { return "<p class=\"muted\">\(t("Nothing changed in the text."))</p>" }
        return """
            <table class="list compare"><caption>\(t("What changed"))</caption>
            <thead><tr><th scope="col">\(t("Part"))</th><th scope="col">\(t("Before"))</th><th scope="col">\(t("Now"))</th></tr></thead>
            <tbody>\(each: changes, { change in
                """
                <tr><th scope="row">\(change.after.name)</th><td data-label="\(t("Before"))">\(said(change.before, visit))</td>
                <td data-label="\(t("Now"))">\(said(change.after, visit))</td></tr>
                """
            })</tbody></table>
            """
    }

    private func said(_ field: VacancyField, _ visit: Visit) -> HTML {
        if field.text.isEmpty { return "–" }
        return field.isTheirs ? visit.prose(field.text) : "\(field.text)"
    }
}
