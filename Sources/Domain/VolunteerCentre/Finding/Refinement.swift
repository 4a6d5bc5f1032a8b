/// What people say when they see the first vacancies: the same answers, with one thing otherwise.
package enum Refinement: CaseIterable, Sendable {
    case closer, farther, anyDistance
    case noEvenings, noWeekend, anyTime
    case people, hands, desk, anyActivity
    case anyInterest
    case once, regular, anyOften
    case fromHome, notFromHome

    /// In kilometres, as the questionnaire offers them.
    package static let distances = [2, 5, 10, 20, 50]

    private static let activities: [Refinement: [String]] = [
        .people: ["gezelschap", "begeleiden", "onthaal", "spel", "lesgeven", "sportief"],
        .hands: ["klussen", "tuin", "koken", "creatief", "huishouden", "dieren"],
        .desk: ["administratie", "bestuur", "communicatie", "ict", "financien", "vertalen"],
    ]
    private static let weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]

    /// What is offered to who looks at vacancies, and what to who found none: there one answer less helps.
    package static let offered: [Refinement] = [
        .closer, .noEvenings, .noWeekend, .people, .hands, .desk, .once, .regular, .fromHome, .farther,
    ]
    private static let loosening: [Refinement] = [
        .farther, .anyDistance, .anyTime, .anyOften, .notFromHome, .anyActivity, .anyInterest,
    ]
    /// Who lets go of more than this may as well begin anew.
    package static let mostLoosened = 3

    /// Every choice of so many answers to let go of.
    package static func loosening(_ count: Int) -> [[Refinement]] { choices(of: count, from: loosening[...]) }

    private static func choices(of count: Int, from list: ArraySlice<Refinement>) -> [[Refinement]] {
        guard count > 0 else { return [[]] }
        return list.indices.flatMap { index in
            choices(of: count - 1, from: list[(index + 1)...]).map { [list[index]] + $0 }
        }
    }

    /// Nil when the answers say it already, or when there is nothing to say it about.
    package func applied(to answers: Answers) -> Answers? {
        var changed = answers
        switch self {
        case .closer, .farther:
            guard !answers[.place].isEmpty else { return nil }
            let now = answers[.distance].first.flatMap { Int($0) }
            let next =
                self == .closer
                ? Self.distances.last { $0 < now ?? 20 }
                : now.flatMap { now in Self.distances.first { $0 > now } }
            guard let next else { return nil }
            changed[.distance] = [String(next)]
        case .anyDistance: changed[.distance] = []
        case .noEvenings:
            let parts = answers[.daypart].isEmpty ? ["ochtend", "middag", "avond"] : answers[.daypart]
            changed[.daypart] = parts.filter { $0 != "avond" }
            if changed[.daypart].isEmpty { return nil }
        case .noWeekend:
            let days = answers[.day].isEmpty ? Self.weekdays : answers[.day].filter(Self.weekdays.contains)
            if days.isEmpty { return nil }
            changed[.day] = days
        case .anyTime: (changed[.day], changed[.daypart]) = ([], [])
        case .people, .hands, .desk: changed[.activity] = Self.activities[self] ?? []
        case .anyActivity: changed[.activity] = []
        case .anyInterest: changed[.interest] = []
        case .once: changed[.engagement] = ["eenmalig", "af-en-toe"]
        case .regular: changed[.engagement] = ["structureel"]
        case .anyOften: changed[.engagement] = []
        case .fromHome: changed[.home] = [Wishes.Home.only.rawValue]
        case .notFromHome:
            if answers[.home] != [Wishes.Home.only.rawValue] { return nil }
            changed[.home] = []
        }
        // In whatever order they stand.
        let says = { (answers: Answers) in Set(answers.pairs.map { "\($0.question) \($0.answer)" }) }
        return says(changed) == says(answers) ? nil : changed
    }
}
