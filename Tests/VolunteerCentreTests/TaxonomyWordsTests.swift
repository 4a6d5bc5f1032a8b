import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// What organisations answer to the closed questions is found by its name, in the words of the Netherlands, of Flanders and in English.
@Suite struct TaxonomyWordsTests {
    private static let lists: [Taxonomy.List] = [
        .interest, .activity, .day, .daypart, .engagement, .target, .support, .languageLevel, .language,
    ]

    @Test(arguments: TestEngine.available)
    func everyAnswerIsFoundByItsName(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let taxonomy = try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv")
        let organisation = try await given.organisation()
        var made: [ID<Vacancy>: (list: Taxonomy.List, slug: String)] = [:]
        for list in Self.lists {
            // For everybody says nothing of whom, good Dutch is what all ask, and weekly is how most are.
            for entry in taxonomy.entries(list) where !["iedereen", "goed"].contains(entry.slug) {
                let id = try await given.vacancy(
                    "Aangetroffen \(list.rawValue) \(entry.slug.prefix(1))", of: organisation
                ) {
                    ($0.description, $0.offer, $0.interests, $0.languageLevel) = ("Qwx.", "Qwx.", [], "goed")
                    switch list {
                    case .interest: $0.interests = [entry.slug]
                    case .activity: $0.activities = [entry.slug]
                    case .day: $0.days = [entry.slug]
                    case .daypart: $0.dayparts = [entry.slug]
                    case .engagement: $0.engagement = entry.slug
                    case .target: $0.targets = [entry.slug]
                    case .support: $0.supports = [entry.slug]
                    case .languageLevel: $0.languageLevel = entry.slug
                    case .language: $0.languages = [entry.slug]
                    }
                }
                made[id] = (list, entry.slug)
            }
        }
        let finder = try given.finder()
        try await finder.catchUp()
        var missing: [String] = []
        for (id, answer) in made {
            for language in [Language.nl, .nlBE, .en] {
                var search = VacancySearch()
                search.words = taxonomy.label(answer.list, answer.slug, language)
                search.isEnglish = language == .en
                let found = finder.search(search, in: given.centre, page: Page(1, size: 8), now: given.now)
                if !found.cards.elements.contains(where: { $0.id == id }) {
                    missing.append("\(answer.list.rawValue)/\(answer.slug) \(language): \(search.words)")
                }
            }
        }
        #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
    }
}
