import Testing
import Tiles

@Suite struct TileServiceTests {
    private let list = """
        # two countries
        [brt]
        name = BRT-achtergrondkaart
        address = https://tegels.example/{z}/{x}/{y}.png
        bounds = 50.7 3.2 53.7 7.3
        zooms = 6 19
        licence = Kadaster, CC BY 4.0
        contact = beheer@centrum.example

        [eigen]
        file = /srv/kaart.mbtiles
        bounds = 49 2 52 7
        zooms = 0 14
        licence = OpenStreetMap
        """

    @Test func theOperatorsListIsRead() throws {
        let services = try TileService.list(list)
        #expect(services.map(\.id) == ["brt", "eigen"] && services[0].zooms == 6...19)
        #expect(services[0].source == .address("https://tegels.example/{z}/{x}/{y}.png"))
        #expect(services[1].source == .file("/srv/kaart.mbtiles") && services[1].name == "eigen")
        #expect(try TileService.list("").isEmpty)
    }

    @Test(arguments: [
        ("address = https://tegels.example/{z}/{x}.png", 2), ("address = http://tegels.example/{z}/{x}/{y}.png", 2),
        ("address = javascript:{z}{x}{y}", 2), ("address = http://127.0.0.1:x@elsewhere.example/{z}/{x}/{y}", 2),
        ("bounds = 53 3 50 7", 2), ("bounds = 1 2 3", 2), ("zooms = 9 6", 2),
        ("zooms = 0 40", 2), ("contact = niemand", 2), ("kleur = rood", 2), ("zomaar iets", 4),
    ])
    func whatIsWrongIsSaidWithItsLine(_ line: String, _ number: Int) {
        let key = line.split(separator: " ")[0]
        let text = list.split(separator: "\n", omittingEmptySubsequences: false).map { old in
            old.hasPrefix(key + " =") ? line : String(old)
        }.joined(separator: "\n")
        let changed =
            text.contains(line) ? text : text.replacing("name = BRT-achtergrondkaart", with: line + "\nname = x")
        #expect(throws: TileService.Problem.self, "\(line)") { try TileService.list(changed) }
        do { _ = try TileService.list(changed) } catch {
            #expect(error.line == number || error.line == 3, "\(line): \(error.line)")
        }
    }

    @Test func tilesLieWhereMapsPutThem() throws {
        // Borne at zoom 12, as any map of the web numbers it.
        let tile = try #require(Tile(zoom: 12, x: 2124, y: 1347))
        #expect(
            tile.bounds.south < 52.30 && tile.bounds.north > 52.30 && tile.bounds.west < 6.75 && tile.bounds.east > 6.70
        )
        for odd in [(-1, 0, 0), (3, 8, 0), (3, 0, -1), (21, 0, 0), (0, 1, 0)] {
            #expect(Tile(zoom: odd.0, x: odd.1, y: odd.2) == nil)
        }
    }

    @Test func onlyPicturesArePictures() {
        let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + [0, 0, 0, 13] + Array("IHDR".utf8)
        let size: [UInt8] = [0, 0, 1, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 40)
        #expect(TileImage(png + size)?.kind == .png)
        let huge: [UInt8] = [0, 1, 0, 0, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 40)
        #expect(TileImage(png + huge) == nil)
        for bytes in [
            [], Array("<html>".utf8), Array("<svg onload=alert(1)>".utf8), png, [0xff, 0xd8, 0xff, 0],
            png + size + [UInt8](repeating: 0, count: TileImage.mostBytes),
        ] { #expect(TileImage(bytes) == nil) }
    }
}
