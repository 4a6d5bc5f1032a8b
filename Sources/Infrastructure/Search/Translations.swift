import Synchronization

/// What words of other languages mean in Dutch, from dictionaries: for words that nothing else knows. Read beside the start, since a program
/// that is ready sooner serves sooner; until then, and without dictionaries, everything else works.
package final class Translations: Sendable {
    private let table = Mutex<Table?>(nil)

    package init() {}

    package func set(_ builder: TranslationsBuilder) {
        let built = builder.build()
        table.withLock { $0 = built }
    }

    /// Dutch words, the likeliest first.
    func find(_ stem: [UInt8], _ language: TextLanguage) -> [[UInt8]] {
        table.withLock { $0 }?.find(stem, language) ?? []
    }

    /// Words one after another: a dictionary of Swift's would take ten times the room.
    struct Table: Sendable {
        struct Side: Sendable {
            var keys: [UInt8] = []
            var keyStarts: [UInt32] = [0]
            var meanings: [UInt32] = []
            var meaningStarts: [UInt32] = [0]
        }

        var sides: [Side] = TextLanguage.allCases.map { _ in Side() }
        var words: [UInt8] = []
        var wordStarts: [UInt32] = [0]

        func find(_ stem: [UInt8], _ language: TextLanguage) -> [[UInt8]] {
            let side = sides[Int(language.rawValue)]
            var (low, high) = (0, side.keyStarts.count - 1)
            while low < high {
                let middle = (low + high) / 2
                let key = side.keys[Int(side.keyStarts[middle])..<Int(side.keyStarts[middle + 1])]
                if key.elementsEqual(stem) {
                    return side.meanings[Int(side.meaningStarts[middle])..<Int(side.meaningStarts[middle + 1])].map {
                        Array(words[Int(wordStarts[Int($0)])..<Int(wordStarts[Int($0) + 1])])
                    }
                }
                if key.lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
            }
            return []
        }
    }
}

/// Collects the entries of dictionaries.
package struct TranslationsBuilder {
    private static let most = 3

    private let stemmers = TextLanguage.allCases.map(Stemmer.init)
    private var sides: [[[UInt8]: [UInt32]]] = TextLanguage.allCases.map { _ in [:] }
    private var numbers: [[UInt8]: UInt32] = [:]
    private var words: [[UInt8]] = []

    package init() {}

    /// - Parameters:
    ///   - word: of another language; entries of several words are left out.
    ///   - meaning: in Dutch; what was added before counts more.
    package mutating func add(_ word: some StringProtocol, _ language: TextLanguage, means meaning: some StringProtocol)
    {
        guard let from = Self.single(word), let to = Self.single(meaning), from.count > 2, to.count > 2 else { return }
        let side = Int(language.rawValue)
        let key = stemmers[side].stem(from)
        let number = numbers[to] ?? UInt32(words.count)
        if Int(number) == words.count {
            numbers[to] = number
            words.append(to)
        }
        var meanings = sides[side][key] ?? []
        guard meanings.count < Self.most, !meanings.contains(number) else { return }
        meanings.append(number)
        sides[side][key] = meanings
    }

    private static func single(_ text: some StringProtocol) -> [UInt8]? {
        let found = Words.all(in: String(text), limit: 2)
        return found.count == 1 ? Array(found[0].utf8) : nil
    }

    func build() -> Translations.Table {
        var table = Translations.Table()
        for word in words {
            table.words += word
            table.wordStarts.append(UInt32(table.words.count))
        }
        for side in sides.indices {
            for (key, meanings) in sides[side].sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                table.sides[side].keys += key
                table.sides[side].keyStarts.append(UInt32(table.sides[side].keys.count))
                table.sides[side].meanings += meanings
                table.sides[side].meaningStarts.append(UInt32(table.sides[side].meanings.count))
            }
        }
        return table
    }
}
