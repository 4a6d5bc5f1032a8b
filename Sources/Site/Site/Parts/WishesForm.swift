import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// The questionnaire as a form: answers travel in it from question to question, so that nothing is stored and nobody needs a cookie.
struct WishesForm {
    /// What was asked, answered or not; and vacancies to which somebody said no.
    private static let (askedField, refusedField) = ("gevraagd", "niet")
    private static let mostRefused = 30
    private static let lists: [(name: String, question: Answers.Question)] = [
        ("interesse", .interest), ("activiteit", .activity), ("liever-niet", .excluded), ("dag", .day),
        ("dagdeel", .daypart),
        ("inzet", .engagement), ("aanbod", .support), ("taal", .language),
    ]

    private(set) var answers: Answers
    private(set) var wishes: Wishes
    private(set) var asked: [WishesStep] = []
    private(set) var refused: [ID<Vacancy>] = []
    private(set) var errors: FormErrors
    /// Only what the questionnaire asks: the answers that the next question carries along.
    private(set) var data: FormData

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
        if let distance = data.first("afstand").flatMap({ Int($0) }), Refinement.distances.contains(distance) {
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
        let wishes = Wishes(answers, places: visit.services.finder.places, at: visit.centre, today: visit.today)
        if !place.isEmpty, wishes.place == nil {
            reader.errors.add(
                "plaats", visit.t("We do not know this place. Fill in a postcode or the name of a place."))
        }
        let given = Set(data.all(Self.askedField).prefix(20))
        asked = WishesStep.allCases.filter { given.contains($0.rawValue) }
        for text in data.all(Self.refusedField).prefix(Self.mostRefused) {
            if let number = Int64(text) { refused.append(ID(number)) }
        }
        pairs += asked.map { (Self.askedField, $0.rawValue) } + refused.map { (Self.refusedField, "\($0.number)") }
        (self.answers, self.wishes) = (answers, wishes)
        self.data = FormData(pairs: pairs + Self.pairs(answers, visit))
        errors = reader.errors
    }

    /// With what a volunteer answered before.
    init(_ answers: Answers, _ visit: Visit) { self.init(FormData(pairs: Self.pairs(answers, visit)), visit) }

    /// The same with one more that was asked.
    func asking(_ step: WishesStep, _ visit: Visit) -> WishesForm {
        WishesForm(FormData(pairs: data.pairs + [(Self.askedField, step.rawValue)]), visit)
    }

    /// The same without a vacancy that somebody does not want.
    func refusing(_ vacancy: ID<Vacancy>, _ visit: Visit) -> WishesForm {
        WishesForm(FormData(pairs: data.pairs + [(Self.refusedField, "\(vacancy.number)")]), visit)
    }

    /// The same with other answers.
    func answering(_ answers: Answers, _ visit: Visit) -> WishesForm {
        let other = data.pairs.filter { $0.0 == Self.askedField || $0.0 == Self.refusedField }
        return WishesForm(FormData(pairs: other + Self.pairs(answers, visit)), visit)
    }

    /// Liked and disliked at once.
    var clashes: [String] { answers[.excluded].filter(answers[.interest].contains) }

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

    /// What may be passed on: no age, no level of Dutch, nothing that somebody needs; the place as its municipality.
    var shareable: [(String, String)] {
        data.pairs.filter {
            !WishesStep.needs.names.contains($0.0) && $0.0 != Self.askedField && $0.0 != Self.refusedField
        }.compactMap { name, value in
            name == "plaats" ? wishes.place.map { (name, $0.municipality) } : (name, value)
        }
    }

    /// For a page of another question: what is wrong elsewhere is said there.
    var withoutErrors: WishesForm {
        var form = self
        form.errors = FormErrors()
        return form
    }

    /// The answers of all other questions, hidden.
    func carried(without step: WishesStep?) -> HTML {
        let own = step?.names ?? []
        return
            "\(each: data.pairs.filter { !own.contains($0.0) }, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })"
    }
}
