package import SQL
import Time

/// Nobody who offered herself is let go with a no: the centre sees who is still looking, until it helped, or until she found something
/// herself or would rather not be helped.
package enum HandBack {
    package enum Outcome: Sendable, Equatable { case done, already, notFound }

    /// After so many days nobody is called about it any more: as long as a closed response is kept unless the centre chose otherwise.
    package static let days = 28

    /// Somebody of the centre spoke to her.
    package static func helped(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard case .staff = work.actor.role,
            let application = try ApplicationQueries.find(id, in: work.centre.id, work.tx),
            application.handedBackAt != nil, application.closing == nil
        else { return .notFound }
        return try close(application, .helpedOn, logged: "application.helped_on", in: work)
    }

    /// She looks on by herself.
    package static func refuse(_ id: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer = work.actor.role, let application = try ApplicationQueries.seen(id, in: work) else {
            return .notFound
        }
        return try refuse(application, in: work)
    }

    /// Of somebody who proved who she is.
    static func refuse(_ application: Application, in work: UnitOfWork) throws -> Outcome {
        guard application.isHandedBack else { return .already }
        return try close(application, .needsNoHelp, logged: "application.needs_no_help", in: work)
    }

    /// Who opens what the centre knows of her is noted.
    package static func open(_ id: ID<Application>, in work: UnitOfWork) throws -> Application? {
        guard case .staff = work.actor.role,
            let application = try ApplicationQueries.handedBack(id, in: work)
        else { return nil }
        try Audit.record("application.opened_by_centre", on: "application", id.number, in: work)
        return application
    }

    private static func close(
        _ application: Application, _ how: Application.FollowUp, logged action: String, in work: UnitOfWork
    ) throws -> Outcome {
        guard
            try work.tx.run(
                """
                update application set helped_at = \(work.now)
                where centre_id = \(work.centre.id) and id = \(application.id) and helped_at is null
                """) == 1
        else { return .already }
        try Application.note(
            application.id, from: application.state, to: application.state, followUp: how.rawValue, logged: action,
            in: work)
        return .done
    }
}

extension Application {
    /// The centre sees that she looks on.
    package var isHandedBack: Bool { handedBackAt != nil && helpedAt == nil }

    /// Who called the organisation herself does not know the centre.
    func handBack(in work: UnitOfWork) throws {
        guard channel == .web || channel == .pool, !(email.isEmpty && phone.isEmpty) else { return }
        try work.tx(
            """
            update application set handed_back_at = \(work.now), helped_at = null
            where centre_id = \(work.centre.id) and id = \(id)
            """)
    }
}
