package import SQL
import Time

/// The organisation says no, with a reason of a list and a kind word. The person reads it ten minutes later, with what else there is,
/// and is handed back to the centre.
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
    ///   - cause: why; nil for a farewell that is no choice between people.
    package static func run(
        _ words: String, because cause: DeclineCause?, _ id: ID<Application>, seen: Int? = nil, steps: Int? = nil,
        in work: UnitOfWork
    ) throws -> Outcome {
        guard case .member = work.actor.role,
            let application = try ApplicationQueries.seen(id, in: work)
        else { return .notFound }
        let mayMail = try work.mayDeclineNoted(application)
        let done: Outcome =
            try application.email.isEmpty || !mayMail
            || !work.mayDecline(application, after: work.lettersWaiting(for: application))
            ? .declinedWithoutMail : .declined
        guard ApplicationPolicy.acts(application, work.actor).contains(.decline) else {
            // Pressed twice: these words are what it was declined with.
            let last = try StateChange.history(of: "application", id.number, in: work.centre.id, work.tx).last
            let isSaid =
                application.state == .declined && (last?.reason ?? "") == words && last?.cause == cause?.rawValue
            return isSaid ? done : .alreadyClosed
        }
        if let seen, try ApplicationQueries.received(id, in: work.centre.id, work.tx) > seen { return .wroteMeanwhile }
        if let steps, try StateChange.count(of: "application", id.number, in: work.centre.id, work.tx) != steps {
            return .changedMeanwhile
        }
        let due = work.now.adding(UndoTime.hold)
        try application.answer(
            by: .declined, also: application.closingColumns(at: due), cause: cause?.rawValue,
            reason: words.isEmpty ? nil : words, followUp: mayMail ? nil : Closing.unmailed, in: work)
        try application.tellLater(at: due, in: work)
        return done
    }
}
