/// What the centre's people may do with an organisation now. Use cases ask the same set that pages print.
package enum OrganisationAct: Sendable {
    case review, correct, assignConsultant, actOnBehalf, renewInvitation, suspend, restore, merge
}

/// What may be done with an organisation, and by whom.
package enum OrganisationPolicy {
    package static func canReview(_ actor: Actor) -> Bool {
        switch actor.role {
        case .staff(.administrator), .staff(.mediator), .system: true
        default: false
        }
    }

    package static func acts(_ organisation: Organisation, _ actor: Actor) -> Set<OrganisationAct> {
        guard canReview(actor) else { return [] }
        return switch organisation.state {
        case .registered: [.review, .correct, .assignConsultant, .merge]
        case .approved: [.correct, .assignConsultant, .actOnBehalf, .renewInvitation, .suspend, .merge]
        // What was suspended must not come back by the door of a merge.
        case .suspended: [.correct, .assignConsultant, .restore]
        case .rejected: [.merge]
        }
    }
}
