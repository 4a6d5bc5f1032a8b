package import SQL
package import Time

/// *Doorzetten naar match*: a response with account becomes a match. Both sides get a mail.
package enum CreateMatch {
    package enum Outcome: Sendable, Equatable {
        case created(ID<Match>)
        case alreadyMatched(ID<Match>)
        /// It was declined or withdrawn meanwhile.
        case closed
        /// It was made and taken back again and again: each time she gets a mail.
        case tooOften
        /// The person has no account, so she has not agreed to be recorded.
        case withoutAccount
        case notFound
    }

    /// So many matches are made of one response in a day.
    private static let mostADay = 3

    package static func run(
        _ id: ID<Application>, from beginsOn: CalendarDate, until endsOn: CalendarDate?, in work: UnitOfWork
    ) throws -> Outcome {
        guard case .member = work.actor.role,
            let application = try ApplicationQueries.seen(id, in: work),
            let vacancy = try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx)
        else { return .notFound }
        guard let volunteer = application.volunteer else { return .withoutAccount }
        guard ApplicationPolicy.acts(application, work.actor).contains(.match) else {
            return try MatchQueries.find(of: id, in: work.centre.id, work.tx).map { .alreadyMatched($0.id) } ?? .closed
        }
        try work.claim("vacancy", vacancy.id)
        let today = try work.tx.count(
            "match where centre_id = \(work.centre.id) and application_id = \(id) and created_at > \(work.now.subtracting(.days(1)))"
        )
        guard today < Self.mostADay else { return .tooOften }
        let match = ID<Match>(
            try work.tx.insert(
                """
                insert into match (centre_id, organisation_id, vacancy_id, application_id, volunteer_id, begins_on, ends_on, state, created_at)
                values (\(work.centre.id), \(application.organisation), \(application.vacancy), \(id), \(volunteer), \(beginsOn), \(endsOn),
                    \(Match.State.active), \(work.now))
                returning id
                """))
        try Match.note(match, to: .active, logged: "match.created", in: work)
        try application.answer(by: .matched, in: work)
        try Fact.match.record(of: vacancy.content, channel: application.channel.rawValue, in: work)
        try vacancy.countPlaces(in: work)
        guard let made = try MatchQueries.find(match, in: work.centre.id, work.tx) else { throw SQLError.conflict }
        try work.tellMembers(about: application.vacancy) { .matchMade(made, to: $0) }
        try work.tellVolunteer(volunteer) { _ in .matchMadeVolunteer(made) }
        return .created(match)
    }
}

extension Vacancy {
    /// Full when as many people are matched as were wanted: it closes by itself, and opens when one of them leaves.
    func countPlaces(in work: UnitOfWork) throws {
        try work.claim("vacancy", id)
        let filled = try work.tx.count(
            "match where centre_id = \(work.centre.id) and vacancy_id = \(id) and state = 'active'")
        let isFull = content.positions.map { filled >= $0 } ?? false
        guard self.isFull != isFull else { return }
        try work.tx("update vacancy set is_full = \(isFull) where centre_id = \(work.centre.id) and id = \(id)")
        try work.changed("vacancy", id)
    }
}
