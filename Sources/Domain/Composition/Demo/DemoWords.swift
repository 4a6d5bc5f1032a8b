import Foundation
import VolunteerCentre

/// The words from which the generator makes large sets: inflected, compound, with templates of sentences.
struct DemoWords: Decodable, Sendable {
    let heads: [String]
    let tails: [[String]]
    let verbs: [[String]]
    let adjectives: [[String]]
    let nouns: [[String]]
    let sentences: [String]
    let titles: [String]
    let organisation_names: [String]
    let first_names: [String]
    let last_names: [String]

    init(file: String) throws {
        self = try JSONDecoder().decode(DemoWords.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// Fills a template; each placeholder is drawn anew.
    func fill(_ template: String, place: String, organisation: String, chance: inout SeededChance) -> String {
        var out = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            out += word(
                rest[rest.index(after: open)..<close], place: place, organisation: organisation, chance: &chance)
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    private func word(_ name: Substring, place: String, organisation: String, chance: inout SeededChance) -> String {
        switch name {
        case "compound", "compounds":
            let head = chance.pick(heads)
            var tail = chance.pick(tails)
            while tail.contains(head) { tail = chance.pick(tails) }
            return head + (name == "compound" ? tail[0] : tail[tail.count - 1])
        case "verb": return chance.pick(verbs)[0]
        case "verbs3": return chance.pick(verbs)[1]
        case "participle": return chance.pick(verbs)[2]
        case "adjective": return chance.pick(adjectives)[0]
        case "adjectiveE": return chance.pick(adjectives)[1]
        case "noun": return chance.pick(nouns)[0]
        case "nouns": return chance.pick(nouns)[1]
        case "place": return place
        case "organisation": return organisation
        case "last_name": return chance.pick(last_names)
        case "day":
            return chance.pick(["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"])
        case "part": return chance.pick(["ochtend", "middag", "avond"])
        case "number": return String(2 + chance.below(38))
        default: return String(name)
        }
    }
}

/// Repeatable chance: SplitMix64, so that a seed gives the same set on every machine.
struct SeededChance: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    mutating func picks<T>(_ list: [T], _ count: Int) -> [T] {
        var copy = list
        var out: [T] = []
        for _ in 0..<min(count, list.count) { out.append(copy.remove(at: below(copy.count))) }
        return out
    }
}
