package import Hummingbird
package import NIOCore
package import SQL
package import VolunteerCentre
import Web

/// The context of every route. The front door fills in the visit before the router sees the request.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let channelAddress: SocketAddress?
    package var arrived: Visit?

    package init(source: Source) {
        coreContext = .init(source: source)
        channelAddress = source.channel.remoteAddress
    }

    package var visit: Visit {
        get throws {
            guard let arrived else { throw HTTPError(.internalServerError) }
            return arrived
        }
    }
}

extension RequestContext {
    /// The number in a path; what is none is a page that does not exist.
    package func id<Record>(_ name: String) throws -> ID<Record> {
        guard let id = parameters.get(name).flatMap({ ID<Record>($0) }) else { throw HTTPError(.notFound) }
        return id
    }
}

/// Proof that a member of an approved organisation of this centre is signed in.
package struct MemberContext: ChildRequestContext, Acting {
    package var coreContext: CoreRequestContextStorage
    package let visit: Visit
    package let membership: Membership
    package let session: Session

    package init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let membership = session.organisation else { throw HTTPError(.notFound) }
        self.session = session
        self.membership = membership
    }

    package var actor: Actor {
        Actor(
            centre: visit.centre, account: session.account, role: .member(membership.organisation),
            isOnBehalf: session.isOnBehalf)
    }
}

/// Proof that somebody of this centre is signed in, with her role.
package struct StaffContext: ChildRequestContext, Acting {
    package var coreContext: CoreRequestContextStorage
    package let visit: Visit
    package let role: StaffRole
    package let session: Session

    package init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let role = session.staffRole else { throw HTTPError(.notFound) }
        self.session = session
        self.role = role
    }

    package var actor: Actor { Actor(centre: visit.centre, account: session.account, role: .staff(role)) }

    /// The visit, for pages that only administrators may see; for others they do not exist.
    package var administrator: Visit {
        get throws {
            guard role == .administrator else { throw HTTPError(.notFound) }
            return visit
        }
    }
}

/// Proof that somebody is signed in, whatever she is here.
package struct PersonContext: ChildRequestContext, Acting {
    package var coreContext: CoreRequestContextStorage
    package let visit: Visit
    package let session: Session

    package init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        self.session = session
    }

    package var actor: Actor { Actor(centre: visit.centre, account: session.account, role: .visitor) }
}

/// Proof that a volunteer of this centre is signed in. Who has no profile yet is asked whether she wants one.
package struct VolunteerContext: ChildRequestContext, Acting {
    package var coreContext: CoreRequestContextStorage
    package let visit: Visit
    package let volunteer: ID<Volunteer>
    package let session: Session

    package init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let volunteer = session.volunteer else {
            if session.choices.volunteers > 1 { throw HatNeeded() }
            throw ProfileNeeded()
        }
        self.session = session
        self.volunteer = volunteer
    }

    package var actor: Actor { Actor(centre: visit.centre, account: session.account, role: .volunteer(volunteer)) }
}

/// The page is for volunteers, and who is signed in has no profile at this centre yet.
package struct ProfileNeeded: Error {}

/// Several volunteers share the address of who is signed in, and nobody said who this is.
package struct HatNeeded: Error {
    package init() {}
}

/// The page is for people who are signed in; the front door answers with the log-in form and keeps what was typed.
package struct SignInNeeded: Error {}
