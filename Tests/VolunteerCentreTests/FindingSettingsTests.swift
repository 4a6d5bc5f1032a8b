import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// What a centre sets about searching counts for that centre, at once, and each change is a version.
@Suite struct FindingSettingsTests {
    private func change(_ settings: FindingSettings, by actor: Actor, in given: Given) async throws -> Bool {
        try await given.write(by: actor) { work in
            try ChangeFinding.run(settings, in: work)
        }
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

    @Test func onlyTileServersAreTileServers() {
        let many = MapTiles(address: "https://{s}.kaart.example/{z}/{x}/{y}.png", attribution: "")
        #expect(many?.origin == "https://*.kaart.example")
        for address in [
            "http://kaart.example/{z}/{x}/{y}.png", "https://kaart.example/tegel.png", "https:///{z}/{x}/{y}",
            "https://kaart.example; script-src *;/{z}/{x}/{y}", "https://kaart.example/{z}/{x}/{y} x",
            "javascript:{z}{x}{y}",
        ] { #expect(MapTiles(address: address, attribution: "") == nil, "\(address)") }
    }
}
