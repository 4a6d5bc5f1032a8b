import HTTPTypes
import Hummingbird
import SQL
import VolunteerCentre
import Web

/// Who works for several organisations, or on behalf of one, has each of them in its own addresses (`voor=7`), so that two tabs never mix them up; an
/// address without it is of the one she looked at last. Links in mails are such addresses, and find their own.
extension FrontDoor {
    /// The session with the organisation that the address names; without any when it is not hers.
    func hatted(_ session: Session, _ query: FormData, _ centre: Centre) async throws -> Session {
        guard let typed = query.first(Visit.hat) else { return session }
        let named = ID<Organisation>(typed)
        guard named != session.organisation?.organisation else { return session }
        // A colleague who works for an organisation, and began with another one since in another tab.
        if session.isOnBehalf { return session.withoutOrganisation }
        let hers = try await services.database.read { tx in try session.memberships(in: centre.id, tx) }
        // A form for an organisation that she no longer works for is never taken for another one.
        guard let named, let membership = hers.first(where: { $0.organisation == named }) else {
            return session.withoutOrganisation
        }
        try await services.database.write { tx in try session.choose(named, tx) }
        return session.wearing(membership)
    }

    /// A page that is not there under the hat she wears, and is under another of hers: the way to it.
    func underAnotherHat(_ request: Request, _ context: SiteContext, _ visit: Visit) async throws -> Reply? {
        guard request.method == .get, let session = visit.session, session.choices.isOpen else { return nil }
        let centre = visit.centre.id
        if visit.path.hasPrefix("/beheer/"), session.choices.organisations > 1, !session.isOnBehalf {
            for membership in try await services.database.read({ tx in try session.memberships(in: centre, tx) }) {
                guard membership.organisation != session.organisation?.organisation else { continue }
                let other = visit.wearing(session.wearing(membership))
                guard await isThere(request, context, other) else { continue }
                let query = visit.rawQuery.map { "?" + $0 } ?? ""
                return other.redirect(visit.path + query)
            }
        }
        if visit.path.hasPrefix("/mijn/"), session.choices.volunteers > 1 {
            let people = try await services.database.read { tx in
                try VolunteerQueries.of(session.account, in: centre, tx)
            }
            for person in people where person.id != session.volunteer {
                guard await isThere(request, context, visit.wearing(session.wearing(person.id))) else { continue }
                try await services.database.write { tx in try session.choose(person.id, tx) }
                return visit.redirect(visit.path)
            }
        }
        return nil
    }

    private func isThere(_ request: Request, _ context: SiteContext, _ visit: Visit) async -> Bool {
        guard let response = try? await route(request, context, visit) else { return false }
        return response.status.code < 400
    }
}
