package import SQL
package import Time

/// The organisation answers a volunteer, or she the organisation. The mail says that there is an answer, not what it says.
package struct WriteMessage: Sendable {
    package enum Outcome: Sendable, Equatable { case sent, closed, notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ text: String, about id: ID<Application>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let application = try ApplicationQueries.find(id, in: centre.id, tx),
            ApplicationPolicy.canSee(application, actor), application.volunteer != nil
        else { return .notFound }
        guard application.state != .withdrawn else { return .closed }
        let author: ApplicationQueries.Message.Author =
            if case .volunteer = actor.role { .volunteer } else { .organisation }
        let message = try tx.insert(
            """
            insert into application_message (centre_id, application_id, author, account_id, text, at)
            values (\(centre.id), \(id), \(author), \(actor.account), \(text), \(now)) returning id
            """)
        try Audit.record("application.answered", on: "application", id.number, by: actor, now: now, tx)
        if author == .organisation {
            if application.state == .new || application.state == .declined {
                try application.step(to: .inConversation, by: actor, now: now, tx)
            }
            try mails.answerArrived(application, message: message, centre: centre, now: now, tx)
        } else {
            for member in try OrganisationQueries.receivers(about: application.vacancy, in: centre.id, tx) {
                try mails.answerArrived(
                    application, message: message, toMember: member.account, centre: centre, now: now, tx)
            }
        }
        return .sent
    }
}
