package import SQL
package import Time

/// *Doorzetten naar match*: a response with account becomes a match. Both sides get a mail.
package struct CreateMatch: Sendable {
    package enum Outcome: Sendable, Equatable {
        case created(ID<Match>)
        case alreadyMatched(ID<Match>?)
        /// The person has no account, so she has not agreed to be recorded.
        case withoutAccount
        case notFound
    }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ id: ID<Application>, from beginsOn: CalendarDate, until endsOn: CalendarDate?, by actor: Actor,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .member = actor.role, let application = try ApplicationQueries.find(id, in: centre.id, tx),
            ApplicationPolicy.canSee(application, actor),
            let vacancy = try VacancyQueries.find(application.vacancy, in: centre.id, tx)
        else { return .notFound }
        guard let volunteer = application.volunteer else { return .withoutAccount }
        guard application.state.isOpen else {
            return .alreadyMatched(try MatchQueries.find(of: id, in: centre.id, tx)?.id)
        }
        let match = ID<Match>(
            try tx.insert(
                """
                insert into match (centre_id, organisation_id, vacancy_id, application_id, volunteer_id, begins_on, ends_on, state, created_at)
                values (\(centre.id), \(application.organisation), \(application.vacancy), \(id), \(volunteer), \(beginsOn), \(endsOn),
                    \(Match.State.active), \(now))
                returning id
                """))
        try Match.note(match, to: .active, logged: "match.created", by: actor, now: now, tx)
        try application.step(to: .matched, by: actor, now: now, tx)
        try Fact.match.record(
            centre: centre, municipality: vacancy.content.municipality, interest: vacancy.content.interests.first ?? "",
            channel: application.channel.rawValue, now: now, tx)
        try vacancy.countPlaces(centre: centre, now: now, tx)
        guard let made = try MatchQueries.find(match, in: centre.id, tx) else { throw SQLError.conflict }
        for member in try OrganisationQueries.receivers(about: application.vacancy, in: centre.id, tx) {
            try mails.matchMade(made, to: member.account, centre: centre, now: now, tx)
        }
        if let account = try VolunteerQueries.account(of: volunteer, in: centre.id, tx) {
            try mails.matchMade(made, toVolunteer: account, centre: centre, now: now, tx)
        }
        return .created(match)
    }
}

extension Vacancy {
    /// Full when as many people are matched as were wanted: it closes by itself, and opens when one of them leaves.
    func countPlaces(centre: Centre, now: Instant, _ tx: Transaction) throws {
        guard let wanted = content.positions else { return }
        let row = try tx.first(
            "select count(*) as n from match where centre_id = \(centre.id) and vacancy_id = \(id) and state = 'active'"
        )
        let filled: Int = try row?["n"] ?? 0
        guard isFull != (filled >= wanted) else { return }
        try tx("update vacancy set is_full = \(filled >= wanted) where centre_id = \(centre.id) and id = \(id)")
        try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
    }
}
