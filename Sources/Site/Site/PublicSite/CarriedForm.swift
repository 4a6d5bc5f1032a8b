import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SiteKit
import Web

/// A form that arrived after its session had ended. Its fields travel through the log-in page and are offered again after it.
struct CarriedForm {
    let path: String
    let pairs: [(String, String)]

    private static let prefix = "mee."

    /// What was sent to `path`.
    init(path: String, data: FormData) {
        self.path = path
        pairs = data.pairs.filter { !$0.0.contains("wachtwoord") }
    }

    /// What a log-in form carries; nil when it carries nothing, or a path outside the areas.
    init?(logIn data: FormData) {
        guard let path = data.first(Self.prefix + "pad"), SafeReturn.path(path) != nil else { return nil }
        self.path = path
        pairs = data.pairs.compactMap { name, value in
            name.hasPrefix(Self.prefix + "veld.") ? (String(name.dropFirst((Self.prefix + "veld.").count)), value) : nil
        }
    }

    var fields: HTML {
        """
        <input type="hidden" name="\(Self.prefix + "pad")" value="\(path)">
        \(each: pairs, { "<textarea hidden name=\"\(Self.prefix + "veld." + $0.0)\">\n\($0.1)</textarea>" })
        """
    }

    /// After logging in: one button sends what was typed.
    func page(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Welcome back"), visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(t("Welcome back"))</h1>
            <p class="lead">\(t("What you typed has been kept. Do you want to send it now?"))</p>
            <form method="post" action="\(visit.link(path))">
            \(each: pairs, { "<textarea hidden name=\"\($0.0)\">\n\($0.1)</textarea>" })
            <p class="actions"><button class="btn">\(t("Yes, send"))</button></p></form></div>
            """)
    }
}

/// A page for signed-in people was asked for without a session.
enum SignInAgain {
    static func answer(_ request: Request, _ visit: Visit) async -> Reply {
        var page = LogInPage(
            data: FormData(), errors: FormErrors(),
            next: SafeReturn.path(visit.path + (visit.rawQuery.map { "?" + $0 } ?? "")))
        if request.method == .post, let data = try? await request.form(files: PictureField.largestForm),
            !data.pairs.isEmpty
        {
            page.next = nil
            page.carried = CarriedForm(path: visit.path, data: data)
            page.notice = notice(hadSession: request.cookies[FrontDoor.sessionCookie] != nil, visit)
        }
        var reply = visit.page(page.html(visit), status: .unauthorized)
        reply.shared = false
        // Without this header a 401 is not complete (RFC 9110, 15.5.2); browsers show no dialogue for an unknown scheme.
        reply.headers[.wwwAuthenticate] = "Form"
        return reply
    }

    /// Who was never logged in was not logged out either.
    private static func notice(hadSession: Bool, _ visit: Visit) -> HTML {
        let t = visit.t
        guard !hadSession else {
            return visit.notice(
                .info, "\(t("Log in again. What you typed is kept and you can send it afterwards."))",
                title: t("You were logged out"))
        }
        let register = "<a href=\"\(visit.link("/inschrijven/vrijwilliger"))\">\(t("Make an account"))</a>" as HTML
        return visit.notice(
            .info,
            "\(t("Log in, and it is kept. No account yet?")) \(register). \(t("You can respond to a vacancy without one."))",
            title: t("For this you need an account"))
    }
}
