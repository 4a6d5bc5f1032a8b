package import Hummingbird
import NIOCore
import SQL
import VolunteerCentre
import Web

/// The context of every route. The front door fills in the visit before the router sees the request.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let channelAddress: SocketAddress?
    var arrived: Visit?

    package init(source: Source) {
        coreContext = .init(source: source)
        channelAddress = source.channel.remoteAddress
    }

    var visit: Visit {
        get throws {
            guard let arrived else { throw HTTPError(.internalServerError) }
            return arrived
        }
    }
}

/// A context that has a visit, whatever it proves beyond that.
protocol VisitContext: RequestContext {
    var visit: Visit { get }
}

/// Proof that a member of an approved organisation of this centre is signed in.
struct MemberContext: ChildRequestContext, VisitContext {
    var coreContext: CoreRequestContextStorage
    let visit: Visit
    let membership: Membership
    let session: Session

    init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let membership = session.organisation else { throw HTTPError(.notFound) }
        self.session = session
        self.membership = membership
    }

    var actor: Actor {
        Actor(
            centre: visit.centre.id, account: session.account, role: .member(membership.organisation),
            isOnBehalf: session.isOnBehalf)
    }
}

/// Proof that somebody of this centre is signed in, with her role.
struct StaffContext: ChildRequestContext, VisitContext {
    var coreContext: CoreRequestContextStorage
    let visit: Visit
    let role: StaffRole
    let session: Session

    init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let role = session.staffRole else { throw HTTPError(.notFound) }
        self.session = session
        self.role = role
    }

    var actor: Actor { Actor(centre: visit.centre.id, account: session.account, role: .staff(role)) }

    /// The visit, for pages that only administrators may see; for others they do not exist.
    var administrator: Visit {
        get throws {
            guard role == .administrator else { throw HTTPError(.notFound) }
            return visit
        }
    }
}

/// Proof that somebody is signed in, whatever she is here.
struct PersonContext: ChildRequestContext, VisitContext {
    var coreContext: CoreRequestContextStorage
    let visit: Visit
    let session: Session

    init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        self.session = session
    }

    var actor: Actor { Actor(centre: visit.centre.id, account: session.account, role: .visitor) }
}

/// Proof that a volunteer of this centre is signed in. Who has no profile yet is asked whether she wants one.
struct VolunteerContext: ChildRequestContext, VisitContext {
    var coreContext: CoreRequestContextStorage
    let visit: Visit
    let volunteer: ID<Volunteer>
    let session: Session

    init(context: SiteContext) throws {
        coreContext = context.coreContext
        visit = try context.visit
        guard let session = visit.session else { throw SignInNeeded() }
        guard let volunteer = session.volunteer else { throw ProfileNeeded() }
        self.session = session
        self.volunteer = volunteer
    }

    var actor: Actor { Actor(centre: visit.centre.id, account: session.account, role: .volunteer(volunteer)) }
}

/// The page is for volunteers, and who is signed in has no profile at this centre yet.
struct ProfileNeeded: Error {}

/// The page is for people who are signed in; the front door answers with the log-in form and keeps what was typed.
struct SignInNeeded: Error {}
