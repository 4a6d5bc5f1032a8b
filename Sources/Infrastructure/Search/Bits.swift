/// What a document answers to the closed questions: a bit for each answer of each list, 128 in all.
package struct Bits: Sendable, Equatable {
    package var low: UInt64
    package var high: UInt64

    package static let count = 128
    package static let none = Bits(low: 0, high: 0)

    package init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    package init(_ range: Range<Int>) {
        self = .none
        for bit in range { insert(bit) }
    }

    package init(_ bits: some Sequence<Int>) {
        self = .none
        for bit in bits { insert(bit) }
    }

    package mutating func insert(_ bit: Int) {
        precondition(bit >= 0 && bit < Self.count)
        if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
    }

    package func contains(_ bit: Int) -> Bool {
        bit < 64 ? low >> UInt64(bit) & 1 == 1 : high >> UInt64(bit - 64) & 1 == 1
    }

    package var isEmpty: Bool { low | high == 0 }

    package func meets(_ other: Bits) -> Bool { (low & other.low) | (high & other.high) != 0 }

    /// How many bits two words have together. One machine instruction counts them where there is one; the processors that a
    /// portable binary must run on have none, and counting both in one go spares a third of the tricks.
    @inline(__always) static func count(_ a: UInt64, _ b: UInt64) -> Int {
        let (odd, pairs, nibbles): (UInt64, UInt64, UInt64) = (
            0x5555_5555_5555_5555, 0x3333_3333_3333_3333, 0x0f0f_0f0f_0f0f_0f0f
        )
        let (x, y) = (a &- (a >> 1 & odd), b &- (b >> 1 & odd))
        let sums = (x & pairs) &+ (x >> 2 & pairs) &+ (y & pairs) &+ (y >> 2 & pairs)
        let bytes = (sums & nibbles) &+ (sums >> 4 & nibbles)
        return Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56)
    }

    static func & (a: Bits, b: Bits) -> Bits { Bits(low: a.low & b.low, high: a.high & b.high) }
    package func union(_ other: Bits) -> Bits { self | other }

    static func | (a: Bits, b: Bits) -> Bits { Bits(low: a.low | b.low, high: a.high | b.high) }
}
