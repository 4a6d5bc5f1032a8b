package import SQL
package import Time

/// An organisation asks people of an earlier vacancy again. Only who was matched to it, and once a day.
package struct InviteAgain: Sendable {
    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Returns: how many were invited; nil when there is no such vacancy for this actor.
    package func callAsFunction(
        _ volunteers: [ID<Volunteer>], text: String, to id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Int? {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return nil }
        let known = Set(try InvitationQueries.candidates(of: id, in: centre.id, tx).map(\.volunteer))
        var invited = 0
        for volunteer in Set(volunteers).intersection(known).sorted() {
            let row = try tx.first(
                """
                insert into invitation (centre_id, organisation_id, vacancy_id, volunteer_id, text, state, day, created_at)
                values (\(centre.id), \(organisation.id), \(id), \(volunteer), \(text), \(Invitation.State.open), \(centre.today(now)), \(now))
                on conflict (vacancy_id, volunteer_id, day) do nothing returning id
                """)
            guard let row, let account = try VolunteerQueries.account(of: volunteer, in: centre.id, tx)
            else { continue }
            let invitation: ID<Invitation> = try row["id"]
            try Invitation.note(invitation, to: .open, logged: "invitation.sent", by: actor, now: now, tx)
            try mails.volunteerInvited(
                invitation, organisation: organisation.name, words: text, to: account, centre: centre, now: now, tx)
            invited += 1
        }
        return invited
    }
}

/// A volunteer says whether she joins in again. The organisation gets a mail, also when she does not: it plans with it.
package struct AnswerInvitation: Sendable {
    package enum Outcome: Sendable, Equatable { case done, alreadySo, notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ answer: Invitation.State, _ id: ID<Invitation>, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard case .volunteer(let me) = actor.role, let invitation = try InvitationQueries.find(id, in: centre.id, tx),
            invitation.volunteer == me
        else { return .notFound }
        guard invitation.state.next.contains(answer) else { return .alreadySo }
        try invitation.step(to: answer, by: actor, now: now, tx)
        for member in try OrganisationQueries.receivers(about: invitation.vacancy, in: centre.id, tx) {
            try mails.invitationAnswered(
                answer, invitation, to: member.account, centre: centre, now: now, tx)
        }
        return .done
    }
}
