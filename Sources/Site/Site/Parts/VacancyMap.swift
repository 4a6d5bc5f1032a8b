import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SiteKit
import Tiles
import VolunteerCentre
import Web

/// The map of what was found. The list below it has the same vacancies, so that nobody needs the map.
struct VacancyMap {
    let filter: VacancyFilter

    static let path = "/vacatures/kaart.json"

    /// Leaflet, on this page only.
    static func head(_ visit: Visit) -> HTML {
        """
        <link rel="stylesheet" href="\(visit.asset("leaflet/leaflet.css"))">\
        <script defer src="\(visit.asset("leaflet/leaflet.min.js"))"></script><script defer src="\(visit.asset("leaflet/leaflet.markercluster.min.js"))"></script>
        """
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let layers = layers(visit)
        let credit = layers.isEmpty ? "Natural Earth, GSHHG" : ""
        let words = [
            "zoomin": t("Zoom in"), "zoomout": t("Zoom out"), "close": t("Close"), "area": t("Search in this area"),
            "home": t("From home"),
        ]
        return """
            <div class="map" id="kaart" role="region" aria-label="\(t("Map of the vacancies that were found"))" data-points="\(visit.link(filter.address(Self.path)))"\
             data-base="\(visit.asset("basemap-nl-be.geojson")) \(visit.asset("rivers-nl-be.geojson"))" data-credit="\(credit)" data-layers="\(Self.json(layers))" data-words="\(Self.json(words))"\
             data-cluster="\(visit.t.dynamic("\(l10n("{n} vacancies close together"))"))"><p>\(t("The map needs JavaScript. The list below shows the same vacancies."))</p></div>
            <p class="help">\(t("A sign stands in the middle of a postcode or a town, not at the front door. What you can do from home is in the list only."))</p>
            """
    }

    private struct Layer: Encodable {
        let address: String
        let bounds: [[Double]]
        let zooms: [Int]
        let credit: String
    }

    /// The maps that the centre chose, each within its own bounds and around the centre only.
    private func layers(_ visit: Visit) -> [Layer] {
        guard let around = Surroundings(visit.centre, visit.services.finder.places).bounds else { return [] }
        return visit.centre.finding.maps.compactMap { id in
            guard let service = visit.services.tiles.service(id), service.bounds.meets(around) else { return nil }
            let bounds = [
                [max(service.bounds.south, around.south), max(service.bounds.west, around.west)],
                [min(service.bounds.north, around.north), min(service.bounds.east, around.east)],
            ]
            return Layer(
                address: "/kaart/\(id)/{z}/{x}/{y}", bounds: bounds,
                zooms: [service.zooms.lowerBound, service.zooms.upperBound], credit: service.licence)
        }
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The points of the map; as the list asks the index only.
    @Sendable static func points(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let found = visit.services.finder.points(VacancyFilter(visit).search, in: visit.centre, now: visit.now)
        let points = found.map { point in
            Point(
                title: point.card.title, by: visit.owners(of: point.card), place: point.card.place,
                hours: point.card.hours, away: Self.away(point.card, visit),
                picture: point.card.picture.map { visit.media($0, .card) }, address: visit.address(of: point.card),
                at: [point.latitude.rounded5, point.longitude.rounded5])
        }
        let towns = visit.centre.finding.maps.isEmpty ? Self.towns(visit) : []
        let encoder = JSONEncoder()
        // In one order, so that a browser which has it already is told so.
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return Reply(
            headers: [.contentType: "application/json; charset=utf-8"],
            body: Array(try encoder.encode(Shown(towns: towns, points: points))), shared: visit.session == nil)
    }

    private static func away(_ card: VacancyCard, _ visit: Visit) -> String {
        guard let kilometres = card.kilometres else { return "" }
        return kilometres < 1
            ? visit.t("less than 1 km")
            : visit.t("{distance} km", ["distance": String(Int(kilometres.rounded()))])
    }

    /// The towns of the centre from far away, and those around it from nearer, the largest first.
    private static func towns(_ visit: Visit) -> [Town] {
        let places = visit.services.finder.places
        let own = places.towns(of: visit.centre.municipalities)
        let others = places.towns(around: visit.centre.municipalities, kilometres: 40, count: 200)
            .filter { other in !own.contains { $0.name == other.name } }
        return own.map { Town(name: $0.name, at: [$0.latitude.rounded5, $0.longitude.rounded5], zoom: 8) }
            + others.enumerated().map { place, town in
                Town(
                    name: town.name, at: [town.latitude.rounded5, town.longitude.rounded5],
                    zoom: place < 12 ? 9 : place < 60 ? 11 : 12)
            }
    }

    /// The towns of the centre, so that people know where they look.
    private struct Shown: Encodable {
        let towns: [Town]
        let points: [Point]
    }

    private struct Town: Encodable {
        let name: String
        let at: [Double]
        /// From how near its name is shown.
        let zoom: Int
    }

    private struct Point: Encodable {
        let title: String
        let by: String
        let place: String
        let hours: String
        /// How far from where somebody asked.
        let away: String
        let picture: String?
        let address: String
        let at: [Double]
    }
}

extension Double {
    /// A metre is near enough.
    fileprivate var rounded5: Double { (self * 100_000).rounded() / 100_000 }
}
