package import SQL
package import Time

/// Something that the program did by itself: by which rule, in which version of it, and why. Who it is about reads it.
package struct AutomaticAct: Sendable, Equatable {
    package enum Rule: String, Sendable, CaseIterable, SQLValue {
        /// The organisation was reminded of a response. Reason: the day for which the answer was promised.
        case reminded = "application.reminded"
        /// The same of a message in a conversation that nobody answered for a week. Reason: the day of the message.
        case messageReminded = "application.message_reminded"
        /// Nobody answered in time. Reason: the same.
        case overdue = "application.overdue"
        /// A vacancy went off the website on its last day. Reason: that day.
        case dayPassed = "vacancy.day_passed"
        /// The same after six months, the longest that a vacancy stays. Reason: the last of them.
        case longEnough = "vacancy.long_enough"
        /// Its organisation was asked whether it is still right. Reason: since when nobody had said so.
        case asked = "vacancy.asked"
        /// Nobody answered that: it stands at the end of the list. Reason: the day of the question.
        case sunk = "vacancy.sunk"
        /// Nor later: it went off the website, as the centre chose. Reason: the same.
        case unconfirmed = "vacancy.unconfirmed"

        /// A picture that somebody of the organisation sent was not taken. Reason: what was wrong with it.
        case pictureRefused = "picture.refused"
        /// Somebody was stopped for a while, since something was done too often. Reason: the limit.
        case limited = "limit.reached"

        /// Rises when the rule decides otherwise than before.
        var version: Int { 1 }
    }

    package let rule: Rule
    package let version: Int
    package let reason: String
    package let at: Instant

    /// One for each record, in one statement.
    static func record(
        _ rule: Rule, on subject: String, _ reasons: [(id: Int64, reason: String)], in work: UnitOfWork
    ) throws {
        guard !reasons.isEmpty else { return }
        let rows = reasons.map { one -> SQL in
            "(\(work.centre.id), \(rule), \(rule.version), \(subject), \(one.id), \(one.reason), \(work.now))"
        }
        try work.tx(
            """
            insert into automatic_act (centre_id, rule, version, subject, subject_id, reason, at)
            values \(rows.joined(separator: ", "))
            """)
    }

    /// The newest fifty, oldest first; a rule that this program does not know any more is left out.
    package static func history(of subject: String, _ id: Int64, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [AutomaticAct]
    {
        try tx(
            """
            select rule, version, reason, at from automatic_act
            where centre_id = \(centre) and subject = \(subject) and subject_id = \(id) order by id desc limit 50
            """
        ).compactMap { row in
            guard let rule = Rule(rawValue: try row["rule"]) else { return nil }
            return AutomaticAct(
                rule: rule, version: try row["version"], reason: try row["reason"], at: try row["at"])
        }.reversed()
    }
}
