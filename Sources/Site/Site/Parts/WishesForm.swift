import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// The questionnaire as a form: answers travel in it from step to step, so that nothing is stored and nobody needs a cookie.
struct WishesForm {
    enum Step: Int, CaseIterable {
        case interests = 1, activities, excluded, dayparts, engagements, place, language, supports, age
    }

    static let distances = [2, 5, 10, 20, 50]
    private static let lists: [(name: String, question: Answers.Question)] = [
        ("interesse", .interest), ("activiteit", .activity), ("liever-niet", .excluded), ("dag", .day),
        ("dagdeel", .daypart),
        ("inzet", .engagement), ("aanbod", .support), ("taal", .language),
    ]

    let answers: Answers
    let wishes: Wishes
    private(set) var errors: FormErrors
    /// Only what the questionnaire asks: the answers that the next step carries along.
    let data: FormData

    init(_ data: FormData, _ visit: Visit) {
        var reader = FormReader(data, visit.t)
        var answers = Answers()
        var pairs: [(String, String)] = []
        for (name, question) in Self.lists {
            guard let list = question.list else { continue }
            let given = Set(data.all(name).prefix(100))
            let chosen = visit.services.taxonomy.entries(list).map(\.slug).filter(given.contains)
            answers[question] = question == .language ? Array(chosen.prefix(1)) : chosen
        }
        let place = reader.line("plaats", max: 80)
        if !place.isEmpty { answers[.place] = [place] }
        if let distance = data.first("afstand").flatMap({ Int($0) }), Self.distances.contains(distance) {
            answers[.distance] = [String(distance)]
        }
        if let home = data.first("thuis").flatMap({ Wishes.Home(rawValue: $0) }) { answers[.home] = [home.rawValue] }
        let age = reader.line("leeftijd", max: 20)
        if !age.isEmpty {
            // `71 jaar` is a number too.
            let said = age.split { !$0.isLetter && !$0.isNumber }.compactMap { SentenceTable.number(String($0)) }
            if let years = said.first, said.count == 1, (5...120).contains(years) {
                answers[.birthYear] = [String(visit.today.year - years)]
            } else {
                pairs.append(("leeftijd", age))
                reader.errors.add("leeftijd", visit.t("Fill in your age in years, or leave it empty."))
            }
        }
        wishes = Wishes(answers, places: visit.services.finder.places, at: visit.centre, today: visit.today)
        if !place.isEmpty, wishes.place == nil {
            reader.errors.add(
                "plaats", visit.t("We do not know this place. Fill in a postcode or the name of a place."))
        }
        self.answers = answers
        self.data = FormData(pairs: pairs + Self.pairs(answers, visit))
        errors = reader.errors
    }

    /// With what a volunteer answered before.
    init(_ answers: Answers, _ visit: Visit) { self.init(FormData(pairs: Self.pairs(answers, visit)), visit) }

    /// Answers as fields of the form.
    private static func pairs(_ answers: Answers, _ visit: Visit) -> [(String, String)] {
        answers.pairs.map { question, answer in
            switch question {
            case .place: ("plaats", answer)
            case .distance: ("afstand", answer)
            case .home: ("thuis", answer)
            case .birthYear: ("leeftijd", String(visit.today.year - (Int(answer) ?? visit.today.year)))
            default: (lists.first { $0.question == question }?.name ?? "", answer)
            }
        }
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
        case .dayparts: ["dag", "dagdeel"]
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
