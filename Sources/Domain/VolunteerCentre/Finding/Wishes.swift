package import Time

/// What somebody answered in the questionnaire. Everything may be left open: an answer that is not there counts neither way.
///
/// What somebody needs (support, language) is here for the length of a request only; no index and no score keeps it.
package struct Wishes: Sendable, Equatable {
    package enum Home: String, Sendable, CaseIterable { case also, only }

    package var interests: [String] = []
    package var activities: [String] = []
    /// What somebody does not want at all.
    package var excludedInterests: [String] = []
    package var days: [String] = []
    package var dayparts: [String] = []
    package var engagements: [String] = []
    package var supports: [String] = []
    /// How much Dutch somebody has.
    package var languageLevel = ""
    package var place: Places.Place?
    package var kilometres: Int?
    package var home: Home?
    /// For vacancies with a minimum age only.
    package var age: Int?

    package init() {}

    /// - Parameter places: what a typed place means; one that nobody knows counts as left open.
    package init(_ answers: Answers, places: Places, at centre: Centre, today: CalendarDate) {
        interests = answers[.interest]
        activities = answers[.activity]
        // What somebody likes and rather not at once: the liking stays.
        excludedInterests = answers[.excluded].filter { !answers[.interest].contains($0) }
        days = answers[.day]
        dayparts = answers[.daypart]
        engagements = answers[.engagement]
        supports = answers[.support]
        languageLevel = answers[.language].first ?? ""
        place = answers[.place].first.flatMap { places.find($0, at: centre) }
        kilometres = answers[.distance].first.flatMap { Int($0) }
        home = answers[.home].first.flatMap { Home(rawValue: $0) }
        age = answers[.birthYear].first.flatMap { Int($0) }.map { max(0, today.year - $0) }
    }
}

extension Wishes {
    /// Of somebody for whom a vacancy would be made: what it is about, what one does, when and where.
    init(for content: Vacancy.Content, places: Places, at centre: Centre) {
        interests = content.interests
        activities = content.activities
        days = content.days
        dayparts = content.dayparts
        engagements = content.engagement.isEmpty ? [] : [content.engagement]
        if !content.fromHome {
            place = places.find(
                content.postcode.isEmpty ? content.place : content.postcode, country: centre.country,
                near: [content.municipality])
        }
    }
}

/// A vacancy that suits somebody, and why.
package struct Suggested: Sendable, Equatable {
    package enum Criterion: String, Sendable, CaseIterable {
        case interest, activity, day, daypart, engagement, distance, support, language, age
    }

    package let card: VacancyCard
    package let reasons: Reasons
}

/// Why two suit each other, as data: what fits, what nobody said, what is different.
package struct Reasons: Sendable, Equatable {
    package private(set) var fits: [Suggested.Criterion] = []
    package private(set) var unknown: [Suggested.Criterion] = []
    package private(set) var differs: [Suggested.Criterion] = []
    /// The answers both gave, for the words of a reason.
    package private(set) var shared: [Taxonomy.List: [String]] = [:]

    /// - Parameter isKnown: both sides answered something.
    mutating func compare(_ criterion: Suggested.Criterion, _ list: Taxonomy.List, common: [String], isKnown: Bool) {
        shared[list] = common
        if !common.isEmpty {
            fits.append(criterion)
        } else if isKnown {
            differs.append(criterion)
        } else {
            unknown.append(criterion)
        }
    }

    /// What cannot be different, since a gate stands before it.
    mutating func add(_ criterion: Suggested.Criterion, fits does: Bool) {
        if does { fits.append(criterion) } else { unknown.append(criterion) }
    }
    /// Something was said that it does not do, or says other things of than she asked.
    package var contradicts: Bool { !differs.isEmpty }

    /// The two that matter most to her: first what it is about or what she does, then what is rarest to find. Her age and
    /// her good Dutch are no reasons: nearly every vacancy would have them.
    package func telling(for wishes: Wishes) -> [Suggested.Criterion] {
        let about: [Suggested.Criterion] = [.interest, .activity].filter(fits.contains)
        let learns = !["", "goed"].contains(wishes.languageLevel)
        let ways: [Suggested.Criterion] =
            (learns ? [.language] : []) + [
                .support, .day, .daypart, .distance, .engagement,
            ]
        return Array((about.prefix(1) + ways.filter(fits.contains).prefix(1) + about.dropFirst()).prefix(2))
    }
}
