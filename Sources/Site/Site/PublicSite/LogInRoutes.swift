import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Logging in and out, setting and forgetting passwords. No answer tells who is known, by its words or by its time.
enum LogInRoutes {
    /// A library, a school, a care home: many people behind one address.
    static let perAddress = RateLimit("log-in", limit: 100, per: .minutes(15))
    /// From one address few tries per account; from everywhere together more, so that nobody can lock somebody else out easily.
    static let perPair = RateLimit("log-in-pair", limit: 10, per: .minutes(15))
    static let perAccount = RateLimit("log-in-account", limit: 100, per: .minutes(15))
    static let resets = RateLimit("reset", limit: 40, per: .minutes(15))
    static let resetsOf = RateLimit("reset-of", limit: 5, per: .hours(1))

    static func add(to router: Router<SiteContext>) {
        router.get("/inloggen", use: form)
        router.post("/inloggen", use: logIn)
        router.post("/uitloggen", use: logOut)
        router.get("/wachtwoord/vergeten") { _, context in
            let visit = try context.visit
            return visit.page(ForgottenChoicePage(data: FormData()).html(visit))
        }
        router.post("/wachtwoord/vergeten", use: forgotten)
        router.get("/wachtwoord/verstuurd") { _, context in
            let visit = try context.visit
            return visit.page(LookInMailboxPage(asked: .password).html(visit))
        }
        router.get("/wachtwoord/instellen/{token}", use: passwordForm)
        router.post("/wachtwoord/instellen/{token}", use: setPassword)
    }

    @Sendable static func form(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let next = visit.query.first("terug").flatMap(SafeReturn.path)
        if let session = visit.session { return visit.redirect(next ?? home(of: session)) }
        var page = LogInPage(form: visit.fields(), next: next)
        // Whoever comes from a link in a mail need not have chosen the password herself.
        if visit.query.first("bekend") == "1" {
            page.notice = visit.notice(
                .info,
                "\(visit.t("A password has been chosen for this e-mail address before. Log in with it, or choose Forgotten password."))"
            )
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func logIn(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let services = visit.services
        let data = try await request.form(limit: 512 * 1024)
        var reader = FormReader(data, visit.t)
        let email = reader.line("email", max: 254, missing: visit.t("Fill in your e-mail address."))
        let password = data.first("wachtwoord") ?? ""
        if password.isEmpty { reader.errors.add("wachtwoord", visit.t("Fill in your password.")) }
        let next = data.first("terug").flatMap(SafeReturn.path)
        let carried = CarriedForm(logIn: data)
        if reader.errors.isEmpty {
            let account = EmailAddress.key(email)
            let from = visit.peer.subscriber
            let limits = [(perAddress, from), (perPair, account + " " + from), (perAccount, account)]
            for (limit, subject) in limits {
                guard let refusal = try await services.refusal(limit, subject) else { continue }
                if subject != from {
                    try await visit.write(by: visit.visitor) { work in
                        try LimitedAddress(email, .logIns, at: work.centre.id).enqueue(in: work)
                    }
                }
                reader.errors.add("email", visit.words(refusal))
                let page = LogInPage(form: visit.fields(data, reader.errors), next: next, carried: carried)
                return visit.form(visit.page(page.html(visit)).unshared, refusal)
            }
            let logIn = LogIn(in: services.workroom, hasher: services.hasher)
            // A password longer than any we accept is not worth hashing.
            let typed = String(password.prefix(PasswordRule.longest + 1))
            let outcome = try await logIn(email: email, password: typed, at: visit.centre, now: visit.now)
            if case .welcome(let token, let session) = outcome {
                // Not of the network: each log-in costs a core a third of a second, right or wrong.
                for (limit, subject) in limits.dropFirst() { try await services.release(limit, subject) }
                if let volunteer = session.volunteer {
                    let hers = Actor(centre: visit.centre, account: session.account, role: .volunteer(volunteer))
                    try await visit.write(by: hers) { work in try ClaimApplication.alike(in: work) }
                }
                // Who logs in as another ends what she was.
                if let old = request.cookies[FrontDoor.sessionCookie]?.value {
                    try await visit.write(by: visit.visitor) { work in try Session.close(token: old, work.tx) }
                }
                let cookie = SessionCookie.make(token.text)
                if let carried {
                    return try await goOn(with: carried, session, next, visit).settingCookie(cookie)
                }
                return visit.redirect(next ?? home(of: session)).settingCookie(cookie)
            }
            var words = visit.t("The e-mail address or the password is not right. Try again, or set a new password.")
            if case .merged = outcome {
                words = visit.t(
                    "You have one profile now. Log in with your other e-mail address. Do you not know which? Ask us.")
            }
            reader.errors.add("email", words)
        }
        let page = LogInPage(form: visit.fields(data, reader.errors), next: next, carried: carried)
        return visit.page(page.html(visit), status: .unprocessableContent).unshared
    }

    /// Where she was with a form when she had to log in. What somebody else typed is shown to nobody; who shares her address and was one
    /// of two in that form is the same one again.
    private static func goOn(with carried: CarriedForm, _ session: Session, _ next: String?, _ visit: Visit)
        async throws
        -> Reply
    {
        if let destination = carried.destination { return visit.redirect(destination) }
        guard visit.wearing(session).isFor(carried.path) else {
            return ErrorPages.answer(
                MadeForAnother(), visit.wearing(session), visit.services, requestID: visit.requestID)
        }
        if session.volunteer == nil, session.choices.volunteers > 1 {
            try await visit.write(by: visit.visitor) { work in
                let people = try VolunteerQueries.of(session.account, in: work.centre.id, work.tx).map(\.id)
                if let person = visit.whose(carried.path, among: people) { try session.choose(person, work.tx) }
            }
        }
        return Reply.page(carried.page(visit, home: next ?? home(of: session)), shared: false)
    }

    @Sendable static func logOut(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        if let token = request.cookies[FrontDoor.sessionCookie]?.value {
            try await visit.write(by: visit.visitor) { work in try Session.close(token: token, work.tx) }
        }
        var reply = visit.redirect("/").settingCookie(SessionCookie.ended)
        // Back shows nothing private: the browser drops what it kept of this site.
        reply.headers[.clearSiteData] = "\"cache\""
        return reply
    }

    @Sendable static func forgotten(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let services = visit.services
        let data = try await request.form()
        // The link under the log-in form sends what was typed there, so that nobody types an address twice.
        if data.first("begin") != nil { return Reply.page(ForgottenChoicePage(data: data).html(visit), shared: false) }
        if data.first("kies") != nil {
            return Reply.page(ForgottenPasswordPage(form: visit.fields(data)).html(visit), shared: false)
        }
        var reader = FormReader(data, visit.t)
        let email = reader.email("email", missing: visit.t("Fill in your e-mail address."))
        guard reader.errors.isEmpty else {
            let page = ForgottenPasswordPage(form: visit.fields(data, reader.errors))
            return visit.form(page.html(visit), reader.errors).unshared
        }
        for (limit, subject) in [(resets, visit.peer.subscriber), (resetsOf, EmailAddress.key(email))] {
            guard let refusal = try await services.refusal(limit, subject) else { continue }
            reader.errors.add("email", visit.words(refusal))
            let page = ForgottenPasswordPage(form: visit.fields(data, reader.errors))
            return visit.form(visit.page(page.html(visit)).unshared, refusal)
        }
        // A job looks the address up, so that this answer takes the same time for everybody.
        let request = ResetRequest(email: email, centre: visit.centre.id.number)
        let key = "reset-request:" + Token(random: services.random).hash
        try await visit.write(by: visit.visitor) { work in try request.enqueue(key: key, now: work.now, work.tx) }
        return visit.redirect("/wachtwoord/verstuurd")
    }

    @Sendable static func passwordForm(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        let standing = try await visit.read { work in
            try CredentialLink.standing(token: token, in: work.centre.id, now: work.now, work.tx)
        }
        guard case .usable(let link) = standing else { return used(standing, visit) }
        return visit.page(SetPasswordPage(token: token, link: link, errors: FormErrors()).html(visit)).unshared
    }

    @Sendable static func setPassword(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let services = visit.services
        let token = context.parameters.get("token") ?? ""
        let data = try await request.form()
        if let refusal = try await services.refusal(perAddress, visit.peer.subscriber) { throw refusal }
        let use = SetPassword(in: services.workroom, hasher: services.hasher) { link, work in
            try ClaimApplication.alike(in: work)
            try link.next.flatMap { KeptBefore($0, visit) }?.keep(in: work)
        }
        switch try await use(
            token: token, password: data.first("wachtwoord") ?? "", at: visit.centre, now: visit.now)
        {
        case .welcome(let session, let link):
            // The handbook: an organisation arrives on the website. A volunteer goes on where she was.
            let cookie = SessionCookie.make(session.text)
            guard let next = link.next.flatMap(SafeReturn.path) ?? (link.makesVolunteer ? "/mijn" : nil) else {
                return visit.redirect(.home, saying: .passwordSet).settingCookie(cookie)
            }
            // The page that she came from has its own words.
            let said: HomeNotice? = next == "/mijn" ? .passwordSet : nil
            return visit.redirect(Address(next), saying: said).settingCookie(cookie)
        case .link(let standing):
            return used(standing, visit)
        case .refused(let refusal):
            let standing = try await visit.read { work in
                try CredentialLink.standing(token: token, in: work.centre.id, now: work.now, work.tx)
            }
            guard case .usable(let link) = standing else { return used(standing, visit) }
            var errors = FormErrors()
            errors.add("wachtwoord", words(refusal, visit))
            return visit.form(SetPasswordPage(token: token, link: link, errors: errors).html(visit), errors).unshared
        }
    }

    /// Who has several hats chooses first.
    static func home(of session: Session) -> String {
        if session.choices.isOpen { return "/account/kies" }
        return session.organisation != nil ? "/beheer" : session.staffRole != nil ? "/centrum" : "/mijn"
    }

    private static func used(_ standing: CredentialLink.Standing, _ visit: Visit) -> Reply {
        return visit.page(UsedLinkPage(standing: standing).html(visit), status: .gone).unshared
    }

    private static func words(_ refusal: PasswordRule.Refusal, _ visit: Visit) -> String {
        switch refusal {
        case .tooShort: visit.t("This password is too short. Use at least 12 characters, for example a short sentence.")
        case .tooLong: visit.t("This password is too long. Use at most 128 characters.")
        case .common:
            visit.t("Many people use this password, or it is easy to guess. Think of something only you would choose.")
        }
    }
}

/// The cookie of a signed-in browser; visitors never get one.
enum SessionCookie {
    static func make(_ token: String) -> Cookie {
        Cookie(name: FrontDoor.sessionCookie, value: token, path: "/", secure: true, httpOnly: true, sameSite: .lax)
    }

    static var ended: Cookie {
        Cookie(
            name: FrontDoor.sessionCookie, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .lax
        )
    }
}
