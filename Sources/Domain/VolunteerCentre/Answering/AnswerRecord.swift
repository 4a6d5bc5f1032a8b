package import SQL
package import Time

/// How an organisation answers those who respond, over the last year: for itself, not for a list of who is best.
package struct AnswerRecord: Sendable, Equatable {
    /// Of those that were answered, or that should have been.
    package let share: Double
    /// Half of the answers came within so many days, the day itself being none.
    package let medianDays: Int
    package let count: Int

    package init(share: Double, medianDays: Int, count: Int) {
        (self.share, self.medianDays, self.count) = (share, medianDays, count)
    }

    /// With fewer nothing is said: one forgotten response would be half of them.
    package static let fewest = 5
    private static let most = 2000

    /// What would help, or that it goes well.
    package enum Advice: Sendable, Equatable { case well, answerMore, answerSooner }

    package var advice: Advice {
        if share < 0.9 { return .answerMore }
        return medianDays > 4 ? .answerSooner : .well
    }

    /// The newest 2,000 responses through us of a year; nil where there are too few to say something.
    package static func of(
        _ organisation: ID<Organisation>, in centre: ID<Centre>, now: Instant, _ tx: Transaction
    ) throws -> AnswerRecord? {
        let rows = try tx(
            """
            select created_at, answered_at from application
            where centre_id = \(centre) and organisation_id = \(organisation) and channel = 'web'
                and created_at > \(now.subtracting(.days(365))) and (answered_at is not null or overdue_at is not null)
            order by created_at desc, id desc limit \(most)
            """)
        guard rows.count >= fewest else { return nil }
        let answered = try rows.compactMap { row -> Int? in
            let (sent, answered): (Instant, Instant?) = (try row["created_at"], try row["answered_at"])
            return answered.map { Int(($0.milliseconds - sent.milliseconds) / Span.days(1).milliseconds) }
        }.sorted()
        return AnswerRecord(
            share: Double(answered.count) / Double(rows.count),
            medianDays: answered.isEmpty ? 0 : answered[(answered.count - 1) / 2], count: rows.count)
    }
}
