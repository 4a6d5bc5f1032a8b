package import SQL

/// Whoever sent the wrong thing takes it back within ten minutes: its words go, that there was something stays.
package enum TakeBackMessage {
    package enum Outcome: Sendable, Equatable { case done, tooLate, notFound }

    package static func run(_ message: Int64, about id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard let application = try ApplicationQueries.seen(id, in: work),
            let found = try ApplicationQueries.messages(of: id, in: work.centre.id, work.tx).first(where: {
                $0.id == message
            })
        else { return .notFound }
        // Pressed twice.
        if found.isTakenBack { return .done }
        guard found.canBeTakenBack(by: work.actor, at: work.now) else { return .tooLate }
        try work.tx(
            """
            update application_message set text = '', taken_back_at = \(work.now), submission_key = submission_key || ':terug'
            where centre_id = \(work.centre.id) and application_id = \(id) and id = \(message)
            """)
        try Audit.record("application.message_taken_back", on: "application", id.number, in: work)
        try application.forgetFirstAnswer(given: found.at, in: work)
        return .done
    }
}
