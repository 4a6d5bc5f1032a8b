package import SQL
import Time

/// A volunteer takes her response back; the organisation need not wait any longer.
package enum WithdrawApplication {
    package enum Outcome: Sendable, Equatable { case withdrawn, alreadyClosed, notFound }

    /// What she says about it, if she likes.
    package struct Farewell: Sendable, Equatable {
        package var cause: WithdrawCause?
        package var words = ""
        /// The centre may help her to find something else.
        package var wantsHelp = false

        package init(cause: WithdrawCause? = nil, words: String = "", wantsHelp: Bool = false) {
            (self.cause, self.words, self.wantsHelp) = (cause, words, wantsHelp)
        }
    }

    package static func run(_ id: ID<Application>, saying farewell: Farewell = Farewell(), in work: UnitOfWork) throws
        -> Outcome
    {
        guard case .volunteer = work.actor.role,
            let application = try ApplicationQueries.seen(id, in: work)
        else { return .notFound }
        guard ApplicationPolicy.acts(application, work.actor).contains(.withdraw) else { return .alreadyClosed }
        return try run(application, saying: farewell, in: work)
    }

    /// Of somebody who proved who she is, with an open response.
    static func run(_ application: Application, saying farewell: Farewell, in work: UnitOfWork) throws -> Outcome {
        let due = work.now.adding(UndoTime.hold)
        try application.step(
            to: .withdrawn, also: application.closingColumns(at: due), cause: farewell.cause?.rawValue,
            reason: farewell.words.isEmpty ? nil : farewell.words, in: work)
        if farewell.wantsHelp { try application.handBack(in: work) }
        try application.tellLater(at: due, in: work)
        return .withdrawn
    }

    /// She erases everything of hers: nothing can be looked at afterwards, and nothing undone.
    package static func leaving(_ id: ID<Application>, in work: UnitOfWork) throws {
        guard case .volunteer = work.actor.role, let application = try ApplicationQueries.seen(id, in: work),
            ApplicationPolicy.acts(application, work.actor).contains(.withdraw)
        else { return }
        try application.step(to: .withdrawn, in: work)
        try work.tellMembers(about: application.vacancy) { .applicationLeft(application, to: $0, in: work) }
    }
}
