import SQL
import Search

/// A part of a town as its people call it: an area, or the middle of one.
package struct Neighbourhood: Sendable, Equatable {
    /// In degrees.
    package struct Point: Sendable, Equatable {
        package let latitude: Double
        package let longitude: Double
    }

    package enum Shape: Sendable, Equatable {
        case middle(Point)
        /// Outer lines and holes of all its parts: inside is what an odd number of them is around.
        case area([[Point]])
    }

    package let name: String
    package let shape: Shape

    package init(name: String, shape: Shape) {
        self.name = name
        self.shape = shape
    }

    /// Only for areas; the even-odd rule, on a plane: a neighbourhood is too small for the globe to matter.
    func contains(_ point: Point) -> Bool {
        guard case .area(let rings) = shape else { return false }
        var inside = false
        for ring in rings {
            var before = ring.last
            for corner in ring {
                defer { before = corner }
                guard let last = before, (corner.latitude > point.latitude) != (last.latitude > point.latitude) else {
                    continue
                }
                let share = (point.latitude - corner.latitude) / (last.latitude - corner.latitude)
                if point.longitude < corner.longitude + share * (last.longitude - corner.longitude) { inside.toggle() }
            }
        }
        return inside
    }

    /// With what vacancies say of where they are: migration 27.
}

/// The neighbourhoods of a centre, to find in which one a place is.
package struct Neighbourhoods: Sendable {
    package static let none = Neighbourhoods([])
    /// A middle farther away than this is of another neighbourhood.
    private static let farthest = 2.0

    let all: [Neighbourhood]

    init(_ all: [Neighbourhood]) { self.all = all }

    static func of(_ centre: ID<Centre>, _ tx: Transaction) throws -> Neighbourhoods {
        Neighbourhoods(
            try tx("select name, shape from neighbourhood where centre_id = \(centre) order by name limit 1000").map {
                Neighbourhood(name: try $0["name"], shape: try ShapeText.read(try $0["shape"]))
            })
    }

    /// The one that was chosen, as long as it is there; else the one around the middle of the postcode.
    func name(of chosen: String, _ spot: Spot?) -> String {
        if !chosen.isEmpty, all.contains(where: { $0.name == chosen }) { return chosen }
        guard let spot, !all.isEmpty else { return "" }
        let point = Neighbourhood.Point(latitude: spot.latitude, longitude: spot.longitude)
        if let around = all.first(where: { $0.contains(point) }) { return around.name }
        let middles = all.compactMap { one -> (name: String, kilometres: Double)? in
            guard case .middle(let middle) = one.shape else { return nil }
            let away = spot.kilometres(to: Spot(latitude: middle.latitude, longitude: middle.longitude))
            return away <= Self.farthest ? (one.name, away) : nil
        }
        return middles.min { $0.kilometres < $1.kilometres }?.name ?? ""
    }
}

/// A shape in a column: `p` or `a`, then lines of points as `latitude longitude`, lines parted by `;`, points by `,`.
enum ShapeText {
    static func write(_ shape: Neighbourhood.Shape) -> String {
        switch shape {
        case .middle(let point): "p" + line([point])
        case .area(let rings): "a" + rings.map(line).joined(separator: ";")
        }
    }

    static func read(_ text: String) throws -> Neighbourhood.Shape {
        let rings = try text.dropFirst().split(separator: ";").map { ring in
            try ring.split(separator: ",").map { point -> Neighbourhood.Point in
                let numbers = point.split(separator: " ").compactMap { Double($0) }
                guard numbers.count == 2 else { throw SQLError.decoding("shape of a neighbourhood") }
                return .init(latitude: numbers[0], longitude: numbers[1])
            }
        }
        if text.first == "p", let point = rings.first?.first { return .middle(point) }
        return .area(rings)
    }

    private static func line(_ points: [Neighbourhood.Point]) -> String {
        points.map { "\($0.latitude) \($0.longitude)" }.joined(separator: ",")
    }
}
