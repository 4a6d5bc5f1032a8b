import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// One thing that a record says, in words.
struct ShownField: Equatable {
    let name: String
    let text: String
    /// Written by the organisation, not chosen from a list.
    let isTheirs: Bool
    /// What is seen and not read.
    var picture: Upload?

    /// Whoever decides about a picture sees it, beside the words that say what is on it.
    static func picture(_ name: String, _ text: String, _ picture: Upload?) -> ShownField {
        ShownField(name: name, text: text, isTheirs: true, picture: picture)
    }

    func value(_ visit: Visit) -> HTML {
        guard let picture else { return "\(text)" }
        return "<img class=\"seen\" src=\"\(visit.media(picture, .card))\" alt=\"\">\(text)"
    }

    static func theirs(_ name: String, _ text: String) -> ShownField { .init(name: name, text: text, isTheirs: true) }

    static func ours(_ name: String, _ text: String) -> ShownField { .init(name: name, text: text, isTheirs: false) }

    /// Everything a vacancy says, field by field.
    static func all(_ content: Vacancy.Content, _ visit: Visit) -> [ShownField] {
        let t = visit.t
        return [
            theirs(t("Title"), content.title), theirs(t("Description of the vacancy"), content.description),
            theirs(t("What we look for and offer"), content.offer),
            theirs(t("Department"), content.department?.name ?? ""),
            ours(t("Interests"), visit.labels(.interest, content.interests)),
            ours(t("What you do"), visit.labels(.activity, content.activities)),
            ours(t("How often"), visit.labels(.engagement, [content.engagement])),
            ours(t("Days"), visit.labels(.day, content.days)),
            ours(t("Begins on"), content.beginsOn.map { t.date($0) } ?? ""),
            ours(t("Part of the day"), visit.labels(.daypart, content.dayparts)), theirs(t("Hours"), content.hours),
            theirs(
                t("Place"), [content.postcode, content.place].filter { !$0.isEmpty }.joined(separator: " ")),
            ours(
                t("Municipality"),
                MunicipalityOptions.name(content.municipality, t)
            ),
            ours(t("Neighbourhood"), content.neighbourhood),
            theirs(t("Also at these places"), content.otherPlaces.joined(separator: ", ")),
            ours(t("From home"), content.fromHome ? t("Yes") : ""),
            ours(t("Suitable for"), visit.labels(.target, content.targets)),
            ours(t("What you can count on"), visit.labels(.support, content.supports)),
            ours(t("Language"), visit.labels(.languageLevel, [content.languageLevel])),
            ours(t("Other languages"), visit.labels(.language, content.languages)),
            ours(t("Together with how many at most"), content.groupSize.map(String.init) ?? ""),
            ours(t("Minimum age"), content.minimumAge.map(String.init) ?? ""),
            ours(t("Number of volunteers wanted"), content.positions.map(String.init) ?? ""),
            picture(
                t("Picture"), content.picture.map { $0.alt.isEmpty ? "–" : $0.alt } ?? "", content.picture?.upload),
            ours(t("Publish up to and including"), content.publishUntil.map { t.date($0) } ?? ""),
        ]
    }

    /// What an organisation keeps right by itself.
    /// - Parameter hasLogo: also one that came with the demo, which is no upload.
    static func all(_ details: Organisation.Details, hasLogo: Bool? = nil, _ visit: Visit) -> [ShownField] {
        let t = visit.t
        return [
            theirs(t("Short description"), details.shortDescription),
            theirs(
                t("Address"), "\(details.street) \(details.houseNumber), \(details.postcode) \(details.place)"),
            ours(
                t("Municipality"),
                MunicipalityOptions.name(details.municipality, t)
            ),
            ours(t("Website"), details.website), ours(t("General e-mail address"), details.email),
            ours(t("General telephone number"), details.phone),
            ours(t("Newsletter"), details.newsletter ? t("Yes") : t("No")),
            picture(t("Logo"), hasLogo ?? (details.logo != nil) ? t("Yes") : t("No"), details.logo),
        ]
    }
}

extension Visit {
    /// What a record says, without what it does not say.
    func rows(_ fields: some Sequence<ShownField>) -> HTML {
        """
        <dl class="rows">\(each: fields.filter { !$0.text.isEmpty }, { "<div><dt>\($0.name)</dt><dd\($0.isTheirs ? theirs : .empty)>\($0.value(self))</dd></div>" })</dl>
        """
    }
}
