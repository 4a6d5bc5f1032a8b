import SQL

/// What may be done with a vacancy, and by whom.
package enum VacancyPolicy {
    package static func canEdit(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        guard case .member(let organisation) = actor.role else { return false }
        return organisation == vacancy.organisation && vacancy.state == .draft
    }

    /// A member sees the vacancies of her own organisation, the centre's people all of their centre.
    package static func canSee(_ vacancy: Vacancy, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member(let organisation): organisation == vacancy.organisation
        case .staff, .system: true
        case .visitor: false
        }
    }

    package static func canReview(_ actor: Actor) -> Bool { OrganisationPolicy.canReview(actor) }
}
