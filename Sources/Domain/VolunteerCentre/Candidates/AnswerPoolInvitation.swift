package import SQL

/// A candidate says yes, not now, or never this organisation. With a yes it becomes a response with account, so that both
/// go on as with any other; without one the organisation learns no more than her alias.
package enum AnswerPoolInvitation {
    package enum Outcome: Sendable, Equatable {
        case accepted(ID<Application>), declined, alreadySo, closed, notFound
    }

    package static func run(_ answer: PoolInvitation.State, _ id: ID<PoolInvitation>, in work: UnitOfWork) throws
        -> Outcome
    {
        guard case .volunteer(let me) = work.actor.role,
            let invitation = try PoolInvitation.find(id, in: work.centre.id, work.tx), invitation.volunteer == me
        else { return .notFound }
        guard invitation.answers(work.actor).contains(answer) else { return .alreadySo }
        var application: ID<Application>?
        if answer == .accepted {
            application = try accept(invitation, me, in: work)
            guard application != nil else { return .closed }
        }
        try invitation.step(to: answer, logged: "candidate.\(answer.rawValue)", in: work)
        if answer == .never {
            try work.tx(
                """
                insert into candidate_block (centre_id, volunteer_id, organisation_id)
                values (\(work.centre.id), \(me), \(invitation.organisation)) on conflict do nothing
                """)
        }
        // *Never* after *not now* is no news to the organisation.
        guard invitation.state == .open || answer == .accepted else { return .declined }
        try work.tellMembers(about: invitation.vacancy) {
            .candidateAnswered(invitation, response: application, to: $0)
        }
        return application.map { .accepted($0) } ?? .declined
    }

    /// The response that she would have written, or has written already; what the organisation wrote is the first message of the conversation.
    private static func accept(_ invitation: PoolInvitation, _ me: ID<Volunteer>, in work: UnitOfWork) throws -> ID<
        Application
    >? {
        guard let volunteer = try VolunteerQueries.find(me, in: work.centre.id, work.tx),
            let account = try VolunteerQueries.account(of: me, in: work.centre.id, work.tx),
            let vacancy = try VacancyQueries.find(invitation.vacancy, in: work.centre.id, work.tx),
            vacancy.isOpen(today: work.today),
            try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx) != nil
        else { return nil }
        let running = try ApplicationQueries.open(of: me, to: vacancy.id, in: work.centre.id, work.tx)
        let new = NewApplication(
            kind: .account, channel: .pool, name: volunteer.name, email: volunteer.email,
            phone: volunteer.sharing.phone ? volunteer.phone : "", message: "", volunteer: me,
            language: account.language, submissionKey: "pool:\(invitation.id)")
        guard let id = try running ?? new.insert(to: vacancy, in: work).made,
            let application = try ApplicationQueries.find(id, in: work.centre.id, work.tx)
        else { return nil }
        try work.tx(
            """
            insert into application_message (centre_id, application_id, author, text, at)
            values (\(work.centre.id), \(id), 'organisation', \(invitation.text), \(invitation.createdAt))
            """)
        if application.state == .new { try application.answer(by: .inConversation, in: work) }
        return id
    }
}
