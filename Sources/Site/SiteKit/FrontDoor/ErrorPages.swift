import HTML
import HTTPTypes
import Hummingbird
import Localisation
import Logging
import NIOCore
import SQL
import VolunteerCentre
package import Web

/// What people see when something is not there, not allowed or broken. Never what went wrong inside.
package enum ErrorPages {
    /// - Parameter typed: what was sent and not taken.
    package static func answer(
        _ error: any Error, _ visit: Visit?, _ services: Services, typed: FormData? = nil, requestID: String
    ) -> Reply {
        let status: HTTPResponse.Status
        switch error {
        case let error as any HTTPResponseError: status = error.status
        case is TooOften: status = .tooManyRequests
        case is MadeForAnother: status = .conflict
        case SQLError.unavailable, SQLError.busy, is PasswordHasher.Busy: status = .serviceUnavailable
        default: status = .internalServerError
        }
        if status.code >= 500 {
            services.logger.error("request failed", metadata: ["id": "\(requestID)", "error": "\(error)"])
        }
        guard let visit else {
            return Reply(
                status: status, headers: [.contentType: "text/plain"], body: Array("\(status)\n".utf8), shared: false)
        }
        var reply = visit.page(page(status, error as? TooOften, typed, visit), status: status)
        reply.shared = false
        if let refusal = error as? TooOften { reply = visit.form(reply, refusal) }
        if status == .serviceUnavailable { reply.headers[.retryAfter] = "30" }
        return reply
    }

    package static func noCentre(_ services: Services) -> Reply {
        let words = "This installation has no centre yet. Make one with: schakel centre create\n"
        return Reply(
            status: .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"], body: Array(words.utf8),
            shared: false)
    }

    private static func page(
        _ status: HTTPResponse.Status, _ refusal: TooOften?, _ typed: FormData?, _ visit: Visit
    ) -> HTML {
        var (title, text) = words(status, isSending: typed != nil, visit)
        if let refusal { text = visit.words(refusal) }
        return PublicLayout(title: title, visit: visit).html(
            """
            <div class="wrap slim page message">
            \(if: status == .notFound || status == .gone, "<img src='\(visit.asset("illustrations/not-found.svg"))' alt='' width='240' height='160'>")
            <h1>\(title)</h1>
            <p class="lead">\(text)</p>
            \(if: status.code >= 500, "<p class='muted'>\(visit.t("Mention this number when you contact us: {id}", ["id": visit.requestID]))</p>")
            \(optional: status == .forbidden ? nil : typed, { TypedWords(data: $0).html(visit) })
            <p class="actions">\(ways(status, visit))</p>
            <p>\(visit.help)</p>
            </div>
            """)
    }

    /// Who works in an area goes back to it.
    private static func ways(_ status: HTTPResponse.Status, _ visit: Visit) -> HTML {
        let t = visit.t
        if wasErased(status, visit) {
            return "<a class=\"btn\" href=\"\(visit.link("/beheer"))\">\(t("Dashboard"))</a>"
        }
        let areas: [(path: String, label: String, isOpen: Bool)] = [
            ("/beheer", t("Dashboard"), visit.session?.organisation != nil),
            ("/centrum", t("Centre's area"), visit.session?.staffRole != nil),
            ("/mijn", t("My volunteer work"), visit.session?.volunteer != nil),
        ]
        if let area = areas.first(where: { $0.isOpen && (visit.path == $0.path || visit.path.hasPrefix($0.path + "/")) }
        ) {
            return "<a class=\"btn\" href=\"\(visit.link(area.path))\">\(area.label)</a>"
        }
        return """
            <a class="btn" href="\(visit.link("/"))">\(t("To the home page"))</a>
            <a class="btn plain" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a>
            """
    }

    /// An older mail leads to a response that went with its volunteer. Numbers that never were get the same words.
    private static func wasErased(_ status: HTTPResponse.Status, _ visit: Visit) -> Bool {
        status == .notFound && ["/beheer/reacties/", "/beheer/matches/"].contains { visit.path.hasPrefix($0) }
    }

    private static func words(_ status: HTTPResponse.Status, isSending: Bool, _ visit: Visit) -> (String, String) {
        let t = visit.t
        return switch status {
        case .notFound where wasErased(status, visit):
            (
                t("This response is no longer there"),
                t(
                    "It went with its vacancy or with the person who sent it, or its time was over and it was erased. So you do not see any more who it was."
                )
            )
        case .notFound where isSending:
            (
                t("This could not be done"),
                t(
                    "What it was about is no longer there, or you may not do this any more, for example as somebody changed your role."
                )
            )
        case .notFound where visit.path.contains(/\/\d/):
            (
                t("This is no longer there"),
                t("What stood here was removed, perhaps by who made it. Or the address has a typing error.")
            )
        case .notFound:
            (
                t("We cannot find this page"),
                t("Perhaps the address has a typing error, or the page is no longer there.")
            )
        case .gone:
            (
                t("This page is no longer there"),
                t("It was here once. Perhaps you find something that suits you as well.")
            )
        case .forbidden:
            (
                t("We did not accept this"),
                t("The form was sent from another page than ours. Go back, open the page again and try once more.")
            )
        case .badRequest, .unsupportedMediaType:
            (
                t("We cannot read this"),
                t("Something in the address or the form arrived damaged. Go back and try once more.")
            )
        case .contentTooLarge:
            (
                t("This is too much at once"),
                t("Your text is larger than we can take. Make it shorter and send it again.")
            )
        case .conflict:
            (
                t("This form is somebody else's"),
                t(
                    "Meanwhile somebody else logged in here, or you went on for another organisation. Nothing was saved or sent."
                )
            )
        case .requestTimeout: (t("It took too long"), t("The connection was too slow. Go back and try once more."))
        case .tooManyRequests:
            (t("One moment please"), t("This was tried very often. Wait a quarter of an hour and try again."))
        case .serviceUnavailable: (t("It is very busy now"), t("Nothing is lost. Wait half a minute and try again."))
        default: (t("Something went wrong here"), t("It is not your fault. Try again in a moment."))
        }
    }
}
