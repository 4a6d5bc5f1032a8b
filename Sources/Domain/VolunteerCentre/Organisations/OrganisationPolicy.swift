/// What may be done with an organisation, and by whom.
package enum OrganisationPolicy {
    package static func canReview(_ actor: Actor) -> Bool {
        switch actor.role {
        case .staff(.administrator), .staff(.mediator), .system: true
        default: false
        }
    }
}
