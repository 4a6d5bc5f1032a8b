import Foundation

/// A place on earth as a unit vector: distances become a few multiplications, without trigonometry per document.
package struct Spot: Sendable, Equatable {
    package let x: Float
    package let y: Float
    package let z: Float

    /// Mean radius of the earth in kilometres (IUGG).
    static let earth = 6371.0088

    /// The middle of several, on the globe.
    package static func middle(_ spots: [Spot]) -> Spot {
        let (x, y, z) = spots.reduce((Float(0), Float(0), Float(0))) { ($0.0 + $1.x, $0.1 + $1.y, $0.2 + $1.z) }
        let length = max((x * x + y * y + z * z).squareRoot(), .leastNormalMagnitude)
        return Spot(x: x / length, y: y / length, z: z / length)
    }

    package func kilometres(to other: Spot) -> Double { Self.kilometres(chord: chord(other.x, other.y, other.z)) }

    /// In degrees.
    package var latitude: Double { asin(min(1, max(-1, Double(z)))) * 180 / .pi }
    package var longitude: Double { atan2(Double(y), Double(x)) * 180 / .pi }

    /// Squared straight line through the earth, of a globe with radius 1.
    @inline(__always) func chord(_ x: Float, _ y: Float, _ z: Float) -> Float {
        let (dx, dy, dz) = (x - self.x, y - self.y, z - self.z)
        return dx * dx + dy * dy + dz * dz
    }

    static func chord(kilometres: Double) -> Float {
        let half = sin(min(max(kilometres, 0), .pi * earth) / (2 * earth))
        return Float(4 * half * half)
    }

    static func kilometres(chord: Float) -> Double { 2 * earth * asin(min(1, Double(chord).squareRoot() / 2)) }
}

extension Spot {
    /// - Parameters: in degrees; what lies outside the globe is brought back to it.
    package init(latitude: Double, longitude: Double) {
        let (phi, lambda) = (min(max(latitude, -90), 90) * .pi / 180, longitude * .pi / 180)
        self.init(x: Float(cos(phi) * cos(lambda)), y: Float(cos(phi) * sin(lambda)), z: Float(sin(phi)))
    }
}
