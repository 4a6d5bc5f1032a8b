import HTTPTypes
import Hummingbird
import Mail
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The centre's outgoing mail: waiting, sent, failed; each readable as it was made, failed ones sent again.
enum OutboxRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/postvak-uit", use: list)
        area.get("/postvak-uit/voorbeelden", use: examples)
        area.get("/postvak-uit/{mail}", use: mail)
        area.get("/postvak-uit/{mail}/html", use: preview)
        area.post("/postvak-uit/{mail}/opnieuw", use: retry)
        area.post("/postvak-uit/opnieuw", use: retryStuck)
    }

    @Sendable static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let state = visit.query.first("stand").flatMap(MailState.init(rawValue:))
        let (centre, number) = (visit.centre.id.number, visit.pageNumber)
        let (mails, stuck) = try await context.read { work in
            let counts = try Outbox.counts(centre: centre, work.tx)
            let mails = try Paged(number, of: state.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)) { page in
                try Outbox.list(centre: centre, state: state, page: page.number - 1, pageSize: page.size, work.tx)
            }
            return (mails, try Outbox.stuck(centre: centre, work.tx))
        }
        return visit.page(OutboxPage(state: state, mails: mails, stuck: stuck).html(visit))
    }

    @Sendable static func examples(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let centre = visit.centre.id.number
        let mails = try await context.read { work in try Outbox.newestOfEachKind(centre: centre, work.tx) }
        return visit.page(MailExamplesPage(mails: mails).html(visit))
    }

    @Sendable static func mail(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let (mail, secret) = try await find(context)
        return visit.page(OutboxMailPage(mail: mail, secret: secret).html(visit))
    }

    /// The HTML part as a mail program shows it. Its styles stand on the elements, so this one answer allows them, and nothing else.
    @Sendable static func preview(_ request: Request, _ context: StaffContext) async throws -> Reply {
        _ = try context.administrator
        let (mail, secret) = try await find(context)
        let page = OutboxMailPage(mail: mail, secret: secret)
        var reply = Reply(
            headers: [.contentType: "text/html; charset=utf-8"],
            body: Array(page.readable(mail.html ?? MailBody()).utf8), shared: false)
        reply.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
        return reply
    }

    @Sendable static func retry(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let (mail, _) = try await find(context)
        try await context.write { work in try RetryMail.run(mail.id, in: work) }
        return visit.redirect(.mail(mail.id), saying: .again)
    }

    @Sendable static func retryStuck(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        try await context.write { work in try RetryStuckMail.run(in: work) }
        return visit.redirect(.outbox, saying: .again)
    }

    /// The mail, and the token of its link while nothing but this page can deliver it.
    private static func find(_ context: StaffContext) async throws -> (OutboxMail, secret: String?) {
        guard let number = context.parameters.get("mail").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let (centre, reads) = (context.visit.centre.id.number, !context.visit.services.sendsMail)
        return try await context.find { work in
            try Outbox.find(ID(number), centre: centre, work.tx).map {
                ($0, secret: reads ? try Outbox.secret(of: $0.id, centre: centre, work.tx) : nil)
            }
        }
    }
}
