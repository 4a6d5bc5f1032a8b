import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Mensen* of an organisation: who may log in for it. Owners invite and remove; editors see the list.
enum MemberRoutes {
    /// Each sends a mail to an address that an organisation typed.
    private static let invitations = RateLimit("member-invitations", limit: 20, per: .hours(24))

    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/mensen") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/organisatie/mensen", use: invite)
        area.post("/organisatie/mensen/uitnodigingen/{invitation}/weg", use: takeBack)
    }

    private static func show(_ context: MemberContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = context.visit
        let (members, invitations, departments, looksAfter) = try await context.read { work in
            (
                try OrganisationQueries.members(of: context.organisation, in: work.centre.id, work.tx),
                try MemberInvitation.open(of: context.organisation, in: work.centre.id, now: work.now, work.tx),
                try Department.all(of: context.organisation, in: work.centre.id, work.tx),
                try HandOver.counts(of: context.organisation, in: work.centre.id, work.tx)
            )
        }
        let page = MembersPage(
            members: members, invitations: invitations, departments: departments, looksAfter: looksAfter,
            own: context.session.account,
            canChange: context.membership.decides, form: visit.fields(data, errors))
        return visit.form(page.html(visit), errors)
    }

    @Sendable static func invite(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        guard context.membership.decides else { throw HTTPError(.notFound) }
        var reader = FormReader(try await request.form(), visit.t)
        let name = reader.name("naam", missing: visit.t("Fill in the name."))
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        let role = Membership.Role(
            rawValue: reader.choice("rol", among: ["owner", "editor"], missing: visit.t("Choose a role.")))
        guard reader.errors.isEmpty, let role else { return try await show(context, reader.data, reader.errors) }
        let own = context.organisation
        if try await visit.services.refusal(invitations, "organisation:\(own)") != nil {
            try await context.write { work in
                try NoteLimit.run(.memberInvitations, on: .organisation, own, in: work)
            }
            reader.errors.add("email", visit.t("You invited twenty times today. Go on tomorrow."))
            return try await show(context, reader.data, reader.errors)
        }
        return try await change(context, saying: .invited) { work in
            try ChangeMembers.invite(email: email, name: name, role: role, in: work)
        }
    }

    @Sendable static func takeBack(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let id: ID<MemberInvitation> = try context.id("invitation")
        return try await change(context) { work in try ChangeMembers.takeBack(id, in: work) }
    }

    private static func change(
        _ context: MemberContext, saying done: MembersNotice = .saved,
        _ body: @escaping @Sendable (UnitOfWork) throws -> ChangeMembers.Outcome
    ) async throws -> Reply {
        let visit = context.visit
        switch try await context.write(body) {
        case .done: return visit.redirect(.members, saying: done)
        case .roleChanged: return visit.redirect(.members, saying: .roleChanged)
        case .lastOwner: return visit.redirect(.members, saying: .lastOwner)
        case .full: return visit.redirect(.members, saying: .full)
        case .tooOften: return visit.redirect(.members, saying: .tooOften)
        case .notFound: throw HTTPError(.notFound)
        }
    }
}
