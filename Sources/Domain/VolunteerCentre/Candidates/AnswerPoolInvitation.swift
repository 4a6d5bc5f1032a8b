package import SQL
package import Time

/// A candidate says yes, not now, or never this organisation. With a yes it becomes a response with account, so that both
/// go on as with any other; without one the organisation learns no more than her alias.
package struct AnswerPoolInvitation: Sendable {
    package enum Outcome: Sendable, Equatable {
        case accepted(ID<Application>), declined, alreadySo, closed, notFound
    }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ answer: PoolInvitation.State, _ id: ID<PoolInvitation>, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard case .volunteer(let me) = actor.role,
            let invitation = try PoolInvitation.find(id, in: centre.id, tx), invitation.volunteer == me
        else { return .notFound }
        guard invitation.state.next.contains(answer) else { return .alreadySo }
        var application: ID<Application>?
        if answer == .accepted {
            application = try accept(invitation, me, by: actor, centre: centre, now: now, tx)
            guard application != nil else { return .closed }
        }
        try invitation.step(to: answer, logged: "candidate.\(answer.rawValue)", by: actor, now: now, tx)
        if answer == .never {
            try tx(
                """
                insert into candidate_block (centre_id, volunteer_id, organisation_id)
                values (\(centre.id), \(me), \(invitation.organisation)) on conflict do nothing
                """)
        }
        // *Never* after *not now* is no news to the organisation.
        guard invitation.state == .open || answer == .accepted else { return .declined }
        for member in try OrganisationQueries.receivers(about: invitation.vacancy, in: centre.id, tx) {
            try mails.candidateAnswered(
                invitation, response: application, to: member.account, centre: centre, now: now, tx)
        }
        return application.map { .accepted($0) } ?? .declined
    }

    /// The response that she would have written, or has written already; what the organisation wrote is the first message of the conversation.
    private func accept(
        _ invitation: PoolInvitation, _ me: ID<Volunteer>, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> ID<Application>? {
        guard let volunteer = try VolunteerQueries.find(me, in: centre.id, tx),
            let account = try AccountQueries.find(volunteer.account, tx),
            let vacancy = try VacancyQueries.find(invitation.vacancy, in: centre.id, tx),
            vacancy.isOpen(today: centre.today(now)),
            try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx) != nil
        else { return nil }
        let running = try ApplicationQueries.open(of: me, to: vacancy.id, in: centre.id, tx)
        let new = NewApplication(
            kind: .account, channel: .pool, name: volunteer.name, email: volunteer.email,
            phone: volunteer.sharing.phone ? volunteer.phone : "", message: "", volunteer: me,
            language: account.language, submissionKey: "pool:\(invitation.id)")
        guard let id = try running ?? new.insert(to: vacancy, by: actor, centre: centre, now: now, tx),
            let application = try ApplicationQueries.find(id, in: centre.id, tx)
        else { return nil }
        try tx(
            """
            insert into application_message (centre_id, application_id, author, text, at)
            values (\(centre.id), \(id), 'organisation', \(invitation.text), \(invitation.createdAt))
            """)
        if application.state == .new { try application.step(to: .inConversation, by: actor, now: now, tx) }
        return id
    }
}
