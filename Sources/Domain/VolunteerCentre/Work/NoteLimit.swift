package import SQL
import Time

/// A limit that stopped somebody: kept once a day with the organisation, the response or the account that it stopped or protects.
///
/// Limits of a network, and of an address that nobody has an account for, are told on the page alone: a row would be about somebody whom
/// we do not know.
package enum NoteLimit {
    package enum Limit: String, Sendable, CaseIterable {
        case candidateQuestions = "candidate-questions", candidateLooks = "candidate-looks"
        case candidateInvitations = "candidate-invitations", memberInvitations = "member-invitations"
        case messages, password
        case logIns = "log-ins"
        case responses
        case mails
    }

    package static func run<Record>(_ limit: Limit, on subject: Subject, _ id: ID<Record>, in work: UnitOfWork) throws {
        let rule = AutomaticAct.Rule.limited
        let noted = try work.tx.count(
            """
            automatic_act where centre_id = \(work.centre.id) and subject = \(subject.rawValue) and subject_id = \(id)
                and rule = \(rule) and reason = \(limit.rawValue) and at > \(work.now.subtracting(.days(1)))
            """)
        guard noted == 0 else { return }
        try AutomaticAct.record(rule, on: subject.rawValue, [(id.number, limit.rawValue)], in: work)
    }

    package enum Subject: String, Sendable { case organisation, application, account }

    /// With who has an account by this address, if somebody has.
    package static func run(_ limit: Limit, of email: String, in work: UnitOfWork) throws {
        let account: ID<Account>? = try work.tx.value(
            "select id from account where email_key = \(EmailAddress.key(email))")
        if let account { try run(limit, on: .account, account, in: work) }
    }
}
