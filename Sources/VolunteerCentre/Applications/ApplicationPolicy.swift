/// Who may read a response: the organisation it was sent to. The centre helps without reading along.
package enum ApplicationPolicy {
    package static func canSee(_ application: Application, _ actor: Actor) -> Bool {
        guard case .member(let organisation) = actor.role else { return false }
        return organisation == application.organisation
    }
}
