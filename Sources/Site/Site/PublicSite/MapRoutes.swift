import HTTPTypes
import Hummingbird
import SiteKit
import Tiles
import VolunteerCentre
import Web

/// Pictures of maps, through us: of the maps that the centre chose, around its municipalities, and nothing else.
enum MapRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/kaart/{service}/{zoom}/{x}/{y}", use: tile)
    }

    @Sendable static func tile(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        func number(_ name: String) -> Int? { context.parameters.get(name).flatMap { Int($0) } }
        guard let id = context.parameters.get("service"), visit.centre.finding.maps.contains(id),
            let service = visit.services.tiles.service(id), let zoom = number("zoom"), let x = number("x"),
            let y = number("y"), let tile = Tile(zoom: zoom, x: x, y: y),
            Surroundings(visit.centre, visit.services.finder.places).bounds?.meets(tile.bounds) == true
        else { throw HTTPError(.notFound) }
        switch await visit.services.tiles.find(tile, of: service, for: visit.peer.subscriber) {
        case .image(let image):
            return Reply(
                headers: [.contentType: image.kind.rawValue, .cacheControl: "public, max-age=86400"], body: image.bytes,
                shared: true)
        case .none: throw HTTPError(.notFound)
        case .notNow:
            // No error page and no alarm: the map shows the next picture it gets.
            return Reply(status: .noContent, headers: [.cacheControl: "no-store"], body: [], shared: false)
        }
    }
}
