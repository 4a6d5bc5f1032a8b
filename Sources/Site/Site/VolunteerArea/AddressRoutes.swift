import HTML
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// *E-mailadres wijzigen*: the new address, and the password, since who has the address has the account.
enum AddressRoutes {
    static func add(to area: RouterGroup<PersonContext>) {
        area.get("/adres") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/adres", use: ask)
    }

    @Sendable static func ask(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let (visit, account) = (context.visit, context.session.account)
        var reader = FormReader(try await request.form(), visit.t)
        let email = reader.email("email", missing: visit.t("Fill in your e-mail address."))
        guard reader.errors.isEmpty else { return try await show(context, reader.data, reader.errors) }
        if let error = try await OwnPassword.error(request, account, visit) {
            reader.errors.add("wachtwoord", error)
            return try await show(context, reader.data, reader.errors)
        }
        // Of several who share the account one moves out; the others keep it.
        let session = context.session
        let mover = session.choices.volunteers > 1 ? session.volunteer : nil
        if mover == nil, session.choices.volunteers > 1 { throw HatNeeded() }
        switch try await context.write({ work in try AddressChange.ask(email, of: account, as: mover, in: work) }) {
        case .sent: return visit.redirect(.account, saying: .addressAsked)
        case .same: reader.errors.add("email", visit.t("This is the address that you have already."))
        case .tooOften:
            reader.errors.add("email", visit.t("This address was changed often today. Go on tomorrow."))
        case .notFound, .taken: throw HTTPError(.notFound)
        }
        return try await show(context, reader.data, reader.errors)
    }

    private static func show(_ context: PersonContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let (visit, t) = (context.visit, context.visit.t)
        let id = context.session.account
        let account = try await context.find { work in try AccountQueries.find(id, in: work.centre.id, work.tx) }
        let own = context.session.volunteer
        let others = try await context.read { work in
            try VolunteerQueries.of(id, in: work.centre.id, work.tx).filter { $0.id != own }.map(\.name)
        }
        let form = visit.fields(data, errors)
        let title = t("Change e-mail address")
        return visit.form(
            PublicLayout(title: title, visit: visit, scripts: ["once"], hasErrors: !errors.isEmpty).html(
                """
                <div class="wrap slim page">
                \(form.summary)
                <header class="page-head"><div><h1>\(title)</h1><p class="lead">\(t("Now it is {email}.", ["email": account.email]))</p></div></header>
                \(if: !others.isEmpty, visit.notice(.info, "\(t("{names} uses this address too and keeps it. You get an account of your own, with a password of your own.", ["names": others.joined(separator: ", ")]))"))
                <form class="panel" method="post" action="\(visit.action("/account/adres"))" novalidate data-once>
                \(form.input("email", t("New e-mail address"), kind: .email, required: true, help: t("We send a mail to it with a button. When you press it, you log in with the new address from then on."), autocomplete: "email"))
                \(form.input("wachtwoord", t("Password"), kind: .password, required: true, help: t("So that nobody else can change it."), autocomplete: "current-password"))
                <div class="form-foot"><button class="btn blue">\(t("Send me the mail"))</button></div>
                </form></div>
                """), errors)
    }
}
