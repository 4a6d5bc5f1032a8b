import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Name, position and telephone of one of an organisation's people: by an owner, or by herself.
enum ContactRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/organisatie/mensen/{account}", use: page)
        area.post("/organisatie/mensen/{account}", use: save)
    }

    @Sendable static func page(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let member = try await member(context)
        return show(member, ContactForm.data(member, asksEmail: false), FormErrors(), context)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        try await save(try await request.form(), context)
    }

    private static func save(_ typed: FormData, _ context: MemberContext) async throws -> Reply {
        let member = try await member(context)
        let seen = SeenFields(ContactForm.data(member, asksEmail: false))
        let (data, both) = seen.merged(typed)
        var reader = FormReader(data, context.visit.t)
        let contact = ContactForm.read(&reader)
        reader.ask(about: both)
        guard reader.errors.isEmpty else { return show(member, reader.data, reader.errors, context) }
        let isSaved = try await context.carryOut { work -> Bool? in
            try work.claim("organisation", context.organisation)
            guard
                let stored = try OrganisationQueries.members(of: context.organisation, in: work.centre.id, work.tx)
                    .first(where: { $0.account.id == member.account.id })
            else { return nil }
            guard seen.isStill(ContactForm.data(stored, asksEmail: false)) else { return false }
            return try ChangeMembers.change(member.account.id, contact, in: work) == .done ? true : nil
        }
        guard isSaved else { return try await save(typed, context) }
        return context.visit.redirect(.members, saying: .saved)
    }

    private static func member(_ context: MemberContext) async throws -> OrganisationQueries.Member {
        let (id, organisation) = (try context.id("account") as ID<Account>, context.organisation)
        guard context.membership.decides || id == context.session.account else { throw HTTPError(.notFound) }
        return try await context.find { work in
            try OrganisationQueries.members(of: organisation, in: work.centre.id, work.tx)
                .first { $0.account.id == id }
        }
    }

    private static func show(
        _ member: OrganisationQueries.Member, _ data: FormData, _ errors: FormErrors, _ context: MemberContext
    ) -> Reply {
        let (visit, t, name) = (context.visit, context.visit.t, member.account.name)
        let contact = ContactForm(member: member, asksEmail: false, form: visit.fields(data, errors))
        let area = AreaLayout.organisation(
            name, visit, current: "/beheer/organisatie", scripts: ["once"], form: contact.form)
        let html = area.html(
            """
            \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), Crumb(t("People"), "/beheer/organisatie/mensen"), here: name))
            <header class="page-head"><div><h1 dir="auto">\(name)</h1></div></header>
            \(contact.html(visit, path: "/beheer/organisatie/mensen/\(member.account.id)"))
            """)
        return visit.form(html, errors)
    }
}
