/// The answers of a segment's documents in order of place, in blocks that each lie within a sphere: who is far away is passed
/// over a block at a time. What can be done anywhere, or has no place, stands at the end and is always looked at.
struct MatchColumns: Sendable {
    static let block = 256

    struct Sphere: Sendable {
        var x: Float
        var y: Float
        var z: Float
        /// Straight line from the middle to the farthest document, on a globe with radius 1.
        var radius: Float
    }

    /// The document of the segment at each place.
    let documents: [UInt32]
    let x: [Float]
    let y: [Float]
    let z: [Float]
    let low: [UInt64]
    let high: [UInt64]
    let slots: [UInt32]
    let until: [Int32]
    let minimumAge: [UInt8]
    let spheres: [Sphere]
    /// From here on documents without a place of their own.
    let placeless: Int

    init(rows: [Segment.Row], slots: [UInt32], x: [Float], y: [Float], z: [Float]) {
        func isPlaced(_ row: Int) -> Bool {
            rows[row].flags & Segment.Row.placed != 0
                && rows[row].flags & (Segment.Row.anywhere | Segment.Row.several) == 0
        }
        let placed = rows.indices.filter(isPlaced)
            .map { (key: Self.key(x[$0], y[$0], z[$0]), row: $0) }
            .sorted { ($0.key, $0.row) < ($1.key, $1.row) }.map(\.row)
        let order = placed + rows.indices.filter { !isPlaced($0) }
        documents = order.map(UInt32.init)
        self.x = order.map { x[$0] }
        self.y = order.map { y[$0] }
        self.z = order.map { z[$0] }
        low = order.map { rows[$0].low }
        high = order.map { rows[$0].high }
        self.slots = order.map { slots[$0] }
        until = order.map { rows[$0].until }
        minimumAge = order.map { rows[$0].minimumAge }
        placeless = placed.count
        var spheres: [Sphere] = []
        for start in stride(from: 0, to: placed.count, by: Self.block) {
            let range = start..<min(start + Self.block, placed.count)
            let count = Float(range.count)
            var sphere = Sphere(
                x: self.x[range].reduce(0, +) / count, y: self.y[range].reduce(0, +) / count,
                z: self.z[range].reduce(0, +) / count, radius: 0)
            for row in range {
                let (dx, dy, dz) = (self.x[row] - sphere.x, self.y[row] - sphere.y, self.z[row] - sphere.z)
                sphere.radius = max(sphere.radius, (dx * dx + dy * dy + dz * dz).squareRoot())
            }
            spheres.append(sphere)
        }
        self.spheres = spheres
    }

    /// Bits of the three coordinates in turn, so that neighbours on the globe stand together.
    private static func key(_ x: Float, _ y: Float, _ z: Float) -> UInt64 {
        var key: UInt64 = 0
        let parts = [x, y, z].map { UInt64(max(0, min(1, ($0 + 1) / 2)) * 1_048_575) }
        for bit in stride(from: 19, through: 0, by: -1) {
            for part in parts { key = key << 1 | part >> UInt64(bit) & 1 }
        }
        return key
    }

    var bytes: Int { documents.count * 41 + spheres.count * 16 }
}
