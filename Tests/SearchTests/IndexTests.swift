import Search
import TestSupport
import Testing

/// The index by its answers: words, filters, counts, distances, order, changes.
@Suite struct IndexTests {
    private static let analysis = TextAnalysis(
        splitter: CompoundSplitter(
            words: WordList(
                lines: Array("taal\nmaatje\nhuis\nwerk\nles\ndans\nhulp\nbuurt\ntuin\nkinderen\nkinder\nboerderij".utf8)
            )),
        silent: [
            .dutch: ["de", "het", "met", "iets", "ik", "wil", "voor", "en", "werk"], .english: ["the", "with", "it"],
            .french: ["le", "les", "dans"],
        ], common: ["werk"])

    private static func document(
        _ key: Int64, _ title: String, _ text: String = "", bits: [Int] = [], published: UInt32? = nil
    ) -> SearchDocument {
        var document = SearchDocument(key: key)
        document.title = title
        document.text = text
        document.facets = Bits(bits)
        document.published = published ?? UInt32(key)
        return document
    }

    private func index(_ documents: [SearchDocument]) -> SearchIndex {
        let index = SearchIndex(analysis: Self.analysis)
        index.load(documents)
        return index
    }

    private func found(_ index: SearchIndex, _ words: String) -> [Int64] {
        var query = SearchQuery()
        query.words = words
        return index.snapshot.search(query).hits.map(\.key)
    }

    /// Small words of another language are words of this one; small words alone never find everything.
    @Test func smallWords() {
        let index = index([
            Self.document(1, "Les geven", "Dans voor kinderen"), Self.document(2, "Uitleg over IT"),
            Self.document(3, "Helpen in de tuin"),
        ])
        #expect(found(index, "IT") == [2] && found(index, "les") == [1] && found(index, "dans les") == [1])
        for nothing in ["met", "de het", "ik wil iets", "x"] { #expect(found(index, nothing).isEmpty, "\(nothing)") }
        #expect(found(index, "iets met tuin") == [3])
        #expect(found(index, "the tuin with") == [3], "a sentence of another language")
        #expect(found(index, "werk").count == 3 && found(index, "ik wil werk").count == 3)
        var query = SearchQuery()
        (query.words, query.language) = ("it", .english)
        #expect(index.snapshot.search(query).hits.isEmpty, "small on an English page")
        query.words = "werk"
        query.language = .dutch
        #expect(index.snapshot.search(query).asksEverything)
        query.words = "tuin werk"
        #expect(!index.snapshot.search(query).asksEverything)
    }

    @Test func findsByStemCompoundAccentAndTypingError() {
        let index = index([
            Self.document(1, "Taalmaatje gezocht"), Self.document(2, "Koffie schenken in het café"),
            Self.document(3, "Wandelen met ouderen"), Self.document(4, "Hulp in de tuin van de kinderboerderij"),
            Self.document(5, "Huiswerk maken", "met kinderen uit de buurt"),
        ])
        #expect(found(index, "taal") == [1])
        #expect(found(index, "maatjes") == [1])
        #expect(found(index, "CAFE") == [2])
        #expect(found(index, "wandelingen wandelaar wandel") == [3])
        #expect(found(index, "taalmatje") == [1])
        #expect(found(index, "wandlen") == [3])
        #expect(found(index, "tuinhulp") == [4])
        #expect(found(index, "huizen werken") == [5])
        #expect(found(index, "iets met boerderij") == [4])
        #expect(found(index, "koff") == [2])
        #expect(found(index, "xyzzyxyzzy").isEmpty)
        var query = SearchQuery()
        query.words = "taalmatje"
        let corrections = index.snapshot.search(query).corrections
        #expect(corrections.map(\.typed) == ["taalmatje"] && corrections.map(\.meant) == ["taalmaatje"])
    }

    @Test func saysWhenOnlySomeWordsAreThere() {
        let index = index([
            Self.document(1, "Koken"), Self.document(2, "Wandelen"), Self.document(3, "Koken en wandelen"),
        ])
        var query = SearchQuery()
        query.words = "koken wandelen"
        var answer = index.snapshot.search(query)
        #expect(answer.hits.map(\.key) == [3, 2, 1] && !answer.isRelaxed, "both words first")
        query.words = "koken zwemmen"
        answer = index.snapshot.search(query)
        #expect(answer.isRelaxed && Set(answer.hits.map(\.key)) == [1, 3])
    }

    @Test func countsEachListAsIfItHadNoFilter() {
        let (colours, sizes) = (0..<3, 64..<66)
        let index = index([
            Self.document(1, "a", bits: [0, 64]), Self.document(2, "b", bits: [0, 1, 65]),
            Self.document(3, "c", bits: [1, 64]), Self.document(4, "d", bits: [2, 65]),
        ])
        var query = SearchQuery()
        query.choices = [.init(list: colours, chosen: Bits([0]))]
        var answer = index.snapshot.search(query)
        #expect(answer.total == 2 && answer.hits.map(\.key) == [2, 1])
        #expect(Array(answer.counts[0..<3]) == [2, 2, 1] && Array(answer.counts[64..<66]) == [1, 1])
        query.choices.append(.init(list: sizes, chosen: Bits([64])))
        answer = index.snapshot.search(query)
        #expect(answer.hits.map(\.key) == [1])
        #expect(Array(answer.counts[0..<3]) == [1, 1, 0] && Array(answer.counts[64..<66]) == [1, 1])
    }

    /// Whatever was put, changed and taken away: the same as an index made at once, and as counting by hand.
    @Test(arguments: [1, 2, 3]) func changesAreTheSameAsBeginningAnew(_ seed: UInt64) {
        var random = SeededRandom(seed)
        let words = ["koken", "wandelen", "taalmaatje", "tuinhulp", "huiswerk", "kinderen", "boerderij", "ouderen"]
        var all: [Int64: SearchDocument] = [:]
        func some(_ key: Int64) -> SearchDocument {
            let text = (0..<4).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
            var made = Self.document(
                key, words.randomElement(using: &random)!, text, bits: [Int.random(in: 0..<4, using: &random)],
                published: UInt32.random(in: 0..<50, using: &random))
            made.area = UInt16.random(in: 0..<3, using: &random)
            return made
        }
        for key in 0..<Int64(150) { all[key] = some(key) }
        let changing = index(Array(all.values))
        for round in 0..<120 {
            let key = Int64.random(in: 0..<200, using: &random)
            if Bool.random(using: &random) {
                all[key] = some(key)
                changing.change([all[key]!])
            } else {
                all[key] = nil
                changing.change([], removing: [key])
            }
            guard round % 10 == 0 else { continue }
            let fresh = index(Array(all.values))
            #expect(changing.snapshot.count == all.count)
            for words in ["", "koken", "tuin hulp", "taal kinderen"] {
                var query = SearchQuery()
                (query.words, query.order, query.limit) = (words, .newest, 300)
                query.choices = [.init(list: 0..<4, chosen: Bits([0, 2]))]
                let (a, b) = (changing.snapshot.search(query), fresh.snapshot.search(query))
                #expect(Set(a.hits.map(\.key)) == Set(b.hits.map(\.key)) && a.total == b.total)
                #expect(a.counts == b.counts && a.areaCounts == b.areaCounts)
                #expect(a.hits.map(\.published) == b.hits.map(\.published))
                if words.isEmpty {
                    #expect(a.total == all.values.filter { $0.facets.meets(Bits([0, 2])) }.count)
                }
            }
        }
    }

    @Test func nearIsWithinTheCircleAndNearestFirst() {
        let places = [
            ("Borne", 52.3, 6.75), ("Hengelo", 52.2661, 6.7931), ("Enschede", 52.2215, 6.8937), ("Gent", 51.05, 3.72),
        ]
        let documents = places.enumerated().map { number, place in
            var document = Self.document(Int64(number), place.0)
            document.spot = Spot(latitude: place.1, longitude: place.2)
            return document
        }
        var home = Self.document(9, "Thuis")
        home.anywhere = true
        let index = index(documents + [home])
        var query = SearchQuery()
        query.circle = .init(centre: Spot(latitude: 52.3, longitude: 6.75), kilometres: 15)
        query.order = .distance
        var answer = index.snapshot.search(query)
        #expect(answer.hits.map(\.key) == [0, 1, 2])
        #expect(answer.hits.map { ($0.kilometres ?? -1).rounded() } == [0, 5, 13])
        query.addsAnywhere = true
        answer = index.snapshot.search(query)
        #expect(answer.hits.map(\.key) == [0, 1, 2, 9] && answer.hits[3].kilometres == nil)
        query.circle?.kilometres = -5
        query.addsAnywhere = false
        #expect(index.snapshot.search(query).total <= 1)
    }

    @Test(arguments: [
        String(repeating: "woord ", count: 2000), String(repeating: "a", count: 10_000), "🙈🙉🙊",
        "\" OR 1=1 -- ' * ( ) : ^",
        "de het met", "   ", "你好 привет مرحبا", "\u{0}\u{1}\u{FEFF}", "é̂́̂́̂́̂́",
    ])
    func anyTextGetsAnAnswer(_ words: String) {
        var query = SearchQuery()
        query.words = words
        query.offset = -5
        query.limit = .max / 2
        let answer = index([Self.document(1, "Koken")]).snapshot.search(query)
        #expect(answer.total <= 1)
    }
}
