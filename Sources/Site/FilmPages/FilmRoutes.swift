import Films
import HTTPTypes
import Hummingbird
import NIOCore
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The films of a centre, in the parts that a player asks for, and their captions.
enum FilmRoutes {
    /// One answer holds at most this much of a film.
    private static let most = 2 * 1024 * 1024

    static func add(to router: Router<SiteContext>) {
        router.get("/films/{film}/{file}", use: file)
    }

    /// The address holds the hash of the file, so it never changes.
    @Sendable static func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = try context.visit
        let parts = (context.parameters.get("file") ?? "").split(separator: ".")
        guard let id = context.parameters.get("film").flatMap({ ID<Film>($0) }), parts.count == 2 else {
            throw HTTPError(.notFound)
        }
        let hash = String(parts[0])
        let film = try await visit.read { work in try Film.find(id, hash: hash, in: work.centre.id, work.tx) }
        guard let film, case .file(_, let mediaType, let size) = film.source else { throw HTTPError(.notFound) }
        let kept = "public, max-age=31536000, immutable"
        if parts[1] == "vtt" {
            let captions = try await visit.read { work in try Film.captions(id, in: work.centre.id, work.tx) } ?? ""
            return Reply(
                headers: [.cacheControl: kept, .contentType: "text/vtt; charset=utf-8"], body: Array(captions.utf8),
                shared: true
            ).response(to: request)
        }
        var headers: HTTPFields = [.cacheControl: kept, .acceptRanges: "bytes", .contentType: mediaType]
        switch ByteRange.asked(request.headers[.range], size: size, most: most) {
        case .whole:
            headers[.contentLength] = String(size)
            return Response(status: .ok, headers: headers, body: whole(id, size: size, visit))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            let bytes = try await visit.read { work in try Film.bytes(id, part, work.tx) }
            return Reply(status: .partialContent, headers: headers, body: bytes, shared: true).response(to: request)
        case .unsatisfiable:
            return Reply(
                status: .rangeNotSatisfiable,
                headers: [.contentRange: "bytes */\(size)", .contentType: "text/plain; charset=utf-8"], shared: false
            ).response(to: request)
        }
    }

    /// Part by part, each read by itself: a film is never whole in memory, and a slow reader holds no connection.
    private static func whole(_ id: ID<Film>, size: Int, _ visit: Visit) -> ResponseBody {
        ResponseBody(contentLength: size) { writer in
            for start in stride(from: 0, to: size, by: most) {
                let bytes = try await visit.read { work in
                    try Film.bytes(id, start..<min(size, start + most), work.tx)
                }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }
}
