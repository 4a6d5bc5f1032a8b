import Foundation

/// One picture of a map, as web maps number them: `z` halvings of the world, `x` from the west, `y` from the north.
package struct Tile: Hashable, Sendable {
    package let zoom: Int
    package let x: Int
    package let y: Int

    /// Nil for what is no tile of any map.
    package init?(zoom: Int, x: Int, y: Int) {
        guard (0...20).contains(zoom), (0..<(1 << zoom)).contains(x), (0..<(1 << zoom)).contains(y) else { return nil }
        (self.zoom, self.x, self.y) = (zoom, x, y)
    }

    /// What it shows.
    package var bounds: TileService.Bounds {
        let count = Double(1 << zoom)
        func latitude(_ y: Int) -> Double { atan(sinh(.pi * (1 - 2 * Double(y) / count))) * 180 / .pi }
        return .init(
            south: latitude(y + 1), west: Double(x) / count * 360 - 180, north: latitude(y),
            east: Double(x + 1) / count * 360 - 180)
    }
}

/// The bytes of a picture that was looked at: a raster image of a size that maps have.
package struct TileImage: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case png = "image/png"
        case jpeg = "image/jpeg"
        case webp = "image/webp"
    }

    /// Tiles are a few dozen kilobytes; a larger one is none.
    package static let mostBytes = 512 * 1024

    package let kind: Kind
    package let bytes: [UInt8]

    /// Nil for anything that is not one of these pictures by its first bytes: a page with an error, a script, nothing.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.mostBytes else { return nil }
        if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), bytes.count > 32 {
            func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
            guard (1...1024).contains(number(16)), (1...1024).contains(number(20)) else { return nil }
            kind = .png
        } else if bytes.starts(with: [0xff, 0xd8, 0xff]), bytes.suffix(2) == [0xff, 0xd9] {
            kind = .jpeg
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            kind = .webp
        } else {
            return nil
        }
        self.bytes = bytes
    }
}
