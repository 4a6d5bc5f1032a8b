package import SQL

/// An organisation asks people of an earlier vacancy again. Only who was matched to it, and once a day.
package enum InviteAgain {
    /// - Returns: how many were invited; nil when there is no such vacancy for this actor.
    package static func run(_ volunteers: [ID<Volunteer>], text: String, to id: ID<Vacancy>, in work: UnitOfWork) throws
        -> Int?
    {
        guard let vacancy = try VacancyQueries.own(id, in: work),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return nil }
        let known = Set(try InvitationQueries.candidates(of: id, in: work.centre.id, work.tx).map(\.volunteer))
        var invited = 0
        for volunteer in Set(volunteers).intersection(known).sorted() {
            let sent: ID<Invitation>? = try work.tx.value(
                """
                insert into invitation (centre_id, organisation_id, vacancy_id, volunteer_id, text, state, day, created_at)
                values (\(work.centre.id), \(organisation.id), \(id), \(volunteer), \(text), \(Invitation.State.open), \(work.today), \(work.now))
                on conflict (vacancy_id, volunteer_id, day) do nothing returning id
                """)
            guard let invitation = sent,
                let account = try VolunteerQueries.account(of: volunteer, in: work.centre.id, work.tx)
            else { continue }
            try Invitation.note(invitation, to: .open, logged: "invitation.sent", in: work)
            try work.tell(
                account,
                .volunteerInvited(
                    invitation, title: vacancy.content.title, organisation: organisation.name, words: text))
            invited += 1
        }
        return invited
    }
}

/// A volunteer says whether she joins in again. The organisation gets a mail, also when she does not: it plans with it.
package enum AnswerInvitation {
    package enum Outcome: Sendable, Equatable { case done, alreadySo, notFound }

    package static func run(_ answer: Invitation.State, _ id: ID<Invitation>, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer(let me) = work.actor.role,
            let invitation = try InvitationQueries.find(id, in: work.centre.id, work.tx),
            invitation.volunteer == me
        else { return .notFound }
        guard invitation.answers(work.actor).contains(answer) else { return .alreadySo }
        try invitation.step(to: answer, in: work)
        try work.tellMembers(about: invitation.vacancy) { .invitationAnswered(answer, invitation, to: $0, in: work) }
        return .done
    }
}
