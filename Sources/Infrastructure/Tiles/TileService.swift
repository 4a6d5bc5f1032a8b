import Foundation

/// A map of pictures that the operator offers: a public service, asked by this server so that no visitor's address leaves the house, or a
/// file of the installation.
package struct TileService: Sendable, Equatable {
    package enum Source: Sendable, Equatable {
        /// With `{z}`, `{x}` and `{y}`.
        case address(String)
        /// An MBTiles file of raster tiles.
        case file(String)
    }

    /// In degrees.
    package struct Bounds: Sendable, Equatable {
        package let south: Double
        package let west: Double
        package let north: Double
        package let east: Double

        package init(south: Double, west: Double, north: Double, east: Double) {
            (self.south, self.west, self.north, self.east) = (south, west, north, east)
        }

        package func meets(_ other: Bounds) -> Bool {
            south < other.north && other.south < north && west < other.east && other.west < east
        }

        /// Wider on all sides.
        package func widened(by degrees: Double) -> Bounds {
            Bounds(south: south - degrees, west: west - degrees, north: north + degrees, east: east + degrees)
        }
    }

    /// Letters, digits and dashes: it stands in addresses.
    package let id: String
    package let name: String
    package let source: Source
    package let bounds: Bounds
    package let zooms: ClosedRange<Int>
    /// Stands in the corner of the map, as the service asks.
    package let licence: String
    /// Whom the service writes to when we ask too much; stands in the User-Agent.
    package let contact: String
}

extension TileService {
    /// What is wrong with the operator's list, by line.
    package struct Problem: Error, Equatable, CustomStringConvertible {
        package let line: Int
        package let description: String
    }

    private static let deepest = 20

    /// Reads the operator's list: blocks that begin with `[id]`, and `key = value` lines.
    package static func list(_ text: String) throws(Problem) -> [TileService] {
        var services: [TileService] = []
        var block: (id: String, line: Int, fields: [String: String])?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            func fail(_ text: String) -> Problem { Problem(line: number + 1, description: text) }
            if line.hasPrefix("["), line.hasSuffix("]") {
                if let block { services.append(try service(block.id, block.fields, block.line)) }
                let id = String(line.dropFirst().dropLast())
                guard !id.isEmpty, id.count <= 30,
                    id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
                else { throw fail("a name of letters, digits and dashes belongs in brackets") }
                guard !services.contains(where: { $0.id == id }) else { throw fail("\(id) is there twice") }
                block = (id, number + 1, [:])
                continue
            }
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, block != nil else { throw fail("this is no “key = value” within a block") }
            block?.fields[parts[0]] = parts[1]
        }
        if let block { services.append(try service(block.id, block.fields, block.line)) }
        return services
    }

    private static func service(_ id: String, _ fields: [String: String], _ line: Int) throws(Problem) -> TileService {
        func fail(_ text: String) -> Problem { Problem(line: line, description: "\(id): \(text)") }
        let known = ["name", "address", "file", "bounds", "zooms", "licence", "contact"]
        if let odd = fields.keys.sorted().first(where: { !known.contains($0) }) { throw fail("“\(odd)” is not known") }
        let source: Source
        switch (fields["address"], fields["file"]) {
        case (let address?, nil):
            guard isAddress(address) else { throw fail("the address must be https:// with {z}, {x} and {y}") }
            source = .address(address)
        case (nil, let file?): source = .file(file)
        default: throw fail("either an address or a file is needed")
        }
        let edges = (fields["bounds"] ?? "").split(separator: " ").compactMap { Double($0) }
        guard edges.count == 4, edges[0] < edges[2], edges[1] < edges[3], edges.allSatisfy({ abs($0) <= 180 }) else {
            throw fail("bounds are four numbers in degrees: south west north east")
        }
        let zooms = (fields["zooms"] ?? "").split(separator: " ").compactMap { Int($0) }
        guard zooms.count == 2, 0 <= zooms[0], zooms[0] <= zooms[1], zooms[1] <= deepest else {
            throw fail("zooms are two numbers from 0 to \(deepest)")
        }
        guard let licence = fields["licence"] else { throw fail("the licence line is missing") }
        let contact = fields["contact"] ?? ""
        if case .address = source, !contact.contains("@") { throw fail("the service needs a contact with an @") }
        return TileService(
            id: id, name: fields["name"] ?? id, source: source,
            bounds: Bounds(south: edges[0], west: edges[1], north: edges[2], east: edges[3]),
            zooms: zooms[0]...zooms[1], licence: licence, contact: contact)
    }

    /// Plain `http` only to this machine, where tests and an own tile server may listen.
    private static func isAddress(_ text: String) -> Bool {
        let url = URL(string: text.replacing(/\{[zxy]\}/, with: "0"))
        guard let url, url.user == nil, let host = url.host, !host.isEmpty else { return false }
        let isLocal = url.scheme == "http" && ["127.0.0.1", "localhost"].contains(host)
        return (text.hasPrefix("https://") || isLocal) && text.utf8.count < 400
            && ["{z}", "{x}", "{y}"].allSatisfy(text.contains) && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    }
}
