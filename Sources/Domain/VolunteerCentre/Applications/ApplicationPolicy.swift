import SQL

/// Who may read a response: the organisation it was sent to, and the volunteer who sent it. At the centre
/// only who works for the organisation on its behalf reads along.
package enum ApplicationPolicy {
    package static func canSee(_ application: Application, _ actor: Actor) -> Bool {
        switch actor.role {
        case .member(let organisation): organisation == application.organisation
        case .volunteer(let volunteer): volunteer == application.volunteer
        case .visitor, .staff, .system: false
        }
    }
}
