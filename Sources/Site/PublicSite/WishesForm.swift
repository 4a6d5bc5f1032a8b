import HTML
import Localisation
import VolunteerCentre
import Web

/// The questionnaire as a form: answers travel in it from step to step, so that nothing is stored and nobody needs a cookie.
struct WishesForm {
    enum Step: Int, CaseIterable {
        case interests = 1, activities, excluded, dayparts, engagements, place, language, supports, age
    }

    static let distances = [2, 5, 10, 20, 50]
    private static let lists: [(name: String, list: Taxonomy.List)] = [
        ("interesse", .interest), ("activiteit", .activity), ("liever-niet", .interest), ("dagdeel", .daypart),
        ("inzet", .engagement), ("aanbod", .support), ("taal", .languageLevel),
    ]

    let wishes: Wishes
    /// What was typed as a place; the centre's places may not know it.
    let place: String
    private(set) var errors: FormErrors
    /// Only what the questionnaire asks: the answers that the next step carries along.
    let data: FormData

    init(_ data: FormData, _ visit: Visit) {
        var reader = FormReader(data, visit.t)
        var wishes = Wishes()
        var pairs: [(String, String)] = []
        func chosen(_ name: String) -> [String] {
            let list = Self.lists.first { $0.name == name }?.list ?? .interest
            let known = visit.services.taxonomy.entries(list).map(\.slug)
            let given = Set(data.all(name).prefix(100))
            let slugs = known.filter(given.contains)
            pairs += slugs.map { (name, $0) }
            return slugs
        }
        wishes.interests = chosen("interesse")
        wishes.activities = chosen("activiteit")
        // What somebody likes and rather not at once: the liking is the later thought in neither order, so it stays.
        wishes.excludedInterests = chosen("liever-niet").filter { !wishes.interests.contains($0) }
        wishes.dayparts = chosen("dagdeel")
        wishes.engagements = chosen("inzet")
        wishes.supports = chosen("aanbod")
        wishes.languageLevel = chosen("taal").first ?? ""
        place = reader.line("plaats", max: 80)
        if !place.isEmpty {
            pairs.append(("plaats", place))
            wishes.place = visit.services.finder.places.find(
                place, country: visit.centre.country, near: visit.centre.municipalities)
            if wishes.place == nil {
                reader.errors.add(
                    "plaats", visit.t("We do not know this place. Fill in a postcode or the name of a place."))
            }
        }
        if let distance = data.first("afstand").flatMap({ Int($0) }), Self.distances.contains(distance) {
            wishes.kilometres = distance
            pairs.append(("afstand", String(distance)))
        }
        if let home = data.first("thuis").flatMap({ Wishes.Home(rawValue: $0) }) {
            wishes.home = home
            pairs.append(("thuis", home.rawValue))
        }
        let age = reader.line("leeftijd", max: 3)
        if !age.isEmpty {
            pairs.append(("leeftijd", age))
            if let years = Int(age), (5...120).contains(years) {
                wishes.age = years
            } else {
                reader.errors.add("leeftijd", visit.t("Fill in your age in years, or leave it empty."))
            }
        }
        self.wishes = wishes
        self.data = FormData(pairs: pairs)
        errors = reader.errors
    }

    /// For a page of another step: what is wrong elsewhere is said there.
    var withoutErrors: WishesForm {
        var form = self
        form.errors = FormErrors()
        return form
    }

    /// The fields of a step, by name.
    static func names(_ step: Step) -> [String] {
        switch step {
        case .interests: ["interesse"]
        case .activities: ["activiteit"]
        case .excluded: ["liever-niet"]
        case .dayparts: ["dagdeel"]
        case .engagements: ["inzet"]
        case .place: ["plaats", "afstand", "thuis"]
        case .language: ["taal"]
        case .supports: ["aanbod"]
        case .age: ["leeftijd"]
        }
    }

    /// The answers of all other steps, hidden.
    func carried(without step: Step?) -> HTML {
        let own = step.map(Self.names) ?? []
        return
            "\(each: data.pairs.filter { !own.contains($0.0) }, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })"
    }
}
