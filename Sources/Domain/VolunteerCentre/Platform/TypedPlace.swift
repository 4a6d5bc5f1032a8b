import Foundation

/// What somebody means by what she typed as a place: `B-3500 Hasselt`, `7622 AB Borne`, `St. Truiden`, `Hengelo (O)`,
/// `Hasselt, België`.
struct TypedPlace: Equatable {
    private(set) var postcode: String?
    /// A key: see `key`.
    private(set) var name = ""
    /// What stood in brackets or after a comma: a province or municipality, whole or short.
    private(set) var region = ""
    private(set) var country: String?

    init(_ typed: String) {
        var words = Self.words(String(typed.prefix(200)))
        if let first = words.first, let country = Self.prefixes[first], words.count > 1,
            words[1].prefix(while: { ("0"..."9").contains($0) }).count >= 4
        {
            self.country = country
            words.removeFirst()
        }
        if let first = words.first, first.count == 4, Self.isDigits(first) {
            postcode = first
            words.removeFirst()
        } else if let first = words.first, first.count == 6, Self.isDigits(String(first.prefix(4))),
            Self.isLetters(String(first.suffix(2)))
        {
            (postcode, country) = (String(first.prefix(4)), "NL")
            words.removeFirst()
        }
        // Only Dutch postcodes have letters.
        if postcode != nil, country == nil, let next = words.first, next.count == 2, Self.isLetters(next) {
            country = "NL"
            words.removeFirst()
        }
        if words.count > 1 || postcode != nil, let last = words.last, let country = Self.countries[last] {
            self.country = country
            words.removeLast()
        }
        if words.first.map(Self.isDigits) == true { return }
        if let bracket = typed.firstIndex(where: { "(,".contains($0) }) {
            let after = Self.words(String(typed[bracket...])).filter { Self.countries[$0] == nil }
            if !after.isEmpty, words.count > after.count, words.suffix(after.count) == after[...] {
                (region, words) = (after.joined(), words.dropLast(after.count))
            }
        }
        name = Self.aliases[words.joined()] ?? words.joined()
    }

    /// A name without what people write in many ways: capitals, accents, hyphens, spaces, all kinds of quotes, *St.* for *Sint*.
    static func key(_ name: String) -> String { words(name).joined() }

    private static func words(_ text: String) -> [String] {
        Folding.fold(text).unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
            .map { String($0) }.map { $0 == "st" ? "sint" : $0 }.reduce(into: []) { words, word in
                // `a/d` and `a.d.` are the same as *aan de* and *aan den*, which the table has both.
                if let last = words.last, last == "aan" || last == "a", ["de", "den", "d"].contains(word) {
                    words[words.count - 1] = "ad"
                } else {
                    words.append(word)
                }
            }
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }

    private static func isLetters(_ text: String) -> Bool { text.allSatisfy { ("a"..."z").contains($0) } }

    private static let prefixes = ["b": "BE", "be": "BE", "nl": "NL"]

    private static let countries = [
        "belgie": "BE", "belgium": "BE", "vlaanderen": "BE", "nederland": "NL", "netherlands": "NL", "holland": "NL",
    ]

    /// Names that people use beside the one in the table.
    static let aliases = [
        "denhaag": "sgravenhage", "thehague": "sgravenhage", "denbosch": "shertogenbosch", "brussels": "brussel",
        "bruxelles": "brussel", "antwerp": "antwerpen", "ghent": "gent", "bruges": "brugge", "louvain": "leuven",
        "flushing": "vlissingen", "mechlin": "mechelen",
    ]
}
