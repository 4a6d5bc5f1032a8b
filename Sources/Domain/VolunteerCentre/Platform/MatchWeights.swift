/// What each answer is worth in a suggestion; `docs/matching.md` explains each.
package struct MatchWeights: Sendable, Equatable, Codable {
    package static let standard = MatchWeights()
    package static let range = 0...100

    package var interest = 36
    package var activity = 22
    package var daypart = 14
    package var engagement = 14
    package var support = 10
    package var distance = 16

    package init() {}

    package var isSane: Bool {
        [interest, activity, daypart, engagement, support, distance].allSatisfy(Self.range.contains)
            && interest + activity + daypart + engagement > 0
    }
}
