import SQL
package import Time

/// Whether a vacancy is still right, by the word of its organisation.
package struct Freshness: Sendable, Equatable {
    /// After so many days it is asked again.
    package static let days = 42
    /// What was confirmed, changed or asked so shortly ago is left out of a question about the others.
    static let recentDays = 14
    /// Unanswered for so many days, without holidays, it sinks in the list.
    static let patience = 7
    /// And goes offline after so many where the centre chose so.
    static let longestPatience = 21

    /// When somebody of the organisation said that it is right, or changed it.
    package let confirmedAt: Instant?
    let askedAt: Instant?
    let sunkAt: Instant?
    private let publishedAt: Instant?

    init(_ row: Row) throws {
        (confirmedAt, askedAt) = (try row["confirmed_at"], try row["asked_at"])
        (sunkAt, publishedAt) = (try row["sunk_at"], try row["published_at"])
    }

    init() { (confirmedAt, askedAt, sunkAt, publishedAt) = (nil, nil, nil, nil) }

    private func isAfterTheLastWord(_ moment: Instant?) -> Bool {
        guard let moment else { return false }
        return [confirmedAt, publishedAt].compactMap(\.self).allSatisfy { $0 < moment }
    }

    func isConfirmed(since moment: Instant) -> Bool { confirmedAt.map { $0 > moment } ?? false }

    /// Asked, and not answered yet.
    package var isAsked: Bool { isAfterTheLastWord(askedAt) }

    /// At the end of the list, since nobody answered.
    package var isSunk: Bool { isAfterTheLastWord(sunkAt) }
}
