import Composition
import Foundation
import GivenCentre
import HTTPTypes
import Hummingbird
import Localisation
import Logging
import Media
import NIOCore
import NIOEmbedded
import SQL
import Synchronization
import TestSupport
import Texts
import Tiles
import Time
import VolunteerCentre
import Web
import WebTestSupport

@testable import Site
@testable import SiteKit

/// What the site answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    /// How many statements the request cost, as its line in the access log says.
    let queries: Int
    let log: [String: String]

    var isPage: Bool { headers[.contentType]?.hasPrefix("text/html") == true && text.hasPrefix("<!doctype html>") }
}

/// The whole site in this process, behind its front door, on a database of its own. Time stands still unless a test moves it.
struct SiteClient: Sendable {
    final class Clock: Sendable {
        private let value: Mutex<Instant>

        init(_ now: Instant) { value = Mutex(now) }

        var now: Instant {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    let given: Given
    let services: Services
    let door: FrontDoor
    let clock: Clock
    private let log: CollectedLog

    private static let assets = Result { try AssetLibrary(folder: Resources.folder + "/Assets") }

    init(_ engine: TestEngine = .sqlite, isDemo: Bool = false, capabilities: Capabilities = .all, tiles: Tiles? = nil)
        async throws
    {
        let given = try await Given(engine)
        let (clock, log) = (Clock(given.now), CollectedLog())
        self.given = given
        self.clock = clock
        self.log = log
        services = Services(
            given.workroom, capabilities: capabilities, pageSets: PageSets.all,
            catalogues: try Resources.catalogues(),
            taxonomy: try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv"),
            pages: try TextLibrary(folder: Resources.folder + "/Pages", ending: "md"), assets: try Self.assets.get(),
            finder: try given.finder(), coach: try Resources.coach(),
            hasher: PasswordHasher(logRounds: 4, random: given.random),
            images: ImageReencoder(), pdf: PDFPrinter(program: Resources.repository + "/var/tools/bin/weasyprint"),
            tiles: try tiles ?? TestTiles.shared.get(),
            metrics: Metrics(),
            secret: Array("secret of the tests".utf8), trustedProxies: [], now: { clock.now },
            sendsMail: false, isDemo: isDemo, logger: Logger(label: "test") { _ in log.handler }, wakeWorker: {})
        door = FrontDoor(services: services)
    }

    /// - Parameter actor: whose session the request carries; its host is that of the actor's centre unless given.
    func send(
        _ method: HTTPRequest.Method, _ path: String, as actor: Actor? = nil, host: String? = nil,
        headers: HTTPFields = [:], body: [UInt8] = [], token: Token? = nil
    ) async throws -> Answer {
        var fields = headers
        var carried = token
        if carried == nil { carried = try await signIn(actor) }
        if let carried {
            fields[.cookie] = "\(FrontDoor.sessionCookie)=\(carried.text)"
        }
        let host = host ?? (actor?.centre.id == given.other.id ? given.other.host : given.centre.host)
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields)
        let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "request")
        // As the server does for each request; the site answers and logs with it.
        logger[metadataKey: "hb.request.id"] = "\(given.newKey().prefix(16))"
        let context = SiteContext(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        // What the tests change behind the site's back is what another node would.
        try? await services.finder.catchUp()
        let response = try await door.respond(to: request, context: context)
        let line = log.line(of: context.id)
        return Answer(
            status: response.status.code, headers: response.headers,
            text: String(decoding: try await response.bodyBytes(), as: UTF8.self),
            queries: line["queries"].flatMap { Int($0) } ?? -1, log: line)
    }

    /// A session of somebody who has an account.
    func signIn(_ actor: Actor?) async throws -> Token? {
        guard let actor, actor.account != nil else { return nil }
        return try await given.session(of: actor, at: clock.now)
    }

    func get(_ path: String, as actor: Actor? = nil, host: String? = nil) async throws -> Answer {
        try await send(.get, path, as: actor, host: host)
    }

    func post(
        _ path: String, _ fields: [(String, String)] = [], as actor: Actor? = nil, host: String? = nil,
        token: Token? = nil
    ) async throws -> Answer {
        let body = Array(Query.encode(fields).utf8)
        return try await send(
            .post, path, as: actor, host: host,
            headers: [.contentType: "application/x-www-form-urlencoded", .secFetchSite: "same-origin"], body: body,
            token: token)
    }

    /// As a browser sends a form with a file in it.
    func post(
        _ path: String, _ fields: [(String, String)], file: (field: String, bytes: [UInt8]), as actor: Actor? = nil
    ) async throws -> Answer {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--grens\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"x.png\"\r\n\r\n".utf8
        body += file.bytes + Array("\r\n--grens--\r\n".utf8)
        return try await send(
            .post, path, as: actor,
            headers: [.contentType: "multipart/form-data; boundary=grens", .secFetchSite: "same-origin"], body: body)
    }

    /// A seal of a form that was opened a minute ago.
    func seal() -> String { services.seal.issue(random: given.random(12), now: clock.now.subtracting(.minutes(1))) }
}

/// Keeps the lines of the access log by the number of their request.
final class CollectedLog: Sendable {
    private let lines = Mutex<[String: [String: String]]>([:])

    fileprivate func line(of id: String) -> [String: String] { lines.withLock { $0[id] ?? [:] } }

    var handler: any LogHandler { Handler(log: self) }

    private struct Handler: LogHandler {
        let log: CollectedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            guard let fields = event.metadata, let id = fields["id"] else { return }
            log.lines.withLock { lines in lines["\(id)", default: [:]].merge(fields.mapValues { "\($0)" }) { $1 } }
        }
    }
}
