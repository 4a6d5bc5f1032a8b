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
        ("dagdeel", .daypart), ("inzet", .engagement), ("aanbod", .support), ("taal", .language),
    ]

    let answers: Answers
    let wishes: Wishes
    private(set) var asked: [WishesStep] = []
    private(set) var refused: [ID<Vacancy>] = []
    private(set) var errors: FormErrors
    /// Only what the questionnaire asks: the answers that the next question carries along.
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
        let typed = Self.bounded(reader.line("plaats", max: Self.longest))
        let place = visit.services.finder.places.find(
            typed, country: visit.centre.country, near: visit.centre.municipalities)
        let others = visit.services.finder.places.namesakes(
            typed, country: visit.centre.country, near: visit.centre.municipalities)
        if place != nil, others.isEmpty {
            answers[.place] = [typed]
        } else if let place {
            pairs.append(("plaats", typed))
            reader.errors.add("plaats", Self.which(place, others, visit))
        } else if !typed.isEmpty {
            pairs.append(("plaats", typed))
            reader.errors.add("plaats", Self.unknown(typed, visit))
        }
        if let distance = data.first("afstand").flatMap({ Int($0) }), Refinement.distances.contains(distance) {
            answers[.distance] = [String(distance)]
            if typed.isEmpty {
                reader.errors.add("plaats", visit.t("Fill in a postcode or place too, so that we know from where."))
            }
        }
        if let home = data.first("thuis").flatMap({ Wishes.Home(rawValue: $0) }) { answers[.home] = [home.rawValue] }
        let age = Self.bounded(reader.line("leeftijd", max: Self.longest))
        if let years = Self.years(age, visit) {
            answers[.birthYear] = [String(visit.today.year - years)]
        } else if !age.isEmpty {
            pairs.append(("leeftijd", age))
            reader.errors.add("leeftijd", visit.t("Fill in your age in years, for example 34, or leave it empty."))
        }
        let given = Set(data.all(Self.askedField).prefix(20))
        asked = WishesStep.allCases.filter { given.contains($0.rawValue) }
        for text in data.all(Self.refusedField).suffix(Self.mostRefused) {
            guard let number = Int64(text), number > 0, !refused.contains(ID(number)) else { continue }
            refused.append(ID(number))
        }
        pairs += asked.map { (Self.askedField, $0.rawValue) } + refused.map { (Self.refusedField, "\($0.number)") }
        self.answers = answers
        wishes = Wishes(answers, places: visit.services.finder.places, at: visit.centre, today: visit.today)
        self.data = FormData(pairs: pairs + Self.pairs(answers, visit))
        errors = reader.errors
    }

    /// What is typed goes into an address: no longer than anybody means, in letters and in bytes.
    private static let longest = 80

    private static func bounded(_ text: String) -> String {
        var text = text.prefix(longest)
        while text.utf8.count > longest * 4 { text.removeLast() }
        return String(text)
    }

    private static func which(_ place: Places.Place, _ others: [String], _ visit: Visit) -> String {
        let list = ["\(place.name) (\(place.province))"] + others
        return visit.t(
            "There is more than one place of this name: {list}. Fill in which one you mean, or a postcode.",
            ["list": list.joined(separator: ", ")])
    }

    private static func unknown(_ place: String, _ visit: Visit) -> String {
        visit.services.finder.places.guess(place, country: visit.centre.country).map {
            visit.t("We do not know this place. Do you mean {place}?", ["place": $0])
        } ?? visit.t("We do not know this place. Fill in a postcode or the name of a place.")
    }

    /// `71`, `71 jaar`, `zeventig`, or the year in which somebody was born.
    private static func years(_ typed: String, _ visit: Visit) -> Int? {
        guard let match = typed.lowercased().wholeMatch(of: /(\d{1,4}|\p{L}+)( ?(jaar|years|year|j|y)\.?)?/) else {
            return nil
        }
        let word = String(match.1)
        if word.count == 4, let year = Int(word), (1900...visit.today.year - 5).contains(year) {
            return visit.today.year - year
        }
        return SentenceTable.number(word).flatMap { (5...120).contains($0) ? $0 : nil }
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

    /// What was asked, answered or not.
    var askedQuestions: Set<Answers.Question> {
        let names = Set(asked.flatMap(\.names))
        return Set(Self.lists.filter { names.contains($0.name) }.map(\.question))
            .union(names.contains("plaats") ? [.place, .distance, .home] : [])
            .union(names.contains("leeftijd") ? [.birthYear] : [])
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

    /// The same with a vacancy that was put away before.
    func restoring(_ vacancy: ID<Vacancy>, _ visit: Visit) -> WishesForm {
        let pair = (Self.refusedField, "\(vacancy.number)")
        return WishesForm(FormData(pairs: data.pairs.filter { $0 != pair }), visit)
    }

    /// What may be passed on: no age, no level of Dutch, nothing that somebody needs; the place as its municipality.
    var shareable: [(String, String)] {
        data.pairs.filter {
            !WishesStep.needs.names.contains($0.0) && $0.0 != Self.askedField && $0.0 != Self.refusedField
        }.compactMap { name, value in
            name == "plaats" ? wishes.place.map { (name, $0.municipality) } : (name, value)
        }
    }

    /// Where what cannot be read was asked.
    var wrongStep: WishesStep? { WishesStep.allCases.first { $0.names.contains { errors[$0] != nil } } }

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
