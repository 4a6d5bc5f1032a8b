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

    static func & (a: Bits, b: Bits) -> Bits { Bits(low: a.low & b.low, high: a.high & b.high) }
    static func | (a: Bits, b: Bits) -> Bits { Bits(low: a.low | b.low, high: a.high | b.high) }
}
