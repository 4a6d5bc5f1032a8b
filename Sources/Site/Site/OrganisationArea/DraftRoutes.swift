import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Keeping what is typed, by the button or by itself, and looking at it as a visitor would.
enum DraftRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.post("/vacatures/concept", use: keepNew)
        area.post("/vacatures/{vacancy}/concept", use: keep)
        area.post("/vacatures/voorbeeld", use: preview)
    }

    @Sendable static func keepNew(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let taken = try await PictureField.photograph.take(request, context)
        let writer = try await context.writer
        let (content, found) = VacancyForm.read(taken, asDraft: true, writer.departments, visit)
        let (errors, seal) = SealedForm.check(taken.data, found, visit)
        guard errors.isEmpty else {
            return byScript(request)
                ? refused
                : VacancyFormReply.new(taken.data, errors, picture: taken.picture, seal: seal, writer, visit)
        }
        let version = VacancyForm.version(taken.data)
        switch try await context.write({ work in
            try SaveDraft.new(content, submissionKey: seal, version: version, in: work)
        }) {
        case .saved(_, let version): return saved(version, taken.picture, request, visit)
        case .alreadySent: return visit.redirect("/beheer/wachtrij")
        case .changedMeanwhile:
            return byScript(request)
                ? refused : try await VacancyFormReply.conflict(taken, seal: seal, writer, context)
        case .notFound: throw HTTPError(.notFound)
        }
    }

    @Sendable static func keep(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await VacancyRoutes.find(context)
        guard VacancyPolicy.acts(vacancy, context.actor).contains(.keepDraft) else { throw HTTPError(.notFound) }
        let taken = try await PictureField.photograph.take(request, context)
        let writer = try await context.writer
        let version = VacancyForm.version(taken.data)
        let (content, errors) = VacancyForm.read(taken, asDraft: true, writer.departments, visit)
        guard errors.isEmpty else {
            return byScript(request)
                ? refused
                : VacancyFormReply.change(
                    taken.data, errors, of: vacancy, picture: taken.picture, version: version, writer, context)
        }
        let outcome = try await context.write { work in
            try SaveDraft.again(vacancy.id, content, version: version, in: work)
        }
        switch outcome {
        case .saved(_, let version): return saved(version, taken.picture, request, visit)
        case .changedMeanwhile:
            if byScript(request) { return refused }
            return try await VacancyFormReply.conflict(
                taken, with: try await VacancyRoutes.find(context), base: version, writer, context)
        case .notFound, .alreadySent: throw HTTPError(.notFound)
        }
    }

    @Sendable static func preview(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let writer = try await context.writer
        let (content, _) = VacancyForm.read(
            try await PictureField.photograph.take(request, context), asDraft: true, writer.departments, visit)
        return visit.page(VacancyPreviewPage(content: content, writer: writer).html(visit))
    }

    /// The script that saves while typing asks for JSON; the button gets a page.
    private static func byScript(_ request: Request) -> Bool { request.headers[.accept] == "application/json" }

    private static let refused = Reply(
        status: .conflict, headers: [.contentType: "application/json"], body: Array("{}".utf8), shared: false)

    private static func saved(_ version: Int, _ picture: Upload?, _ request: Request, _ visit: Visit) -> Reply {
        guard byScript(request) else {
            return visit.redirect(.vacancies.with("lijst", "concepten"), saying: .draftSaved)
        }
        let (time, number) = (visit.t.time(visit.now, visit.centre.zone), picture?.id.description ?? "")
        let json = "{\"version\":\(version),\"time\":\"\(time)\",\"picture\":\"\(number)\"}"
        return Reply(headers: [.contentType: "application/json"], body: Array(json.utf8), shared: false)
    }
}
