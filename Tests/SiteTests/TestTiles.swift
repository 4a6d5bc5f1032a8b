import Foundation
import GRDB
import Tiles

/// A map of the house with one picture, in Borne at zoom 12, for the tests of the site.
enum TestTiles {
    static let id = "eigen"
    static let path = "/kaart/eigen/12/2124/1347"

    static let shared = Result {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/\(UUID().uuidString).mbtiles"
        let queue = try DatabaseQueue(path: file)
        try queue.write { db in
            try db.execute(sql: "create table tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)")
            try db.execute(
                sql: "insert into tiles values (12, 2124, ?, ?)", arguments: [(1 << 12) - 1 - 1347, Data(picture)])
        }
        try queue.close()
        atexit { try? FileManager.default.removeItem(atPath: TestTiles.folder) }
        let list = "[eigen]\nfile = \(file)\nbounds = 50 3 54 8\nzooms = 6 14\nlicence = x"
        return try Tiles(try TileService.list(list), folder: folder + "/kept")
    }

    private static let folder = NSTemporaryDirectory() + "schakel-tiles-\(ProcessInfo.processInfo.processIdentifier)"
    private static let picture: [UInt8] =
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + [UInt8](repeating: 1, count: 8) + [0, 0, 1, 0, 0, 0, 1, 0]
        + [UInt8](repeating: 0, count: 20)
}
