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
    /// Anybody can send a form without a session: what is kept of it is little.
    static let longest = 512 * 1024
    /// With a photograph it is read to the end, and what was typed beside it is kept.
    static let longestWithFiles = 16 * 1024 * 1024
    /// The longest texts of a vacancy fit many times.
    static let longestText = 128 * 1024

    /// What was sent to `path`.
    init(path: String, data: FormData) {
        self.path = path
        pairs = data.pairs.filter { !$0.0.contains("wachtwoord") && !$0.1.isEmpty }
    }

    /// What a log-in form carries; nil when it carries nothing, or a path outside the areas.
    init?(logIn data: FormData) {
        guard let path = data.first(Self.prefix + "pad"), SafeReturn.path(path) != nil else { return nil }
        self.path = path
        pairs = data.pairs.compactMap { name, value in
            name.hasPrefix(Self.prefix + "veld.") ? (String(name.dropFirst((Self.prefix + "veld.").count)), value) : nil
        }
    }

    /// Of a heart or a search its address with what was chosen; nil for what somebody typed, which belongs in no address.
    var destination: String? {
        keeps ? SafeReturn.path(Query.address(bare, bare == KeptQuestion.path ? pairs : [])) : nil
    }

    /// Where an account is made that gets what is carried; nil where it cannot wait for one.
    var registering: String? {
        destination.map { Query.address("/inschrijven/vrijwilliger", [("naar", $0)]) }
    }

    var fields: HTML {
        """
        <input type="hidden" name="\(Self.prefix + "pad")" value="\(path)">
        \(each: pairs, { "<textarea hidden name=\"\(Self.prefix + "veld." + $0.0)\">\n\($0.1)</textarea>" })
        """
    }

    /// A heart, or a search: nothing was typed.
    private var keeps: Bool { bare == KeptQuestion.path || KeptBefore.vacancy(at: bare) != nil }

    private var bare: String { String(path.prefix { $0 != "?" }) }

    /// What somebody typed herself, as far as it can be told from what a form carries unseen.
    private var typed: [String] {
        pairs.filter { !TypedWords.machinery.contains($0.0) }.map(\.1).filter { $0.contains(where: \.isWhitespace) }
    }

    /// Nothing was typed: a button alone.
    private var isButton: Bool { pairs.allSatisfy { TypedWords.machinery.contains($0.0) } }

    /// After logging in: one button sends what was typed, and one leaves it.
    func page(_ visit: Visit, home: String) -> HTML {
        let t = visit.t
        let words =
            isButton
            ? t("You pressed a button before you logged in. Shall we do it now?")
            : t("What you typed has been kept. Do you want to send it now?")
        return PublicLayout(title: t("Welcome back"), visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(t("Welcome back"))</h1>
            <p class="lead">\(words)</p>
            \(each: typed, { "<blockquote class=\"said\"\(visit.theirs)>\(visit.prose($0))</blockquote>" })
            <form method="post" action="\(visit.action(path))">
            \(each: pairs, { "<textarea hidden name=\"\($0.0)\">\n\($0.1)</textarea>" })
            <p class="actions"><button class="btn">\(isButton ? t("Yes, do it") : t("Yes, send"))</button>\
            <a class="btn plain" href="\(visit.link(home))">\(isButton ? t("No, leave it") : t("No, go on without it"))</a></p></form></div>
            """)
    }
}

/// A page for signed-in people was asked for without a session.
enum SignInAgain {
    static func answer(_ request: Request, _ visit: Visit) async -> Reply {
        var page = LogInPage(
            form: visit.fields(),
            next: SafeReturn.path(visit.path + (visit.rawQuery.map { "?" + $0 } ?? "")))
        if request.method == .post {
            do {
                if let form = try await carried(request, visit) {
                    (page.next, page.carried) = (nil, form)
                    page.notice = notice(form, hadSession: request.cookies[FrontDoor.sessionCookie] != nil, visit)
                }
            } catch let error as HTTPError where error.status == .contentTooLarge {
                page.notice = tooLarge(visit)
            } catch {}
        }
        var reply = visit.page(page.html(visit), status: .unauthorized)
        reply.shared = false
        // Without this header a 401 is not complete (RFC 9110, 15.5.2); browsers show no dialogue for an unknown scheme.
        reply.headers[.wwwAuthenticate] = "Form"
        return reply
    }

    /// What was typed, without files; nil when nothing was.
    /// - Throws: 413 for more than a page can carry.
    private static func carried(_ request: Request, _ visit: Visit) async throws -> CarriedForm? {
        let data = try await request.form(
            limit: CarriedForm.longest, files: CarriedForm.longest, longest: CarriedForm.longestWithFiles)
        guard data.pairs.reduce(0, { $0 + $1.0.utf8.count + $1.1.utf8.count }) <= CarriedForm.longestText else {
            throw HTTPError(.contentTooLarge)
        }
        // The organisation and the person for whom it was made stand in its address.
        let address = visit.path + (visit.rawQuery.map { "?" + $0 } ?? "")
        return CarriedForm(path: address, data: data)
    }

    private static func tooLarge(_ visit: Visit) -> HTML {
        visit.notice(
            .warning,
            "\(visit.t("What you sent is too large to keep while you log in. Press Back: it still stands there. Copy your text, log in, and paste it."))",
            title: visit.t("Log in first"))
    }

    /// Who was never logged in was not logged out either.
    private static func notice(_ form: CarriedForm, hadSession: Bool, _ visit: Visit) -> HTML {
        let t = visit.t
        guard !hadSession else {
            return visit.notice(
                .info, "\(t("Log in again. What you typed is kept and you can send it afterwards."))",
                title: t("You were logged out"))
        }
        // Where her way to an account ends: what she tapped waits there.
        let path = visit.link(form.registering ?? "/inschrijven/vrijwilliger")
        let register = "<a href=\"\(path)\">\(t("Make an account"))</a>" as HTML
        return visit.notice(
            .info,
            "\(t("Log in, and it is kept. No account yet?")) \(register). \(t("You can respond to a vacancy without one."))",
            title: t("For this you need an account"))
    }
}
