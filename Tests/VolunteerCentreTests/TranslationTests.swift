import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Words of other languages that the table of kin lacks, by Debian's dictionaries; said to be translated, and never before what Dutch knows.
@Suite struct TranslationTests {
    @Test(arguments: TestEngine.available)
    func wordsOfOtherLanguages(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for title in ["Spinnenwiel draaien", "Ladders tellen", "Zadels poetsen"] {
            _ = try await given.vacancy(title, of: organisation) {
                ($0.description, $0.offer, $0.interests) = ("\(title).", "Qwx.", [])
            }
        }
        let finder = try given.finder()
        try await finder.catchUp()
        func find(_ words: String, isEnglish: Bool = false) -> FoundVacancies {
            var search = VacancySearch()
            (search.words, search.isEnglish) = (words, isEnglish)
            return finder.search(search, in: given.centre, page: Page(1), now: given.now)
        }
        for (words, isEnglish, title) in [
            ("saddle", true, "Zadels poetsen"), ("saddles", false, "Zadels poetsen"),
            ("Sattel", false, "Zadels poetsen"),
            ("échelle", false, "Ladders tellen"),
        ] {
            let found = find(words, isEnglish: isEnglish)
            #expect(found.cards.elements.first?.title == title, "\(words)")
            #expect(
                found.corrections.first?.isTranslation == true
                    && ["zadel", "ladder"].contains(found.corrections.first?.meant))
        }
        // As it is typed when somebody wants it so; a word that Dutch knows is meant.
        var literal = VacancySearch()
        (literal.words, literal.isLiteral) = ("saddle", true)
        #expect(finder.search(literal, in: given.centre, page: Page(1), now: given.now).cards.total == 0)
        #expect(find("zadel").corrections.isEmpty)
    }
}
