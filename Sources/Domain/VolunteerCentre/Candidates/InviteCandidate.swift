package import SQL
package import Time

/// An organisation asks a candidate for one of its open vacancies. Few invitations reach one person, and few leave one
/// organisation: a pool that is fished empty serves nobody.
package struct InviteCandidate: Sendable {
    /// To one person in thirty days, from all organisations together.
    package static let perPerson = 2
    /// From one organisation in seven days.
    package static let perOrganisation = 10
    /// After *not now* an organisation waits this long before it asks the same person again.
    package static let pauseDays = 90

    package enum Outcome: Sendable, Equatable {
        case invited(ID<PoolInvitation>)
        /// She was asked often enough this month, or asked by this organisation before.
        case askedEnough
        case tooMany
        /// The vacancy is not open.
        case closed
        case notFound
    }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ code: String, for vacancyID: ID<Vacancy>, text: String, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let candidate = try ViewCandidate.visible(code, to: actor, centre: centre, now: now, tx),
            let vacancy = try VacancyQueries.find(vacancyID, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor)
        else { return .notFound }
        let id = candidate.volunteer
        // Two invitations at once meet here; the second one counts again.
        try tx("update candidate set asked = asked + 1 where volunteer_id = \(id)")
        guard vacancy.isOpen(today: centre.today(now)),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .closed }
        // And those of one organisation here. A lock alone would not do: who waited for it would count what was there before.
        try tx("update organisation set name = name where centre_id = \(centre.id) and id = \(organisation.id)")
        guard
            try sent(since: now.subtracting(.days(7)), "organisation_id = \(organisation.id)", tx)
                < Self.perOrganisation
        else { return .tooMany }
        let before = try tx.first(
            """
            select 1 as here from pool_invitation where centre_id = \(centre.id) and volunteer_id = \(id)
                and (vacancy_id = \(vacancyID) or organisation_id = \(organisation.id) and state = 'open')
            union all select 1 as here from candidate_asked where volunteer_id = \(id) and organisation_id = \(organisation.id)
                and at > \(now.subtracting(.days(Self.pauseDays)))
            limit 1
            """)
        guard before == nil, try sent(since: now.subtracting(.days(30)), "volunteer_id = \(id)", tx) < Self.perPerson,
            let account = try VolunteerQueries.account(of: id, in: centre.id, tx)
        else { return .askedEnough }
        let row = try tx.first(
            """
            insert into pool_invitation (centre_id, organisation_id, vacancy_id, volunteer_id, alias, text, state, created_at)
            values (\(centre.id), \(organisation.id), \(vacancyID), \(id), \(candidate.alias), \(text), \(PoolInvitation.State.open), \(now))
            on conflict do nothing returning id
            """)
        guard let invitation: ID<PoolInvitation> = try row?["id"] else { return .askedEnough }
        try tx(
            """
            insert into candidate_asked (centre_id, organisation_id, volunteer_id, at)
            values (\(centre.id), \(organisation.id), \(id), \(now))
            """)
        try PoolInvitation.note(invitation, to: .open, logged: "candidate.invited", by: actor, now: now, tx)
        try mails.candidateInvited(
            invitation, organisation: organisation.name, vacancy: vacancy, words: text, to: account, centre: centre,
            now: now, tx)
        return .invited(invitation)
    }

    private func sent(since instant: Instant, _ filter: SQL, _ tx: Transaction) throws -> Int {
        try tx.first("select count(*) as n from candidate_asked where \(filter) and at > \(instant)")
            .map { try $0["n"] } ?? 0
    }
}
