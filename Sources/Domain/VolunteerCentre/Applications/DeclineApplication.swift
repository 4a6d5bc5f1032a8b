package import SQL
package import Time

/// The organisation says no, with a kind word. The person reads it, and is pointed to the centre.
package struct DeclineApplication: Sendable {
    package enum Outcome: Sendable, Equatable { case declined, alreadyClosed, notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ words: String, _ id: ID<Application>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .member = actor.role, let application = try ApplicationQueries.find(id, in: centre.id, tx),
            ApplicationPolicy.canSee(application, actor)
        else { return .notFound }
        guard application.state.isOpen else { return .alreadyClosed }
        try application.step(to: .declined, reason: words, by: actor, now: now, tx)
        if !application.email.isEmpty {
            try mails.applicationDeclined(application, words: words, centre: centre, now: now, tx)
        }
        return .declined
    }
}
