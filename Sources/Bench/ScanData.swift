import Foundation
import Search

/// The vacancies and profiles that the C program of the set makes up for its scan, number by number, so that both count the
/// same: its check is the sum of the scores.
struct ScanData {
    private var state: UInt64 = 20_261_121
    private(set) var documents: [SearchDocument] = []
    private(set) var profiles: [Profile] = []

    init(_ count: Int, profiles number: Int) {
        var places: [(Double, Double)] = []
        for place in 0..<30 {
            let (a, b) = (chance(), chance())
            places.append(place < 15 ? (50.82 + a * 0.5, 2.9 + b * 2.7) : (51.8 + a * 0.8, 5.6 + b * 1.4))
        }
        documents.reserveCapacity(count)
        for key in 0..<count {
            let place = Int(chance() * 30)
            var document = SearchDocument(key: Int64(key))
            let low = bits(2 + Int(next() % 5), 64)
            let high = bits(1 + Int(next() % 5), 64)
            document.facets = Bits(low: low, high: high)
            document.slots = UInt32(bits(1 + Int(next() % 6), 21))
            document.until = chance() < 0.85 ? 1 : 0
            let latitude = places[place].0 + (chance() - 0.5) * 0.16
            document.spot = Spot(latitude: latitude, longitude: places[place].1 + (chance() - 0.5) * 0.26)
            documents.append(document)
        }
        for number in 0..<number {
            let place = Int(chance() * 30)
            var profile = Profile()
            let low = bits(3 + Int(next() % 6), 64)
            let high = bits(2 + Int(next() % 6), 64)
            profile.criteria = [
                .init(
                    list: 0..<Bits.count, wanted: Bits(low: low, high: high), first: 8000, further: 8000, most: 128,
                    unknown: 0)
            ]
            profile.slots = UInt32(bits(2 + Int(next() % 7), 21))
            (profile.perSlot, profile.mostSlots, profile.needsSlot) = (2000, 32, true)
            profile.from = Spot(latitude: places[place].0, longitude: places[place].1)
            (profile.kilometres, profile.perKilometre) = ([10, 25, 50][number % 3], 200)
            profile.today = 1
            profiles.append(profile)
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    private mutating func chance() -> Double { Double(next() >> 11) * 0x1p-53 }

    private mutating func bits(_ count: Int, _ of: Double) -> UInt64 {
        var mask: UInt64 = 0
        while mask.nonzeroBitCount < count { mask |= 1 << UInt64(Int(pow(chance(), 1.4) * of)) }
        return mask
    }
}
