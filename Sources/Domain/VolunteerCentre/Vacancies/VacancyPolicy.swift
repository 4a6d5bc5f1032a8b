package import Time

/// What somebody may do with a vacancy now. Use cases ask the same set that pages print.
package enum VacancyAct: Sendable {
    case edit, keepDraft, archive, publishAgain, takeOutOfArchive, copy, delete, noteResponse, chooseContactPerson
    case review, feature, unfeature
}

/// What may be done with a vacancy, and by whom.
package enum VacancyPolicy {
    package static func acts(_ vacancy: Vacancy, _ actor: Actor) -> Set<VacancyAct> {
        if isOwn(vacancy, actor) { return own(vacancy) }
        guard canReview(actor) else { return [] }
        // What stands in the spotlight can be taken out whatever became of it; twice is no harm.
        return switch vacancy.state {
        case .queued: vacancy.isFeatured ? [.review, .unfeature] : [.review]
        case .published: vacancy.isWaiting ? [.feature, .unfeature, .review] : [.feature, .unfeature]
        case .offline where vacancy.isWaiting: vacancy.isFeatured ? [.review, .unfeature] : [.review]
        case .draft, .offline, .archived, .rejected: vacancy.isFeatured ? [.unfeature] : []
        }
    }

    /// What was refused or put away is copied, not changed: its history tells what the centre refused.
    private static func own(_ vacancy: Vacancy) -> Set<VacancyAct> {
        var acts: Set<VacancyAct> = [.copy, .delete, .chooseContactPerson]
        switch vacancy.state {
        case .draft: acts.formUnion([.edit, .keepDraft])
        case .queued: acts.insert(.edit)
        case .published: acts.insert(.edit)
        case .offline: acts.formUnion([.edit, .publishAgain])
        case .archived: acts.insert(.takeOutOfArchive)
        case .rejected: break
        }
        if vacancy.state.next.contains(.archived) { acts.insert(.archive) }
        if vacancy.publishedAt != nil { acts.insert(.noteResponse) }
        return acts
    }

    package static func isOwn(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        actor.role == .member(vacancy.organisation)
    }

    /// A member sees the vacancies of her own organisation, the centre's people all of their centre.
    package static func canSee(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member: isOwn(vacancy, actor)
        case .staff, .system: true
        case .visitor, .volunteer: false
        }
    }

    package static func canReactivate(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        !acts(vacancy, actor).isDisjoint(with: [.publishAgain, .takeOutOfArchive])
    }

    package static func canReview(_ actor: Actor) -> Bool { OrganisationPolicy.canReview(actor) }

    /// Anybody may, while it is on the website, has a place left, and its organisation takes part.
    package static func canRespond(to vacancy: Vacancy, of organisation: Organisation, today: CalendarDate) -> Bool {
        vacancy.isOpen(today: today) && organisation.isAdmitted
    }
}
