import Foundation
import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import Tiles
import VolunteerCentre

@testable import Site

/// Maps through us: those that the operator offers and the centre chose, around the centre only.
@Suite struct MapPageTests {
    /// Nobody listens on its port: what is asked of it would be "not now".
    private static let list = """
        [streets]
        name = Straten
        address = http://127.0.0.1:9/{z}/{x}/{y}
        bounds = 50 3 54 8
        zooms = 6 19
        licence = Iemand <b>vet</b>
        contact = beheer@centrum.example
        """

    private func client() async throws -> SiteClient {
        try await SiteClient(
            tiles: Tiles(try TileService.list(Self.list), folder: NSTemporaryDirectory() + "schakel-no-tiles"))
    }

    private func choose(_ maps: [String], _ client: SiteClient) async throws {
        let path = "/centrum/instellingen/zoeken"
        let version = try await client.given.count("finding_setting")
        let answer = try await client.post(
            path,
            [("synoniemen", "maatje buddy"), ("versie", "\(version)")] + maps.map { ("kaart", $0) }
                + ["interesse", "activiteit", "dagdeel", "inzet", "aanbod", "afstand"].map { ("gewicht-" + $0, "20") },
            as: client.given.administrator)
        #expect(answer.status == 303)
    }

    @Test func onlyWhatWasChosenAndNearIsServed() async throws {
        let client = try await client()
        // Borne at zoom 12; Paris; beyond what the service has.
        let (near, far, deep) = (
            "/kaart/streets/12/2124/1347", "/kaart/streets/12/2074/1409", "/kaart/streets/20/543900/344900"
        )
        #expect(try await client.get(near).status == 404, "nobody chose it")
        let before = try await client.get("/vacatures?weergave=kaart")
        #expect(before.text.contains("Natural Earth") && before.text.contains("data-layers=\"[]\""))
        try await choose(["streets"], client)
        let answer = try await client.get(near)
        #expect(
            answer.status == 204 && answer.headers[.cacheControl] == "no-store" && answer.text.isEmpty)
        for path in [
            far, deep, "/kaart/bestaat-niet/12/2124/1347", "/kaart/streets/12/-1/1347", "/kaart/streets/x/y/z",
        ] {
            #expect(try await client.get(path).status == 404, "\(path)")
        }
        #expect(try await client.get(near, host: client.given.other.host).status == 404, "the other centre chose none")
        let page = try await client.get("/vacatures?weergave=kaart")
        #expect(
            page.text.contains("/kaart/streets/{z}/{x}/{y}") && page.text.contains("&lt;b&gt;vet")
                && !page.text.contains("Natural Earth"))
        // No other party is named: browsers ask nobody but us.
        #expect(!page.text.contains("127.0.0.1:9"))
        #expect(page.headers[.contentSecurityPolicy]?.contains("img-src 'self' blob:;") == true)
        try await choose([], client)
        #expect(try await client.get(near).status == 404)
    }

    /// A rectangle of a map narrows list and points alike; anything else is no area.
    @Test func anAreaOfTheMapNarrows() async throws {
        let client = try await client()
        let organisation = try await client.given.organisation()
        for (place, postcode) in [("Borne", "7621"), ("Hengelo", "7551")] {
            _ = try await client.given.vacancy("Iets in \(place)", of: organisation) {
                ($0.place, $0.postcode) = (place, postcode)
            }
        }
        let around = try await client.get("/vacatures?gebied=52.28,6.72,52.32,6.77")
        #expect(
            around.text.contains("Iets in Borne") && !around.text.contains("Iets in Hengelo")
                && around.text.contains("In dit gebied"))
        let points = try await client.get("/vacatures/kaart.json?gebied=52.28,6.72,52.32,6.77")
        #expect(points.text.contains("Iets in Borne") && !points.text.contains("Iets in Hengelo"))
        for odd in ["", "x", "1,2,3", "53,6,52,7", "nan,nan,nan,nan", "1e400,0,2,3", "-999,0,999,1"] {
            let page = try await client.get("/vacatures?gebied=\(odd)")
            #expect(page.text.contains("Iets in Borne") && !page.text.contains("In dit gebied"), "\(odd)")
        }
    }
}
