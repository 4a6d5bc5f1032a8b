package import SQL
package import Time

/// That a volunteer and a vacancy belong together, from a day on: the recorded link of the handbook.
package struct Match: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, LifeState {
        case active, ended
        /// It was a mistake, or it never began.
        case cancelled

        /// The whole life of a match: what may follow what.
        package var next: Set<State> {
            switch self {
            case .active: [.ended, .cancelled]
            // The last day was mistyped, or she goes on after all.
            case .ended: [.active]
            case .cancelled: []
            }
        }
    }

    package let id: ID<Match>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let vacancy: ID<Vacancy>
    package let vacancyTitle: String
    package let application: ID<Application>
    package let volunteer: ID<Volunteer>
    package let volunteerName: String
    package let beginsOn: CalendarDate
    package let endsOn: CalendarDate?
    package let state: State
    package let createdAt: Instant

    package init(
        id: ID<Match>, organisation: ID<Organisation>, organisationName: String, vacancy: ID<Vacancy>,
        vacancyTitle: String, application: ID<Application>, volunteer: ID<Volunteer>, volunteerName: String,
        beginsOn: CalendarDate, endsOn: CalendarDate?, state: State, createdAt: Instant
    ) {
        self.id = id
        self.organisation = organisation
        self.organisationName = organisationName
        self.vacancy = vacancy
        self.vacancyTitle = vacancyTitle
        self.application = application
        self.volunteer = volunteer
        self.volunteerName = volunteerName
        self.beginsOn = beginsOn
        self.endsOn = endsOn
        self.state = state
        self.createdAt = createdAt
    }
}

/// What somebody may do with a match now. Use cases ask the same set that pages print.
package enum MatchAct: Sendable { case end, takeBack, changeBegin, resume }

/// Who may see and change a match: the organisation and the volunteer it is about.
package enum MatchPolicy {
    package static func canSee(_ match: Match, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member(let organisation): organisation == match.organisation
        case .volunteer(let volunteer): volunteer == match.volunteer
        case .visitor, .staff, .system: false
        }
    }

    package static func acts(_ match: Match, _ actor: Actor) -> Set<MatchAct> {
        guard case .member = actor.role, canSee(match, actor) else { return [] }
        return switch match.state {
        case .active: [.end, .takeBack, .changeBegin]
        case .ended: [.resume]
        case .cancelled: []
        }
    }
}

extension Match {
    /// It runs or ran; what was taken back never was.
    package var isStanding: Bool { state != .cancelled }
}

extension Match: Living {
    package static var table: String { "match" }
}
