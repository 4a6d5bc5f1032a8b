/// What somebody answered in the questionnaire. Everything may be left open: an answer that is not there counts neither way.
///
/// What somebody needs (support, language) is here for the length of a request only; no index and no score keeps it.
package struct Wishes: Sendable, Equatable {
    package enum Home: String, Sendable, CaseIterable { case also, only }

    package var interests: [String] = []
    package var activities: [String] = []
    /// What somebody does not want at all.
    package var excludedInterests: [String] = []
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
}

/// What each answer is worth in a suggestion; `docs/matching.md` explains each.
package struct MatchWeights: Sendable, Equatable {
    package static let standard = MatchWeights()

    package var interest = 36
    package var activity = 22
    package var daypart = 14
    package var engagement = 14
    package var support = 10
    package var distance = 16

    package init() {}
}

/// A vacancy that suits somebody, and why.
package struct Suggested: Sendable, Equatable {
    package enum Criterion: String, Sendable, CaseIterable {
        case interest, activity, daypart, engagement, distance, support, language, age
    }

    package let card: VacancyCard
    package let fits: [Criterion]
    package let unknown: [Criterion]
    package let differs: [Criterion]
    /// The answers both gave, for the words of a reason.
    package let shared: [Taxonomy.List: [String]]
}
