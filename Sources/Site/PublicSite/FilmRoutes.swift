import HTTPTypes
import Hummingbird
import SQL
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
    @Sendable static func file(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let parts = (context.parameters.get("file") ?? "").split(separator: ".")
        guard let id = context.parameters.get("film").flatMap({ ID<Film>($0) }), parts.count == 2 else {
            throw HTTPError(.notFound)
        }
        let (hash, centre, isCaptions) = (String(parts[0]), visit.centre.id, parts[1] == "vtt")
        let range = request.headers[.range]
        let reply = try await visit.services.database.read { tx -> Reply? in
            guard let film = try Film.find(id, hash: hash, in: centre, tx),
                case .file(_, let mediaType, let size) = film.source
            else { return nil }
            var headers: HTTPFields = [
                .cacheControl: "public, max-age=31536000, immutable", .acceptRanges: "bytes", .contentType: mediaType,
            ]
            if isCaptions {
                headers[.contentType] = "text/vtt; charset=utf-8"
                headers[.acceptRanges] = nil
                return Reply(
                    headers: headers, body: Array((try Film.captions(id, in: centre, tx) ?? "").utf8), shared: true)
            }
            switch ByteRange.asked(range, size: size, most: most) {
            case .whole: return Reply(headers: headers, body: try Film.bytes(id, 0..<size, tx), shared: true)
            case .part(let part):
                headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
                return Reply(
                    status: .partialContent, headers: headers, body: try Film.bytes(id, part, tx), shared: true)
            case .unsatisfiable:
                headers[.contentRange] = "bytes */\(size)"
                return Reply(status: .rangeNotSatisfiable, headers: headers, shared: false)
            }
        }
        guard let reply else { throw HTTPError(.notFound) }
        return reply
    }
}
