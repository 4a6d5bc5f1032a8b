package import Foundation

/// Reads neighbourhoods from the GeoJSON (RFC 7946) that a city publishes: polygons, multipolygons or points with a name.
package struct NeighbourhoodFile: Sendable {
    package enum Unreadable: Error, Equatable {
        case notGeoJSON
        /// None of its features has a property with this name.
        case noNames(String)
        /// RFC 7946 knows degrees only; national grids in metres must be converted first.
        case notInDegrees
        case tooMany(Int)
        case empty
    }

    package static let most = 1000
    private static let mostPoints = 200_000

    package let neighbourhoods: [Neighbourhood]
    /// Features without a name, or with a shape that is neither an area nor a point.
    package let leftOut: Int

    /// - Parameter property: the property that holds the name.
    package init(_ data: Data, property: String) throws(Unreadable) {
        guard let file = try? JSONDecoder().decode(Collection.self, from: data) else { throw .notGeoJSON }
        var shapes: [String: Neighbourhood.Shape] = [:]
        var (leftOut, points, hasName) = (0, 0, false)
        for feature in file.features {
            let name = feature.properties?[property]?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if name != nil { hasName = true }
            guard let name, !name.isEmpty, name.count <= 80, let shape = feature.geometry?.shape else {
                leftOut += 1
                continue
            }
            let corners = shape.points
            guard corners.allSatisfy({ abs($0.latitude) <= 90 && abs($0.longitude) <= 180 }) else {
                throw .notInDegrees
            }
            points += corners.count
            // A neighbourhood in several features: all of its parts.
            shapes[name] = shapes[name].map { $0.joined(with: shape) } ?? shape
        }
        guard hasName || file.features.isEmpty else { throw .noNames(property) }
        guard shapes.count <= Self.most, points <= Self.mostPoints else { throw .tooMany(shapes.count) }
        guard !shapes.isEmpty else { throw .empty }
        neighbourhoods = shapes.map { Neighbourhood(name: $0.key, shape: $0.value) }.sorted { $0.name < $1.name }
        self.leftOut = leftOut
    }

    private struct Collection: Decodable { let features: [Feature] }

    private struct Feature: Decodable {
        let properties: [String: Property]?
        let geometry: Geometry?
    }

    /// A name may be a number; of anything else only that it is there counts.
    private struct Property: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = (try? value.decode(String.self)) ?? (try? value.decode(Int.self)).map(String.init) ?? ""
        }
    }

    private struct Geometry: Decodable {
        let shape: Neighbourhood.Shape?

        private enum Keys: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            shape =
                switch try values.decode(String.self, forKey: .type) {
                case "Point": .middle(try Self.point(values.decode([Double].self, forKey: .coordinates)))
                case "Polygon": .area(try Self.rings(values.decode([[[Double]]].self, forKey: .coordinates)))
                case "MultiPolygon":
                    .area(try values.decode([[[[Double]]]].self, forKey: .coordinates).flatMap(Self.rings))
                default: nil
                }
        }

        private static func rings(_ rings: [[[Double]]]) throws -> [[Neighbourhood.Point]] {
            try rings.map { try $0.map(point) }
        }

        private static func point(_ numbers: [Double]) throws -> Neighbourhood.Point {
            guard numbers.count >= 2 else { throw Unreadable.notGeoJSON }
            return .init(latitude: numbers[1], longitude: numbers[0])
        }
    }
}

extension Neighbourhood.Shape {
    fileprivate var points: [Neighbourhood.Point] {
        switch self {
        case .middle(let point): [point]
        case .area(let rings): rings.flatMap { $0 }
        }
    }

    fileprivate func joined(with other: Neighbourhood.Shape) -> Neighbourhood.Shape {
        if case .area(let own) = self, case .area(let more) = other { return .area(own + more) }
        return self
    }
}
