package import SQL
import Time

/// An organisation asks a candidate for one of its open vacancies. Few invitations reach one person, and few leave one
/// organisation: a pool that is fished empty serves nobody.
package enum InviteCandidate {
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

    package static func run(_ code: String, for vacancyID: ID<Vacancy>, text: String, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let candidate = try ViewCandidate.visible(code, in: work),
            let vacancy = try VacancyQueries.own(vacancyID, in: work)
        else { return .notFound }
        let id = candidate.volunteer
        // Two invitations at once meet here; the second one counts again.
        try work.tx("update candidate set asked = asked + 1 where volunteer_id = \(id)")
        guard vacancy.isOpen(today: work.today),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return .closed }
        // And those of one organisation here.
        try work.claim("organisation", organisation.id)
        let often = try asked(for: 7, "organisation_id = \(organisation.id)", in: work)
        guard often < perOrganisation else {
            try NoteLimit.run(.candidateInvitations, on: .organisation, organisation.id, in: work)
            return .tooMany
        }
        let before = try work.tx.first(
            """
            select 1 as here from pool_invitation where centre_id = \(work.centre.id) and volunteer_id = \(id)
                and (vacancy_id = \(vacancyID) or organisation_id = \(organisation.id) and state = 'open')
            union all select 1 as here from candidate_asked where volunteer_id = \(id) and organisation_id = \(organisation.id)
                and at > \(work.now.subtracting(.days(Self.pauseDays)))
            limit 1
            """)
        guard before == nil, try asked(for: 30, "volunteer_id = \(id)", in: work) < perPerson,
            let account = try VolunteerQueries.account(of: id, in: work.centre.id, work.tx)
        else { return .askedEnough }
        let sent: ID<PoolInvitation>? = try work.tx.value(
            """
            insert into pool_invitation (centre_id, organisation_id, vacancy_id, volunteer_id, alias, text, state, created_at)
            values (\(work.centre.id), \(organisation.id), \(vacancyID), \(id), \(candidate.alias), \(text), \(PoolInvitation.State.open), \(work.now))
            on conflict do nothing returning id
            """)
        guard let invitation = sent else { return .askedEnough }
        try work.tx(
            """
            insert into candidate_asked (centre_id, organisation_id, volunteer_id, at)
            values (\(work.centre.id), \(organisation.id), \(id), \(work.now))
            """)
        try PoolInvitation.note(invitation, to: .open, logged: "candidate.invited", in: work)
        try work.tell(
            account, .candidateInvited(invitation, organisation: organisation.name, vacancy: vacancy, words: text))
        return .invited(invitation)
    }

    private static func asked(for days: Int, _ filter: SQL, in work: UnitOfWork) throws -> Int {
        try work.tx.count("candidate_asked where \(filter) and at > \(work.now.subtracting(.days(days)))")
    }
}
