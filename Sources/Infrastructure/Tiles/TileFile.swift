import Foundation

import struct GRDB.Configuration
import class GRDB.DatabaseQueue
import class GRDB.Row

/// An MBTiles file: a SQLite database of pictures, with rows counted from the south.
final class TileFile: Sendable {
    private let queue: DatabaseQueue

    /// - Throws: when it is no such file.
    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try queue.read { db in try Row.fetchOne(db, sql: "select tile_data from tiles limit 1") }
    }

    func find(_ tile: Tile) async throws -> TileImage? {
        let row = (1 << tile.zoom) - 1 - tile.y
        return try await queue.read { db in
            let found = try Row.fetchOne(
                db, sql: "select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ?",
                arguments: [tile.zoom, tile.x, row])
            let data: Data? = found?["tile_data"]
            return data.flatMap { TileImage([UInt8]($0)) }
        }
    }
}
