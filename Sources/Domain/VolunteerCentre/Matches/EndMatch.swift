package import SQL
package import Time

/// A match ends on a day, or turns out to be a mistake; then the conversation goes on. Who did not do it gets a mail.
package enum EndMatch {
    package enum Outcome: Sendable, Equatable {
        case ended, planned, open, cancelled, alreadyOver, notFound, beforeItBegan
        /// The same last day stood there, or none before and none now.
        case unchanged
        /// Another last day was noted than the one that was seen.
        case changedMeanwhile
    }

    /// - Parameter day: the last day; today or later it is only noted, and the schedule ends the match when it has passed.
    ///   Nil: it is not known, also where one was noted before.
    package static func end(_ id: ID<Match>, on day: CalendarDate?, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let match = try MatchQueries.seen(id, in: work)
        else { return .notFound }
        guard MatchPolicy.acts(match, work.actor).contains(.end) else { return .alreadyOver }
        if let day, day < match.beginsOn { return .beforeItBegan }
        try work.tx("update match set ends_on = \(day) where centre_id = \(work.centre.id) and id = \(id)")
        guard let day else {
            guard match.endsOn != nil else { return .unchanged }
            try Audit.record("match.end_opened", on: "match", id.number, in: work)
            try work.tellVolunteer(match.volunteer) { _ in .matchEndOpened(match, in: work) }
            return .open
        }
        guard day < work.today else {
            guard match.endsOn != day else { return .unchanged }
            try Audit.record("match.end_planned", on: "match", id.number, in: work)
            try work.tellVolunteer(match.volunteer) { _ in .matchEndPlanned(match, on: day, in: work) }
            return .planned
        }
        try finish(match, on: day, in: work)
        return .ended
    }

    package static func cancel(_ id: ID<Match>, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let match = try MatchQueries.seen(id, in: work),
            let application = try ApplicationQueries.find(match.application, in: work.centre.id, work.tx)
        else { return .notFound }
        guard MatchPolicy.acts(match, work.actor).contains(.takeBack) else { return .alreadyOver }
        try match.move(to: .cancelled, in: work)
        let isMistake = UndoTime.isOpen(since: match.createdAt, now: work.now)
        if isMistake {
            try match.forget(in: work)
            try application.forgetFirstAnswer(given: match.createdAt, in: work)
        }
        // What was new before is new again; else the conversation goes on.
        if let now = try ApplicationQueries.find(match.application, in: work.centre.id, work.tx), now.state == .matched
        {
            try application.step(to: .inConversation, in: work)
        }
        try work.tellVolunteer(match.volunteer) { _ in
            isMistake ? .matchMistaken(match) : .matchCancelledVolunteer(match)
        }
        return .cancelled
    }

    /// It did not end, or she goes on after all: it runs again, without a last day. Who left the centre does not come back by this.
    package static func resume(_ id: ID<Match>, in work: UnitOfWork) throws -> Outcome {
        guard case .member = work.actor.role, let match = try MatchQueries.seen(id, in: work),
            try VolunteerQueries.account(of: match.volunteer, in: work.centre.id, work.tx) != nil
        else { return .notFound }
        guard MatchPolicy.acts(match, work.actor).contains(.resume) else { return .alreadyOver }
        try match.move(to: .active, also: ", ends_on = null", in: work)
        try work.tellVolunteer(match.volunteer) { _ in .matchEndOpened(match, in: work) }
        return .open
    }

    /// Ends the matches whose last day has passed, and tells both sides. Running it twice changes nothing.
    /// - Returns: how many, at most 500 in one run.
    package static func pastTheirDay(in work: UnitOfWork) throws -> Int {
        let ids: [ID<Match>] = try work.tx.values(
            """
            select id from match where centre_id = \(work.centre.id) and state = 'active' and ends_on < \(work.today)
            order by id limit 500
            """)
        for id in ids {
            guard let match = try MatchQueries.find(id, in: work.centre.id, work.tx), let day = match.endsOn else {
                continue
            }
            try finish(match, on: day, in: work)
            try work.tellMembers(about: match.vacancy) { .matchEnded(match, on: day, to: $0) }
        }
        return ids.count
    }

    /// Who leaves the centre leaves her matches; the organisations are told.
    package static func all(of volunteer: ID<Volunteer>, in work: UnitOfWork) throws {
        let ids: [ID<Match>] = try work.tx.values(
            """
            select id from match where centre_id = \(work.centre.id) and volunteer_id = \(volunteer) and state = 'active'
            order by id limit 1000
            """)
        for id in ids {
            guard let match = try MatchQueries.find(id, in: work.centre.id, work.tx) else { continue }
            try match.move(to: .ended, in: work)
            try work.tellMembers(about: match.vacancy) { .matchLeft(match, to: $0) }
        }
    }

    private static func finish(_ match: Match, on day: CalendarDate, in work: UnitOfWork) throws {
        try match.move(to: .ended, in: work)
        try work.tellVolunteer(match.volunteer) { _ in .matchEndedVolunteer(match, on: day) }
    }
}

extension Match {
    /// Undone at once it counts for no figure.
    fileprivate func forget(in work: UnitOfWork) throws {
        guard let content = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.content,
            let channel = try ApplicationQueries.find(application, in: work.centre.id, work.tx)?.channel
        else { return }
        try Fact.match.takeBack(of: content, channel: channel.rawValue, at: createdAt, in: work)
    }

    /// A step, and the places of the vacancy counted again.
    fileprivate func move(to target: State, also columns: SQL = .empty, in work: UnitOfWork) throws {
        try step(to: target, also: columns, in: work)
        try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.countPlaces(in: work)
    }
}
