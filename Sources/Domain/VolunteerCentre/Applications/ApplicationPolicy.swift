/// What somebody may do with a response now. Use cases ask the same set that pages print.
package enum ApplicationAct: Sendable {
    case write, takeUp, match, decline, withdraw, followUp, correct, sendLink, agree, undo, refuseHelp
}

/// Who may read a response, and what may be done with it: by the organisation it was sent to, and by the volunteer who
/// sent it. At the centre only who works for the organisation on its behalf reads along.
package enum ApplicationPolicy {
    package static func canSee(_ application: Application, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member(let organisation): organisation == application.organisation
        case .volunteer(let volunteer): volunteer == application.volunteer
        case .visitor, .staff, .system: false
        }
    }

    package static func acts(_ application: Application, _ actor: Actor) -> Set<ApplicationAct> {
        guard canSee(application, actor) else { return [] }
        var acts: Set<ApplicationAct> = []
        // A guest is called or mailed: there is no page where she reads.
        let hasAccount = application.volunteer != nil
        if hasAccount, application.state != .withdrawn { acts.insert(.write) }
        if case .volunteer = actor.role {
            if application.state == .withdrawn, application.closing != nil { acts.insert(.undo) }
            if application.isHandedBack { acts.insert(.refuseHelp) }
        }
        if case .member = actor.role {
            if application.state == .declined { acts.insert(application.closing == nil ? .takeUp : .undo) }
            // Who left a telephone number only may say her address on the telephone.
            if !hasAccount, application.channel != .web || application.email.isEmpty { acts.insert(.correct) }
        }
        // A no of which she does not know takes nothing from her.
        if case .volunteer = actor.role, application.asTold.state.isOpen { acts.insert(.withdraw) }
        guard application.state.isOpen else { return acts }
        switch actor.role {
        case .member:
            acts.formUnion(hasAccount ? [.decline, .match] : [.decline, .followUp])
            if hasAccount, application.state.isUnanswered { acts.insert(.followUp) }
            if !hasAccount, !application.email.isEmpty { acts.insert(.sendLink) }
        case .visitor, .volunteer, .staff, .system: break
        }
        return acts
    }
}
