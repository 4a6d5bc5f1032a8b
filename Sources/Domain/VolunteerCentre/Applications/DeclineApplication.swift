package import SQL
import Time

/// The organisation says no, with a kind word. The person reads it, and is pointed to the centre.
package enum DeclineApplication {
    package enum Outcome: Sendable, Equatable {
        case declined
        /// She left a telephone number only: nobody told her yet.
        case declinedWithoutMail
        case alreadyClosed, notFound
        /// She wrote since the words were begun: they answer what was not read.
        case wroteMeanwhile
        /// A colleague did something with her since, such as note that she takes part.
        case changedMeanwhile
    }

    /// - Parameters:
    ///   - seen: how many messages of hers were on the page; nil where none were shown.
    ///   - steps: how many steps of her response were on it.
    package static func run(
        _ words: String, _ id: ID<Application>, seen: Int? = nil, steps: Int? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard case .member = work.actor.role,
            let application = try ApplicationQueries.seen(id, in: work)
        else { return .notFound }
        let done: Outcome = application.email.isEmpty ? .declinedWithoutMail : .declined
        guard ApplicationPolicy.acts(application, work.actor).contains(.decline) else {
            // Pressed twice: these words are what it was declined with.
            let last = try StateChange.history(of: "application", id.number, in: work.centre.id, work.tx).last
            let isSaid = application.state == .declined && last?.reason == words
            return isSaid ? done : .alreadyClosed
        }
        if let seen, try ApplicationQueries.received(id, in: work.centre.id, work.tx) > seen { return .wroteMeanwhile }
        if let steps, try StateChange.count(of: "application", id.number, in: work.centre.id, work.tx) != steps {
            return .changedMeanwhile
        }
        try application.answer(by: .declined, reason: words, in: work)
        guard done == .declined, try work.mayDecline(application) else { return .declinedWithoutMail }
        // Who has no account is answered in the language in which she wrote.
        let account = try AccountQueries.find(email: application.email, in: work.centre.id, work.tx)
        let spoken = try ApplicationQueries.language(of: id, in: work.centre.id, work.tx)
        try work.tell(
            (application.name, application.email), in: account?.language ?? spoken ?? work.centre.language,
            .applicationDeclined(application, words: words, in: work))
        return .declined
    }
}

extension UnitOfWork {
    /// So many a day go to an address that has no account: whoever notes responses of others cannot fill a mailbox with a no.
    private static let noesADay = 3

    fileprivate func mayDecline(_ application: Application) throws -> Bool {
        guard application.volunteer == nil else { return true }
        return try tx.count(
            """
            mail where centre_id = \(centre.id) and \(EmailAddress.reaches(application.email))
                and kind = \(MailKind.applicationDeclined.rawValue) and created_at + 0 > \(now.subtracting(.days(1)))
            """) < Self.noesADay
    }
}
