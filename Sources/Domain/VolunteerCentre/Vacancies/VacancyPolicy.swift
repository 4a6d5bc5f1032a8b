import SQL

/// What may be done with a vacancy, and by whom.
package enum VacancyPolicy {
    /// What was refused or put away is copied, not changed: its history tells what the centre refused.
    package static func canEdit(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        isOwn(vacancy, actor) && [.draft, .queued, .published, .offline].contains(vacancy.state)
    }

    package static func isOwn(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        guard case .member(let organisation) = actor.role else { return false }
        return organisation == vacancy.organisation
    }

    /// A member sees the vacancies of her own organisation, the centre's people all of their centre.
    package static func canSee(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member(let organisation): organisation == vacancy.organisation
        case .staff, .system: true
        case .visitor, .volunteer: false
        }
    }

    package static func canReview(_ actor: Actor) -> Bool { OrganisationPolicy.canReview(actor) }
}
