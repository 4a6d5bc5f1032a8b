import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The vacancy form: reading what was typed, and writing it back into the fields.
enum VacancyForm {
    static let interestLimit = 3

    /// - Parameter asDraft: a draft may lack everything, and its day is chosen when it is sent in.
    static func read(
        _ taken: PictureField.Taken, asDraft: Bool = false, _ departments: [Department], _ visit: Visit
    ) -> (
        Vacancy.Content, FormErrors
    ) {
        let data = taken.data
        let t = visit.t
        func needed(_ message: String) -> String? { asDraft ? nil : message }
        let lists = visit.services.taxonomy
        func slugs(_ list: Taxonomy.List) -> [String] { lists.entries(list).map(\.slug) }
        var reader = FormReader(data, t)
        var content = Vacancy.Content()
        content.title = reader.line("titel", max: 120, missing: needed(t("Give the vacancy a title.")))
        let department = reader.choice("afdeling", among: departments.map(\.id.description))
        content.department = departments.first { $0.id.description == department }
        content.description = reader.text(
            "omschrijving", max: 6000, missing: needed(t("Describe the vacancy: what will the volunteer do?")))
        content.offer = reader.text(
            "bieden", max: 6000, missing: needed(t("Write whom you look for and what you offer.")))
        content.interests = reader.choices(
            "interesse", among: slugs(.interest), max: asDraft ? slugs(.interest).count : interestLimit,
            tooMany: t("Choose three interests at most."),
            missing: needed(t("Choose at least one interest. Visitors search by it.")))
        content.activities = reader.choices("activiteit", among: slugs(.activity))
        content.engagement = reader.choice(
            "inzet", among: slugs(.engagement), missing: needed(t("Choose how often.")))
        content.days = reader.choices("dag", among: slugs(.day))
        content.dayparts = reader.choices("dagdeel", among: slugs(.daypart))
        content.hours = reader.line("uren", max: 80)
        content.positions = reader.number("aantal", in: 1...500)
        content.fromHome = reader.flag("thuis")
        content.place = reader.line("plaats", max: 80, missing: needed(t("Fill in where the work is.")))
        content.postcode = reader.postcode("postcode", country: visit.centre.country)
        content.municipality = reader.choice(
            "gemeente", among: MunicipalityOptions.values(visit), missing: needed(t("Choose a municipality.")))
        if !asDraft { checkPlace(content, &reader, visit) }
        content.otherPlaces = otherPlaces(&reader, visit)
        content.neighbourhood = reader.choice("buurt", among: visit.centre.neighbourhoods)
        content.languageLevel = reader.choice("taal", among: slugs(.languageLevel))
        content.languages = reader.choices("talen", among: slugs(.language))
        content.minimumAge = reader.number("leeftijd", in: 12...99)
        content.groupSize = reader.number("groep", in: 2...200)
        content.targets = reader.choices("doelgroep", among: slugs(.target))
        content.supports = reader.choices("steun", among: slugs(.support))
        if let error = taken.error { reader.errors.add("foto", error) }
        let alt = reader.line(
            "foto-alt", max: 200,
            missing: taken.picture == nil ? nil : needed(t("Say in a few words what can be seen on the picture.")))
        content.picture = taken.picture.map { .init(upload: $0, alt: alt) }
        content.beginsOn =
            asDraft ? reader.date("begint-op") : reader.date("begint-op", within: 2, of: visit.today)
        if !asDraft, let begins = content.beginsOn, begins < visit.today {
            reader.errors.add("begint-op", t("This day has passed. Leave it empty if somebody can begin at once."))
        }
        content.publishUntil = reader.date("publiceren-tot")
        if !asDraft, let until = content.publishUntil {
            let longest = visit.today.adding(months: TakeVacanciesOffline.longestMonths)
            if until < visit.today {
                reader.errors.add("publiceren-tot", t("This date has passed. Choose a day from today on."))
            }
            if until > longest {
                reader.errors.add(
                    "publiceren-tot",
                    t(
                        "A vacancy is online for six months at most. Choose a day up to {date}.",
                        ["date": t.date(longest)]))
            }
        }
        return (content, reader.errors)
    }

    /// What a new form says before anybody typed: most work is where the organisation is.
    static func beginning(_ writer: VacancyWriter, _ visit: Visit) -> FormData {
        let organisation = writer.organisation
        guard MunicipalityOptions.values(visit).contains(organisation.municipality) else { return FormData() }
        return FormData(pairs: [
            ("plaats", organisation.place), ("postcode", organisation.postcode),
            ("gemeente", organisation.municipality),
        ])
    }

    /// Which version of the stored text the form was filled from; 0 when there was none.
    static func version(_ data: FormData) -> Int { data.first("versie").flatMap { Int($0) } ?? 0 }

    /// Under this name the form says which place was asked about: who sends the same again means it.
    static let placeSeen = "plek-gezien"

    static func placeMark(_ data: FormData) -> String {
        ["plaats", "postcode", "gemeente"].map { data.first($0) ?? "" }.joined(separator: "|")
    }

    /// Three fields say where it is, and stood there already: one that lies elsewhere than the others was most often not looked at.
    private static func checkPlace(_ content: Vacancy.Content, _ reader: inout FormReader, _ visit: Visit) {
        let chosen = content.municipality
        guard visit.centre.municipalities.contains(chosen),
            reader.data.first(placeSeen) != placeMark(reader.data)
        else { return }
        for (field, typed) in [("plaats", content.place), ("postcode", content.postcode)]
        where reader.errors[field] == nil {
            let found = visit.services.finder.places.find(typed, country: visit.centre.country, near: [chosen])
            guard let found, found.municipality != chosen else { continue }
            reader.errors.add(
                field,
                visit.t(
                    "{place} lies in {municipality}, and you chose {chosen}. Put right what is wrong. Is it right as it stands? Then send it once more.",
                    ["place": typed, "municipality": found.municipality, "chosen": chosen]))
        }
    }

    private static let mostOtherPlaces = 5

    private static func otherPlaces(_ reader: inout FormReader, _ visit: Visit) -> [String] {
        let lines = reader.text("ook-op", max: 500).split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        guard reader.errors["ook-op"] == nil else { return [] }
        guard lines.count <= mostOtherPlaces else {
            reader.errors.add("ook-op", visit.t("Name five places at most."))
            return Array(lines.prefix(mostOtherPlaces))
        }
        let unknown = lines.first {
            visit.services.finder.places.find($0, country: visit.centre.country, near: visit.centre.municipalities)
                == nil
        }
        if let unknown {
            reader.errors.add(
                "ook-op",
                visit.t(
                    "We do not know “{place}”. Write a postcode or the name of a place, each on a line of its own.",
                    ["place": unknown]))
        }
        return lines
    }

    /// A stored vacancy as its form would have sent it.
    static func data(_ content: Vacancy.Content) -> FormData {
        var pairs: [(String, String)] = [
            ("titel", content.title), ("omschrijving", content.description), ("bieden", content.offer),
            ("inzet", content.engagement), ("afdeling", content.department?.id.description ?? ""),
            ("uren", content.hours), ("plaats", content.place), ("postcode", content.postcode),
            ("gemeente", content.municipality), ("ook-op", content.otherPlaces.joined(separator: "\n")),
            ("buurt", content.neighbourhood), ("groep", content.groupSize.map(String.init) ?? ""),
            ("taal", content.languageLevel), ("thuis", content.fromHome ? "1" : ""),
            ("aantal", content.positions.map(String.init) ?? ""),
            ("leeftijd", content.minimumAge.map(String.init) ?? ""),
            ("begint-op", content.beginsOn?.iso ?? ""), ("publiceren-tot", content.publishUntil?.iso ?? ""),
            ("foto-id", content.picture?.upload.id.description ?? ""), ("foto-alt", content.picture?.alt ?? ""),
        ]
        for (name, slugs) in [
            ("interesse", content.interests), ("activiteit", content.activities), ("dag", content.days),
            ("dagdeel", content.dayparts), ("talen", content.languages),
            ("doelgroep", content.targets), ("steun", content.supports),
        ] {
            pairs += slugs.map { (name, $0) }
        }
        return FormData(pairs: pairs)
    }
}
