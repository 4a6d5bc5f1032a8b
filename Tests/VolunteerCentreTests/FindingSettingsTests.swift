import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// What a centre sets about searching counts for that centre, at once, and each change is a version.
@Suite struct FindingSettingsTests {
    /// By somebody who saw what is there now.
    private func change(_ settings: FindingSettings, by actor: Actor, in given: Given) async throws -> Bool {
        var settings = settings
        settings.version = try await centres(given).first?.finding.version ?? 0
        return try await outcome(of: settings, by: actor, in: given) == .changed
    }

    private func outcome(of settings: FindingSettings, by actor: Actor, in given: Given) async throws
        -> ChangeFinding.Outcome
    {
        try await given.write(by: actor) { work in try ChangeFinding.run(settings, in: work) }
    }

    private func centres(_ given: Given) async throws -> [Centre] {
        try await given.database.read { tx in try CentreQueries.all(tx) }
    }

    @Test(arguments: TestEngine.available)
    func ownWordsMeanTheSameHereOnly(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.vacancy("Tukker gezocht", of: organisation)
        let finder = try given.finder()
        try await finder.catchUp()
        func found(_ words: String) async throws -> Int {
            var search = VacancySearch()
            search.words = words
            let centre = try #require(try await centres(given).first)
            return finder.search(search, in: centre, page: Page(1), now: given.now).cards.total
        }
        #expect(try await found("noaber") == 0)
        var settings = FindingSettings()
        settings.synonyms = "noaber tukker\nkleren > kleding"
        #expect(try await !change(settings, by: given.mediator, in: given), "administrators only")
        #expect(try await change(settings, by: given.administrator, in: given))
        #expect(try await found("noaber") == 1)
        let stored = try await centres(given)
        #expect(stored[0].finding.version == 1 && stored[0].finding.synonyms == settings.synonyms)
        #expect(stored[1].finding == FindingSettings(), "the other centre keeps its own")
        #expect(try await change(FindingSettings(), by: given.administrator, in: given))
        #expect(try await found("noaber") == 0, "back to the table that ships")
        #expect(try await given.count("finding_setting") == 2, "both versions are kept")
    }

    @Test(arguments: TestEngine.available)
    func weightsChangeTheOrder(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let liked = try await given.vacancy("Leuk", of: organisation) {
            ($0.interests, $0.activities) = (["dieren"], ["bestuur"])
        }
        let wanted = try await given.vacancy("Doen", of: organisation) {
            ($0.interests, $0.activities) = (["taal"], ["koken"])
        }
        let finder = try given.finder()
        try await finder.catchUp()
        var wishes = Wishes()
        (wishes.interests, wishes.activities) = (["dieren"], ["koken"])
        let asked = wishes
        func first() async throws -> ID<Vacancy>? {
            let centre = try #require(try await centres(given).first)
            return finder.suggest(asked, in: centre, now: given.now, count: 5).first?.card.id
        }
        #expect(try await first() == liked)
        var settings = FindingSettings()
        (settings.weights.interest, settings.weights.activity) = (10, 90)
        #expect(try await change(settings, by: given.administrator, in: given))
        #expect(try await first() == wanted)
        settings.weights.interest = 101
        #expect(try await !change(settings, by: given.administrator, in: given))
    }

    /// Two who change something else both keep it; of what both changed the second is asked.
    @Test(arguments: TestEngine.available)
    func twoWhoChangeAtOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var (mine, theirs) = (FindingSettings(), FindingSettings())
        theirs.weights.interest = 10
        #expect(try await outcome(of: theirs, by: given.administrator, in: given) == .changed)
        mine.kin = ["boomers -> interest/ouderen"]
        #expect(try await outcome(of: mine, by: given.administrator, in: given) == .changed)
        let both = try #require(try await centres(given).first).finding
        #expect(both.kin == mine.kin && both.weights.interest == 10 && both.version == 2)
        mine.kin = ["boomers -> interest/zorg"]
        guard
            case .changedMeanwhile(let merged, let parts) = try await outcome(
                of: mine, by: given.administrator, in: given)
        else {
            Issue.record("the second overwrote the first")
            return
        }
        #expect(parts == [.kin] && merged.kin == mine.kin && merged.version == 2 && merged.weights.interest == 10)
        #expect(try await given.count("finding_setting") == 2)
        #expect(try await outcome(of: merged, by: given.administrator, in: given) == .changed)
    }

    /// What a word means at a centre goes before what it means everywhere, and may be nothing.
    @Test(arguments: TestEngine.available)
    func ownKinGoesFirst(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for interest in ["ouderen", "dieren"] {
            _ = try await given.vacancy("Iets \(interest.prefix(1))", of: organisation) {
                ($0.interests, $0.description, $0.offer) = ([interest], "Qwx.", "Qwx.")
            }
        }
        let finder = try given.finder()
        try await finder.catchUp()
        func found(_ words: String) async throws -> [String] {
            var search = VacancySearch()
            search.words = words
            let centre = try #require(try await centres(given).first)
            return finder.search(search, in: centre, page: Page(1), now: given.now).cards.elements.map(\.title)
        }
        let taxonomy = try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv")
        #expect(try await found("hond").first == "Iets d")
        #expect(try await found("prutsels").isEmpty)
        var settings = FindingSettings()
        settings.kin = try OwnKin.lines(of: "prutsels ,  Hond>Ouderen\n\nkat ->", taxonomy)
        #expect(settings.kin == ["prutsels, Hond -> interest/ouderen", "kat ->"])
        #expect(try await change(settings, by: given.administrator, in: given))
        for word in ["prutsels", "hond"] { #expect(try await found(word).first == "Iets o") }
        #expect(try await found("kat").isEmpty)
        #expect(try await found("paard").first == "Iets d", "the rest stays")
        // What was saved says the same when it is saved again.
        for text in [
            "foo > c++ hulp, d", "foo > a + b", "foo > Ouderen thuis", "foo > Ouderen, oud huis",
            "foo > kunst, Cultuur en erfgoed, d",
        ] {
            let lines = try OwnKin.lines(of: text, taxonomy)
            let again = OwnKin.text(of: lines, taxonomy) { taxonomy.label($0, $1, .nl) }
            #expect(try OwnKin.lines(of: again, taxonomy) == lines, "\(text): \(again)")
        }
        for wrong in ["prutsels", "> Ouderen", ", > Ouderen"] {
            #expect(throws: OwnKin.Problem.self, "\(wrong)") { try OwnKin.lines(of: wrong, taxonomy) }
        }
        let text = "kunst > Kunst cultuur en erfgoed, bejaarden"
        #expect(try OwnKin.text(of: OwnKin.lines(of: text, taxonomy), taxonomy) { taxonomy.label($0, $1, .nl) } == text)
    }
}
