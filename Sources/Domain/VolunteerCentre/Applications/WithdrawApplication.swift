package import SQL
package import Time

/// A volunteer takes her response back; the organisation need not wait any longer.
package struct WithdrawApplication: Sendable {
    package enum Outcome: Sendable, Equatable { case withdrawn, alreadyClosed, notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ id: ID<Application>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .volunteer = actor.role, let application = try ApplicationQueries.find(id, in: centre.id, tx),
            ApplicationPolicy.canSee(application, actor)
        else { return .notFound }
        guard application.state.isOpen else { return .alreadyClosed }
        try application.step(to: .withdrawn, by: actor, now: now, tx)
        for member in try OrganisationQueries.receivers(about: application.vacancy, in: centre.id, tx) {
            try mails.applicationWithdrawn(application, to: member.account, centre: centre, now: now, tx)
        }
        return .withdrawn
    }
}
