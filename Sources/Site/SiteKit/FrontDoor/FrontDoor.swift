import Foundation
import HTTPTypes
package import Hummingbird
import Localisation
import Logging
import SQL
import Time
import VolunteerCentre
package import Web

/// Everything that happens to every request, in the order of this file: assets, host, language, origin, session, routes,
/// errors, headers, log. It is a responder around the router, because the language stands before the path.
package struct FrontDoor: HTTPResponder {
    package typealias Context = SiteContext

    package static let sessionCookie = "__Host-session"

    package let services: Services
    /// The page that asks somebody to log in, with what she typed.
    private let signIn: @Sendable (Request, Visit) async -> Reply
    package let router: RouterResponder<SiteContext>

    package init(services: Services, signIn: @escaping @Sendable (Request, Visit) async -> Reply) {
        self.services = services
        self.signIn = signIn
        let router = Self.router(services)
        FormAddresses.add(to: router)
        self.router = router.buildResponder()
    }

    /// All routes of the installation's capabilities.
    package static func router(_ services: Services) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [])
        let areas = SiteRouter(router)
        for set in services.pageSets {
            set.routes(areas)
            for tab in set.settings { tab.routes(areas.centre) }
        }
        return router
    }

    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        let started = ContinuousClock.now
        let peer = Peer(request: request, channelAddress: context.channelAddress, trusted: services.trustedProxies)
        let requestID = context.id
        let counter = QueryCount()
        let sent = SentForm()
        // Asked as the page itself, so that its length is true; the body stays here.
        let page = request.method == .head ? request.asked(by: .get) : request
        var response = await QueryCount.$current.withValue(counter) {
            await SentForm.$current.withValue(sent) {
                await answer(page, context, peer: peer, requestID: requestID)
            }
        }
        if request.method == .head {
            let length = response.body.contentLength
            response.body = .init()
            response.headers[.contentLength] = length.map { String($0) } ?? response.headers[.contentLength]
        }
        SecurityHeaders.add(to: &response.headers, https: peer.https)
        response.headers[.xRequestID] = requestID
        let route = context.endpointPath ?? "-"
        let seconds = (ContinuousClock.now - started).seconds
        services.metrics.request(route: route, status: response.status.code, seconds: seconds)
        services.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "ms": "\((seconds * 100_000).rounded() / 100)", "queries": "\(counter.total)",
                "bytes": "\(response.body.contentLength ?? 0)", "id": "\(requestID)",
            ])
        return response
    }

    private func answer(_ request: Request, _ context: SiteContext, peer: Peer, requestID: String) async -> Response {
        let path = request.uri.path
        if path.hasPrefix("/assets/") {
            context.coreContext.endpointPath.value = "/assets"
            let found = services.assets.response(path: path, acceptsGzip: PageDelivery.acceptsGzip(request))
            return found ?? Response(status: .notFound)
        }
        if path == "/healthz" || path == "/readyz" {
            context.coreContext.endpointPath.value = path
            return await Health.answer(path, services).response(to: request)
        }
        var visit: Visit?
        do {
            guard let arrived = try await arrive(request, peer: peer, requestID: requestID) else {
                return ErrorPages.noCentre(services).response(to: request)
            }
            visit = arrived
            guard OriginCheck.allows(request, host: peer.host) else { throw HTTPError(.forbidden) }
            try arrived.checkWhose(request)
            do { return try await route(request, context, arrived) } catch let error as HTTPError
                where error.status == .notFound
            {
                guard let elsewhere = try await underAnotherHat(request, context, arrived) else { throw error }
                return elsewhere.response(to: request)
            }
        } catch is SignInNeeded {
            guard let visit else { return Response(status: .internalServerError) }
            return await signIn(request, visit).response(to: request)
        } catch is ProfileNeeded {
            guard let visit else { return Response(status: .internalServerError) }
            return visit.redirect("/account/vrijwilliger" + (await back(to: visit, request))).response(to: request)
        } catch is HatNeeded {
            guard let visit else { return Response(status: .internalServerError) }
            return visit.redirect("/account/kies" + (await back(to: visit, request))).response(to: request)
        } catch {
            let typed = await typed(request)
            // The database may have gone before anybody was recognised; the page that says so is of the centre all the same.
            if visit == nil, let centre = try? await services.centres.centre(host: peer.host) {
                visit = self.visit(request, centre, peer: peer, requestID: requestID)
            }
            return ErrorPages.answer(error, visit, services, typed: typed, requestID: requestID).response(to: request)
        }
    }

    /// Where she was going.
    private func back(to visit: Visit, _ request: Request) async -> String {
        let sent = visit.path == SafeReturn.choices ? await typed(request)?.pairs ?? [] : []
        let query = visit.rawQuery.map { "?" + $0 } ?? ""
        let whole = sent.isEmpty ? visit.path + query : Query.address(visit.path, sent)
        let next = SafeReturn.path(whole) ?? SafeReturn.path(visit.path)
        return next.map { Query.address("", [("terug", $0)]) } ?? ""
    }

    /// What was typed in a form that could not be taken, at most as much as a page can show: rights may have ended while somebody
    /// wrote, or the database may be away.
    private func typed(_ request: Request) async -> FormData? {
        guard request.method == .post, let sent = SentForm.current else { return nil }
        if let data = sent.data { return data }
        return sent.isTouched ? nil : try? await request.form(files: 512 * 1024, patience: .seconds(5))
    }

    func route(_ request: Request, _ context: SiteContext, _ visit: Visit) async throws -> Response {
        var context = context
        context.arrived = visit
        let response = try await router.respond(to: request.moved(to: visit), context: context)
        // The router answers refusals without a page of its own; ours always say what they are.
        guard response.status.code >= 400, response.headers[.contentType]?.hasPrefix("text/") != true else {
            return response
        }
        throw HTTPError(response.status)
    }

    private func arrive(_ request: Request, peer: Peer, requestID: String) async throws -> Visit? {
        guard let centre = try await services.centres.centre(host: peer.host) else { return nil }
        let visit = visit(request, centre, peer: peer, requestID: requestID)
        guard var session = try await session(request, centre: centre, now: visit.now) else { return visit }
        if visit.path.hasPrefix("/beheer") { session = try await hatted(session, visit.query, centre) }
        return visit.wearing(session)
    }

    private func visit(_ request: Request, _ centre: Centre, peer: Peer, requestID: String) -> Visit {
        var path = request.uri.path
        let english = path == "/en" || path.hasPrefix("/en/")
        if english { path = path == "/en" ? "/" : String(path.dropFirst(3)) }
        if path.count > 1, path.hasSuffix("/") { path = String(path.dropLast()) }
        let rawQuery = request.uri.query
        return Visit(
            services: services, centre: centre, t: services.catalogues.localiser(english ? .en : centre.language),
            session: nil, peer: peer, path: path, query: FormData(query: rawQuery), rawQuery: rawQuery,
            cameFrom: request.headers[.referer], now: services.now(), requestID: requestID)
    }

    private func session(_ request: Request, centre: Centre, now: Instant) async throws -> Session? {
        guard let token = request.cookies[Self.sessionCookie]?.value, !token.isEmpty else { return nil }
        let found = try await services.database.read { tx in
            try Session.find(token: token, in: centre.id, now: now, tx)
        }
        guard let (session, stale) = found else { return nil }
        if stale { try await services.database.write { tx in try session.touch(now: now, tx) } }
        return session
    }
}

extension Request {
    /// The request as the router knows it: without the language before the path.
    fileprivate func asked(by method: HTTPRequest.Method) -> Request {
        var head = self.head
        head.method = method
        return Request(head: head, body: body)
    }

    fileprivate func moved(to visit: Visit) -> Request {
        var head = self.head
        head.path = visit.path + (visit.rawQuery.map { "?" + $0 } ?? "")
        return Request(head: head, body: body)
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
