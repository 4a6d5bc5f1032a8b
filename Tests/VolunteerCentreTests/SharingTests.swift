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
            return try await given.write(by: actor) { work in
                try ChangeSharing.run(with: partners, in: work)
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

    /// What the neighbour published before sharing began is no news; a link in the mail leads to the neighbour's website.
    @Test(arguments: TestEngine.available)
    func newsSinceSharingBegan(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let theirs = try await given.organisation("Hunne", in: given.other)
        let person = try await given.volunteer()
        _ = try await given.keepSearch(VacancyQuestion(), by: person.actor, at: given.now.subtracting(.days(30)))
        _ = try await given.vacancy("Van vroeger", of: theirs, at: given.now.subtracting(.days(5)))
        for (actor, partner) in [(given.administrator, given.other.id), (given.stranger, given.centre.id)] {
            let done = try await given.write(by: actor) { work in
                try ChangeSharing.run(with: [partner], in: work)
            }
            #expect(done)
        }
        let before = try await given.count("mail", where: "kind = 'search_news'")
        _ = try await given.vacancy("Van nu", of: theirs, at: given.now.adding(.hours(2)))
        try await given.mailSearchNews(at: given.now.adding(.days(1)))
        let texts = try await given.texts("text", of: "mail", where: "kind = 'search_news'")
        #expect(before == 0 && texts.count == 1)
        let text = try #require(texts.first)
        #expect(text.contains("Van nu") && !text.contains("Van vroeger"))
        #expect(text.contains("http://hasselt.localhost:8080/vacatures/") && text.contains(given.other.name))
    }

    /// A centre that was made while the server runs, and has nothing of its own.
    @Test(arguments: TestEngine.available)
    func aNewCentreShowsItsNeighbours(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.vacancy("Wandelen", of: organisation)
        let finder = try given.finder()
        try await finder.catchUp()
        let (now, ours) = (given.now, given.centre.id)
        let centres = try await given.database.write { tx -> [Centre] in
            _ = try CreateCentre.run(
                .init(
                    slug: "nieuw", name: "Nieuw", host: "nieuw.localhost:8080", municipalities: ["Losser"],
                    email: "info@nieuw.example"), mails: given.mails, now: now, tx)
            let new = try tx.insert("select id from centre where slug = 'nieuw'")
            for (one, other) in [(new, ours.number), (ours.number, new)] {
                try tx(
                    "insert into vacancy_sharing (centre_id, partner_id, created_at) values (\(one), \(other), \(now))")
            }
            return try CentreQueries.all(tx)
        }
        let new = try #require(centres.first { $0.slug == "nieuw" })
        let found = finder.search(VacancySearch(), in: new, page: Page(1), now: now)
        #expect(found.cards.elements.map(\.title) == ["Wandelen"])
    }
}
