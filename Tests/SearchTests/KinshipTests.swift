import Testing

@testable import Search

/// Words that texts do not say, in the languages of who looks.
@Suite struct KinshipTests {
    private static let kinship = Kinship(lines: [
        "hospice, hospices -> interest/zorg:0.9 + palliatief", "penningmeester -> activity/financien",
        "hond, puppy, en:dog, de:hund, fr:chien -> interest/dieren + hond uitlaten",
        "rode kruis, en:red cross -> interest/zorg", "en:garden, de:garten, fr:jardin, tuin -> activity/tuin + tuin",
        "de:kinder, en:children, fr:enfant, kind -> interest/kinderen", "geen nederlands nodig -> language-level/geen",
    ])

    private static let analysis = TextAnalysis(
        splitter: CompoundSplitter(
            words: WordList(
                lines: Array(
                    "bestuur\nlid\nleden\nhond\nkerk\nkeer\nkatten\nstaart\nhelpen\ntuin\nde\ndag\nrode\nenfant".utf8))
        ),
        silent: [
            .dutch: ["de", "het", "met", "in", "iets", "ik", "wil", "geen", "nodig"],
            .english: ["with", "the", "i", "want", "to"], .german: ["mit", "ich", "im"],
            .french: ["avec", "les", "dans"],
        ], bare: ["lid", "leden"])

    private func index(_ documents: [SearchDocument]) -> SearchIndex {
        let index = SearchIndex(analysis: Self.analysis, kinship: Self.kinship)
        index.load(documents)
        return index
    }

    private func document(
        _ key: Int64, _ title: String, owner: String = "", tags: [Substring] = []
    ) -> SearchDocument {
        var document = SearchDocument(key: key)
        (document.title, document.ownerName, document.tags) = (title, owner, tags)
        document.published = UInt32(key)
        return document
    }

    private func answer(_ index: SearchIndex, _ words: String, literal: Bool = false) -> SearchAnswer {
        var query = SearchQuery()
        (query.words, query.isLiteral) = (words, literal)
        return index.snapshot.search(query)
    }

    @Test func aWordThatNoTextSaysLeadsToWhatIsMeant() {
        let index = index([
            document(1, "Waken bij zieken", tags: ["interest/zorg"]),
            document(2, "De kas bijhouden", tags: ["activity/financien"]),
            document(3, "Palliatief bezoek", tags: ["interest/zorg"]), document(4, "Wandelen"),
        ])
        // What says a word for it, then what only gives the answer.
        #expect(answer(index, "hospice").hits.map(\.key) == [3, 1])
        #expect(answer(index, "penningmeester").hits.map(\.key) == [2])
        #expect(answer(index, "Rode Kruis").hits.map(\.key).sorted() == [1, 3])
        #expect(answer(index, "hospice").corrections.isEmpty && !answer(index, "hospice").isRelaxed)
        // What Dutch knows and nothing says is called kin; what something says, or another language knows, is not.
        #expect(
            answer(index, "hond").kin == [] && answer(index, "wandelen").kin == [] && answer(index, "dog").kin == [])
        index.load([document(5, "Uitlaten", tags: ["interest/dieren"])])
        #expect(answer(index, "hond").kin == ["hond"] && answer(index, "dog").kin == [])
        index.load([document(6, "Een hond", tags: ["interest/dieren"])])
        #expect(answer(index, "hond").kin == [])
    }

    @Test func looksAfterIsNoDenial() {
        let index = index([document(1, "Oppas voor kinderen"), document(2, "Een hond uitlaten")])
        #expect(answer(index, "pas op kinderen").denied == [] && answer(index, "pas op hond").denied == [])
        #expect(answer(index, "pas de hond").denied == ["hond"])
        #expect(answer(index, "ik hou niet van hond").denied == ["hond"])
    }

    @Test func whatSaysTheWordStaysAboveItsKin() {
        let index = index([
            document(9, "Asiel", tags: ["interest/dieren"]), document(8, "Paarden", tags: ["interest/dieren"]),
            document(1, "Een hond"), document(2, "Vissen"),
        ])
        #expect(answer(index, "hond").hits.map(\.key) == [1, 9, 8])
    }

    @Test(arguments: [
        "dog", "dogs", "Hund", "chien", "chiens", "with the dog", "mit dem Hund", "ich mit Hund", "avec les chiens",
        "I want dogs",
    ])
    func otherLanguages(_ words: String) {
        let index = index([
            document(1, "Asiel", tags: ["interest/dieren"]), document(2, "Les geven"), document(3, "Tuin"),
        ])
        #expect(answer(index, words).hits.map(\.key) == [1], "\(words)")
    }

    /// Dutch has *enfant terrible*: what nobody says in Dutch is still what French means by it.
    @Test func aWordThatDutchKnowsTooMayBeOfAnotherLanguage() {
        let index = index([document(1, "Spelen", tags: ["interest/kinderen"]), document(2, "Tuin")])
        #expect(answer(index, "enfant").hits.map(\.key) == [1])
        #expect(answer(index, "enfants").hits.map(\.key) == [1])
        let said = self.index([document(1, "Spelen", tags: ["interest/kinderen"]), document(2, "Een enfant terrible")])
        #expect(answer(said, "enfant").hits.map(\.key) == [2], "what says it is meant")
    }

    @Test func severalWordsOfAnotherLanguageAreAllAsked() {
        let index = index([
            document(1, "Tuin", tags: ["activity/tuin", "interest/kinderen"]),
            document(2, "Spelen", tags: ["interest/kinderen"]),
        ])
        #expect(answer(index, "Garten mit Kinder").hits.map(\.key).first == 1)
        #expect(answer(index, "children in the garden").hits.map(\.key).first == 1)
    }

    @Test func aPhraseMayHoldSmallWords() {
        let index = index([document(1, "Sorteren", tags: ["language-level/geen"]), document(2, "Bellen")])
        #expect(answer(index, "geen Nederlands nodig").hits.map(\.key) == [1])
        #expect(answer(index, "geen").hits.isEmpty)
    }

    /// W5: what Dutch knows is no mistyped other word; what nobody knows is, and can be asked for all the same.
    @Test func whatDutchKnowsIsNotCorrected() {
        let index = index([document(1, "Elke keer anders"), document(2, "Wandelen")])
        #expect(answer(index, "kerk").hits.isEmpty && answer(index, "kerk").corrections.isEmpty)
        let mistyped = answer(index, "wandlen")
        #expect(mistyped.hits.map(\.key) == [2] && mistyped.corrections.map(\.meant) == ["wandelen"])
        #expect(answer(index, "wandlen", literal: true).hits.isEmpty)
        // A word of the table that was mistyped.
        let kin = self.index([document(3, "Kas", tags: ["activity/financien"])])
        #expect(answer(kin, "peningmeester").hits.map(\.key) == [3])
        #expect(answer(kin, "peningmeester").corrections.map(\.meant) == ["penningmeester"])
    }

    /// W6: half of a compound counts where it carries the meaning; names are not taken apart.
    @Test func halvesThatSayNothing() {
        let index = index([
            document(1, "Lid worden"), document(2, "Bestuur zoekt versterking"),
            document(3, "Koffie schenken", owner: "Buurthuis Kattenstaart"),
        ])
        #expect(answer(index, "bestuurslid").hits.map(\.key) == [2])
        #expect(answer(index, "katten").hits.isEmpty && answer(index, "kattenstaart").hits.map(\.key) == [3])
    }

    @Test func anythingIsAnswered() {
        let index = index([document(1, "Hond", tags: ["interest/dieren"])])
        for words in [
            String(repeating: "hond ", count: 3000), String(repeating: "a", count: 10_000), "\u{1}interest/dieren",
            "->", ", , :",
            String(repeating: "狗", count: 3000), String(repeating: "rode kruis ", count: 900), "en:dog",
        ] {
            _ = answer(index, words)
        }
    }
}
