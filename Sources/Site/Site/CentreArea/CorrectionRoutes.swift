import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The centre mends what was typed wrong in a registration: the name and legal form, and the people with their addresses.
enum CorrectionRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/organisaties/{organisation}/gegevens", use: page)
        area.post("/organisaties/{organisation}/gegevens", use: save)
        area.get("/organisaties/{organisation}/mensen/{account}", use: contactPage)
        area.post("/organisaties/{organisation}/mensen/{account}", use: saveContact)
    }

    @Sendable static func page(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let organisation = try await organisation(context)
        return show(organisation, data(organisation), FormErrors(), context.visit)
    }

    private static func data(_ organisation: Organisation) -> FormData {
        FormData(pairs: [("naam", organisation.name), ("rechtsvorm", organisation.legalForm)])
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try await save(try await request.form(), context)
    }

    private static func save(_ typed: FormData, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let organisation = try await organisation(context)
        let seen = SeenFields(data(organisation))
        let (merged, both) = seen.merged(typed)
        var reader = FormReader(merged, visit.t)
        let name = reader.line("naam", max: 120, missing: visit.t("Fill in the name."))
        let legalForm = reader.choice("rechtsvorm", among: LegalForm.all)
        reader.ask(about: both)
        guard reader.errors.isEmpty else { return show(organisation, reader.data, reader.errors, visit) }
        let outcome = try await context.write { work -> RenameOrganisation.Outcome? in
            try work.claim("organisation", organisation.id)
            guard
                let stored = try OrganisationQueries.find(organisation.id, in: work.centre.id, work.tx),
                seen.isStill(data(stored))
            else { return nil }
            return try RenameOrganisation.run(organisation.id, name: name, legalForm: legalForm, in: work)
        }
        guard let outcome else { return try await save(typed, context) }
        switch outcome {
        case .done: return visit.redirect(.review(organisation.id), saying: .saved)
        case .taken:
            reader.errors.add(
                "naam", visit.t("There is an organisation of this name. Merge the two, or choose another name."))
        case .notFound: throw HTTPError(.notFound)
        }
        return show(organisation, reader.data, reader.errors, visit)
    }

    @Sendable static func contactPage(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let organisation = try await organisation(context)
        let member = try await member(of: organisation, context)
        return show(member, of: organisation, ContactForm.data(member, asksEmail: true), FormErrors(), context.visit)
    }

    @Sendable static func saveContact(_ request: Request, _ context: StaffContext) async throws -> Reply {
        try await saveContact(try await request.form(), context)
    }

    private static func saveContact(_ typed: FormData, _ context: StaffContext) async throws -> Reply {
        let visit = context.visit
        let organisation = try await organisation(context)
        let member = try await member(of: organisation, context)
        let seen = SeenFields(ContactForm.data(member, asksEmail: true))
        let (data, both) = seen.merged(typed)
        var reader = FormReader(data, visit.t)
        let contact = ContactForm.read(&reader)
        reader.ask(about: both)
        let email = reader.email("email", missing: visit.t("Fill in the e-mail address."))
        guard reader.errors.isEmpty else { return show(member, of: organisation, reader.data, reader.errors, visit) }
        let outcome = try await context.write { work -> CorrectContact.Outcome? in
            try work.claim("organisation", organisation.id)
            let stored = try OrganisationQueries.members(of: organisation.id, in: work.centre.id, work.tx)
                .first { $0.account.id == member.account.id }
            guard stored.map({ seen.isStill(ContactForm.data($0, asksEmail: true)) }) ?? true else { return nil }
            return try CorrectContact.run(member.account.id, of: organisation.id, contact, email: email, in: work)
        }
        guard let outcome else { return try await saveContact(typed, context) }
        switch outcome {
        case .done: return visit.redirect(.review(organisation.id), saying: .saved)
        case .asked: return visit.redirect(.review(organisation.id), saying: .addressAsked)
        case .taken:
            reader.errors.add(
                "email",
                visit.t(
                    "Somebody has an account with this address. Invite that person under Colleagues, on behalf of the organisation."
                ))
        case .tooOften:
            reader.errors.add("email", visit.t("This address was changed often today. Go on tomorrow."))
        case .notFound: throw HTTPError(.notFound)
        }
        return show(member, of: organisation, reader.data, reader.errors, visit)
    }

    private static func organisation(_ context: StaffContext) async throws -> Organisation {
        let id: ID<Organisation> = try context.id("organisation")
        return try await context.find { work -> Organisation? in
            guard let organisation = try OrganisationQueries.find(id, in: work.centre.id, work.tx),
                OrganisationPolicy.acts(organisation, work.actor).contains(.correct)
            else { return nil }
            return organisation
        }
    }

    private static func member(of organisation: Organisation, _ context: StaffContext) async throws
        -> OrganisationQueries.Member
    {
        let id: ID<Account> = try context.id("account")
        return try await context.find { work in
            try OrganisationQueries.members(of: organisation.id, in: work.centre.id, work.tx)
                .first { $0.account.id == id }
        }
    }

    private static func show(_ organisation: Organisation, _ data: FormData, _ errors: FormErrors, _ visit: Visit)
        -> Reply
    {
        let (t, form) = (visit.t, visit.fields(data, errors))
        return framed(
            t("Correct the data"), organisation, form, visit,
            """
            <form class="panel measure" method="post" action="\(visit.action("/centrum/organisaties/\(organisation.id)/gegevens"))" novalidate data-once>
            \(SeenFields(self.data(organisation)).field)\(form.requiredNote)
            \(form.input("naam", t("Name of the organisation"), required: true, help: t("Visitors see the new name at once, and find its vacancies by it."), max: 120))
            \(form.select("rechtsvorm", t("Legal form"), LegalForm.options(visit)))
            <div class="form-foot"><button class="btn">\(t("Save"))</button></div></form>
            """)
    }

    private static func show(
        _ member: OrganisationQueries.Member, of organisation: Organisation, _ data: FormData, _ errors: FormErrors,
        _ visit: Visit
    ) -> Reply {
        let contact = ContactForm(member: member, asksEmail: true, form: visit.fields(data, errors))
        let path = "/centrum/organisaties/\(organisation.id)/mensen/\(member.account.id)"
        return framed(member.account.name, organisation, contact.form, visit, contact.html(visit, path: path))
    }

    private static func framed(
        _ title: String, _ organisation: Organisation, _ form: FormFields, _ visit: Visit, _ content: HTML
    ) -> Reply {
        let area = AreaLayout.centre(title, visit, current: "/centrum/organisaties", scripts: ["once"], form: form)
        let html = area.html(
            """
            \(visit.crumbs(Crumb(visit.t("Organisations"), "/centrum/organisaties"), Crumb(organisation.name, "/centrum/organisaties/\(organisation.id)", isTheirs: true), here: title))
            <header class="page-head"><div><h1 dir="auto">\(title)</h1></div></header>
            \(content)
            """)
        return visit.form(html, form.errors)
    }
}
