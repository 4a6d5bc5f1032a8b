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
    /// Each look at a password is a try.
    private static let tries = RateLimit("address-password", limit: 10, per: .minutes(15))

    static func add(to area: RouterGroup<PersonContext>) {
        area.get("/adres") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/adres", use: ask)
    }

    @Sendable static func ask(_ request: Request, _ context: PersonContext) async throws -> Reply {
        let (visit, account) = (context.visit, context.session.account)
        let data = try await request.form()
        var reader = FormReader(data, visit.t)
        let email = reader.email("email", missing: visit.t("Fill in your e-mail address."))
        let password = String((data.first("wachtwoord") ?? "").prefix(PasswordRule.longest + 1))
        if password.isEmpty { reader.errors.add("wachtwoord", visit.t("Fill in your password.")) }
        guard reader.errors.isEmpty else { return try await show(context, data, reader.errors) }
        if let refusal = try await visit.services.refusal(tries, "account:\(account)") { throw refusal }
        let check = CheckPassword(in: visit.services.workroom, hasher: visit.services.hasher)
        guard try await check(password, of: account) else {
            reader.errors.add("wachtwoord", visit.t("This is not your password. Try again."))
            return try await show(context, data, reader.errors)
        }
        switch try await context.write({ work in try AddressChange.ask(email, of: account, in: work) }) {
        case .sent: return visit.redirect(.account, saying: .addressAsked)
        case .same:
            reader.errors.add("email", visit.t("This is the address that you have already."))
        case .tooOften:
            reader.errors.add("email", visit.t("This address was changed often today. Go on tomorrow."))
        case .notFound: throw HTTPError(.notFound)
        }
        return try await show(context, data, reader.errors)
    }

    private static func show(_ context: PersonContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let (visit, t) = (context.visit, context.visit.t)
        let id = context.session.account
        let account = try await context.find { work in try AccountQueries.find(id, in: work.centre.id, work.tx) }
        let form = FormFields(visit: visit, data: data, errors: errors)
        let title = t("Change e-mail address")
        return visit.form(
            PublicLayout(title: title, visit: visit, scripts: ["once"], hasErrors: !errors.isEmpty).html(
                """
                <div class="wrap slim page">
                \(form.summary)
                <header class="page-head"><div><h1>\(title)</h1><p class="lead">\(t("Now it is {email}.", ["email": account.email]))</p></div></header>
                <form class="panel" method="post" action="\(visit.link("/account/adres"))" novalidate data-once>
                \(form.input("email", t("New e-mail address"), kind: .email, required: true, help: t("We send a mail to it with a button. When you press it, you log in with the new address from then on."), autocomplete: "email"))
                \(form.input("wachtwoord", t("Password"), kind: .password, required: true, help: t("So that nobody else can change it."), autocomplete: "current-password"))
                <div class="form-foot"><button class="btn blue">\(t("Send me the mail"))</button></div>
                </form></div>
                """), errors)
    }
}
