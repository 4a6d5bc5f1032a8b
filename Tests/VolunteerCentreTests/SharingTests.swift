import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Vacancies of neighbouring centres: only where both chose to, and only what visitors of the other one see too.
@Suite struct SharingTests {
    @Test(arguments: TestEngine.available)
    func bothMustChoose(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let own = try await given.organisation("Onze")
        let theirs = try await given.organisation("Hunne", in: given.other)
        _ = try await given.vacancy("Wandelen in Borne", of: own)
        _ = try await given.vacancy("Wandelen in Hasselt", of: theirs) {
            ($0.place, $0.municipality) = ("Hasselt", "Hasselt")
        }
        let finder = try given.finder()
        try await finder.catchUp()
        func titles(_ centre: Centre) -> [String] {
            var search = VacancySearch()
            search.words = "wandelen"
            return finder.search(search, in: centre, page: Page(1), now: given.now).cards.elements.map(\.title).sorted()
        }
        func centres() async throws -> [Centre] { try await given.database.read { tx in try CentreQueries.all(tx) } }
        func choose(_ partners: Set<ID<Centre>>, _ actor: Actor) async throws -> Bool {
            let (centre, now) = (given.centre(of: actor), given.now)
            return try await given.database.write { tx in
                try ChangeSharing.run(with: partners, by: actor, centre: centre, now: now, tx)
            }
        }
        #expect(try await !choose([given.other.id], given.mediator))
        #expect(try await choose([given.other.id], given.administrator))
        var all = try await centres()
        #expect(all.allSatisfy(\.neighbours.isEmpty) && titles(all[0]) == ["Wandelen in Borne"])
        let centre = given.other.id
        let offers = try await given.database.read { tx in try SharingOffer.list(of: centre, tx) }
        #expect(offers.map(\.weOffer) == [false] && offers.map(\.theyOffer) == [true])

        #expect(try await choose([given.centre.id], given.stranger))
        all = try await centres()
        #expect(titles(all[0]) == ["Wandelen in Borne", "Wandelen in Hasselt"] && titles(all[1]) == titles(all[0]))
        #expect(all[0].neighbours.map(\.name) == [given.other.name])
        let cards = finder.search(VacancySearch(), in: all[0], page: Page(1), now: given.now).cards.elements
        #expect(Set(cards.map(\.centre)) == [given.centre.id, given.other.id])
        // A municipality of ours is ours.
        var narrow = VacancySearch()
        narrow.municipalities = ["Borne", "Hengelo"]
        #expect(
            finder.search(narrow, in: all[0], page: Page(1), now: given.now).cards.elements.allSatisfy {
                $0.centre == given.centre.id
            })

        // Chosen twice is chosen once; one of the two stops it.
        #expect(try await choose([given.centre.id], given.stranger))
        #expect(try await choose([], given.administrator))
        all = try await centres()
        #expect(titles(all[0]) == ["Wandelen in Borne"] && titles(all[1]) == ["Wandelen in Hasselt"])
        #expect(try await given.count("audit", where: "action in ('sharing.offered', 'sharing.stopped')") == 3)
        #expect(try await !choose([given.centre.id], given.administrator) == false)
        #expect(try await given.count("vacancy_sharing") == 1)
    }
}
