package import SQL
package import Time

/// A match ends on a day, or turns out to be a mistake; then the conversation goes on. Who did not do it gets a mail.
package struct EndMatch: Sendable {
    package enum Outcome: Sendable, Equatable {
        case ended, planned, open, cancelled, alreadyOver, notFound, beforeItBegan
    }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Parameter day: the last day; today or later it is only noted, and the schedule ends the match when it has passed.
    ///   Nil: it is not known, also where one was noted before.
    package func end(
        _ id: ID<Match>, on day: CalendarDate?, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let match = try MatchQueries.find(id, in: centre.id, tx), MatchPolicy.canChange(match, actor) else {
            return .notFound
        }
        guard match.state == .active else { return .alreadyOver }
        if let day, day < match.beginsOn { return .beforeItBegan }
        try tx("update match set ends_on = \(day) where centre_id = \(centre.id) and id = \(id)")
        guard let day else {
            try Audit.record("match.end_opened", on: "match", id.number, by: actor, now: now, tx)
            return .open
        }
        guard day < centre.today(now) else {
            try Audit.record("match.end_planned", on: "match", id.number, by: actor, now: now, tx)
            return .planned
        }
        try finish(match, on: day, by: actor, centre: centre, now: now, tx)
        return .ended
    }

    package func cancel(_ id: ID<Match>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard let match = try MatchQueries.find(id, in: centre.id, tx), MatchPolicy.canChange(match, actor),
            let application = try ApplicationQueries.find(match.application, in: centre.id, tx)
        else { return .notFound }
        guard match.state == .active else { return .alreadyOver }
        try match.move(to: .cancelled, by: actor, centre: centre, now: now, tx)
        try application.step(to: .inConversation, by: actor, now: now, tx)
        if let account = try VolunteerQueries.account(of: match.volunteer, in: centre.id, tx) {
            try mails.matchCancelled(match, toVolunteer: account, centre: centre, now: now, tx)
        }
        return .cancelled
    }

    /// Ends the matches whose last day has passed, and tells both sides. Running it twice changes nothing.
    /// - Returns: how many, at most 500 in one run.
    package func pastTheirDay(centre: Centre, now: Instant, _ tx: Transaction) throws -> Int {
        let rows = try tx(
            """
            select id from match where centre_id = \(centre.id) and state = 'active' and ends_on < \(centre.today(now))
            order by id limit 500
            """)
        for row in rows {
            guard let match = try MatchQueries.find(try row["id"], in: centre.id, tx), let day = match.endsOn
            else { continue }
            try finish(match, on: day, by: .system(centre: centre.id), centre: centre, now: now, tx)
            for member in try OrganisationQueries.receivers(about: match.vacancy, in: centre.id, tx) {
                try mails.matchEnded(match, on: day, to: member.account, centre: centre, now: now, tx)
            }
        }
        return rows.count
    }

    /// Who leaves the centre leaves her matches; the organisations are told.
    package func all(of volunteer: ID<Volunteer>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction)
        throws
    {
        let ids: [ID<Match>] = try tx(
            """
            select id from match where centre_id = \(centre.id) and volunteer_id = \(volunteer) and state = 'active'
            order by id limit 1000
            """
        ).map { try $0["id"] }
        for id in ids {
            guard let match = try MatchQueries.find(id, in: centre.id, tx) else { continue }
            try match.move(to: .ended, by: actor, centre: centre, now: now, tx)
            for member in try OrganisationQueries.receivers(about: match.vacancy, in: centre.id, tx) {
                try mails.matchEnded(
                    match, on: centre.today(now), to: member.account, centre: centre, now: now, tx)
            }
        }
    }

    private func finish(
        _ match: Match, on day: CalendarDate, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try match.move(to: .ended, by: actor, centre: centre, now: now, tx)
        if let account = try VolunteerQueries.account(of: match.volunteer, in: centre.id, tx) {
            try mails.matchEnded(match, on: day, toVolunteer: account, centre: centre, now: now, tx)
        }
    }
}

extension Match {
    /// A step, and the places of the vacancy counted again.
    fileprivate func move(to target: State, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try step(to: target, by: actor, now: now, tx)
        try VacancyQueries.find(vacancy, in: centre.id, tx)?.countPlaces(centre: centre, now: now, tx)
    }
}
