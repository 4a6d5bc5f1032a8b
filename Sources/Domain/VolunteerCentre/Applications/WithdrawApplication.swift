package import SQL

/// A volunteer takes her response back; the organisation need not wait any longer.
package enum WithdrawApplication {
    package enum Outcome: Sendable, Equatable { case withdrawn, alreadyClosed, notFound }

    /// - Parameter leaves: she erases everything of hers, and nothing can be looked at afterwards.
    package static func run(_ id: ID<Application>, leaves: Bool = false, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer = work.actor.role,
            let application = try ApplicationQueries.seen(id, in: work)
        else { return .notFound }
        guard ApplicationPolicy.acts(application, work.actor).contains(.withdraw) else { return .alreadyClosed }
        return try run(application, leaves: leaves, in: work)
    }

    /// Of somebody who proved who she is, with an open response.
    static func run(_ application: Application, leaves: Bool = false, in work: UnitOfWork) throws -> Outcome {
        try application.step(to: .withdrawn, in: work)
        try work.tellMembers(about: application.vacancy) {
            leaves ? .applicationLeft(application, to: $0, in: work) : .applicationWithdrawn(application, to: $0)
        }
        return .withdrawn
    }
}
