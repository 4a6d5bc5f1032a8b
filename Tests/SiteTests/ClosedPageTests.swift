import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What both sides and the centre see of a no and a withdrawal, and how they take it back.
@Suite struct ClosedPageTests {
    private struct World {
        let client: SiteClient
        let organisation: GivenOrganisation
        let happy: GivenVolunteer
        let vacancy: ID<Vacancy>
        let id: ID<Application>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            organisation = try await client.given.organisation()
            happy = try await client.given.volunteer()
            vacancy = try await client.given.vacancy("Kok gezocht", of: organisation)
            id = try await client.given.application(of: happy, to: vacancy)
        }

        func page(_ path: String, as actor: Actor) async throws -> String {
            try await client.get(path, as: actor).text
        }

        func decline() async throws {
            let answer = try await client.post(
                "/beheer/reacties/\(id)/afwijzen", [("waarom", "filled"), ("reden", "Dank je wel.")],
                as: organisation.member)
            #expect(answer.headers[.location]?.contains("melding=afgewezen") == true)
        }
    }

    /// Of a no that can still be undone she sees nothing: not in her list, not on the page, not in the history.
    @Test(arguments: TestEngine.available)
    func sheKnowsNothingBeforeTheLetter(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        _ = try await given.vacancy("Koken bij de buren", of: try await given.organisation("De Buren"))
        let own = "/mijn/reacties/\(world.id)"
        let before = try await (world.page(own, as: world.happy.actor), world.page("/mijn", as: world.happy.actor))
        try await world.decline()
        let during = try await (world.page(own, as: world.happy.actor), world.page("/mijn", as: world.happy.actor))
        for page in [during.0, during.1] {
            #expect(
                page.contains("Wacht op antwoord") && !page.contains("Niet verder") && !page.contains("intussen bezet"))
        }
        #expect(during.0.contains("5 december 2026") && before.0.contains("5 december 2026"))
        let theirs = try await world.page("/beheer/reacties/\(world.id)", as: world.organisation.member)
        #expect(theirs.contains("Tot 12.10\u{a0}uur kun je het ongedaan maken") && theirs.contains("intussen bezet"))
        try await given.work()
        let after = try await world.page(own, as: world.happy.actor)
        #expect(
            after.contains("<blockquote class=\"said\"><p dir=\"auto\">De plek is intussen bezet. Dank je wel.")
                || after.contains("<blockquote class=\"said\"><p lang"))
        #expect(after.contains("intussen bezet") && after.contains("Koken bij de buren"))
        #expect(after.contains("Nee, bedankt. Ik zoek zelf verder."))
        let refused = try await world.client.post(own + "/geen-hulp", as: world.happy.actor)
        #expect(refused.headers[.location]?.contains("geen-hulp") == true)
        #expect(try await !world.page(own, as: world.happy.actor).contains("Ik zoek zelf verder"))
    }

    @Test(arguments: TestEngine.available)
    func aNoIsUndoneOnThePage(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let path = "/beheer/reacties/\(world.id)"
        try await world.decline()
        let undone = try await world.client.post(path + "/terugdraaien", as: world.organisation.member)
        let page = try await world.page(try #require(undone.headers[.location]), as: world.organisation.member)
        #expect(page.contains("Happy Unjani heeft geen bericht gekregen") && page.contains("Verstuur je bericht"))
        let late = try await world.client.post(path + "/terugdraaien", as: world.organisation.member)
        #expect(late.headers[.location]?.contains("al-teruggedraaid") == true)
        // With many at once.
        for name in ["Anna", "Bram"] {
            let volunteer = try await world.client.given.volunteer(name)
            let id = try await world.client.given.application(of: volunteer, to: world.vacancy)
            _ = try await world.client.given.decline(id, by: world.organisation.member)
        }
        let vacancy = "/beheer/vacatures/\(world.vacancy)"
        #expect(try await world.page(vacancy, as: world.organisation.member).contains("Tot 12.10\u{a0}uur"))
        let all = try await world.client.post(vacancy + "/bedanken/terugdraaien", as: world.organisation.member)
        #expect(all.headers[.location]?.hasSuffix("melding=teruggedraaid") == true)
        #expect(try await world.client.given.count("application", where: "state = 'new'") == 3)
    }

    @Test(arguments: TestEngine.available)
    func aWithdrawalSaysWhyIfSheLikes(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let own = "/mijn/reacties/\(world.id)"
        let form = try await world.page(own, as: world.happy.actor)
        #expect(form.contains("Je hoeft het niet te zeggen") && form.contains("Het is te ver voor mij."))
        let long = String(repeating: "x", count: 3000)
        let done = try await world.client.post(
            own + "/intrekken", [("waarom", "distance"), ("woorden", long), ("verder", "1")], as: world.happy.actor)
        #expect(done.status == 303, "whoever wants to leave leaves")
        let page = try await world.page(own, as: world.happy.actor)
        #expect(page.contains("Tot 12.10\u{a0}uur kun je het ongedaan maken"))
        let undone = try await world.client.post(own + "/terugdraaien", as: world.happy.actor)
        #expect(undone.headers[.location]?.contains("teruggedraaid") == true)
        _ = try await world.client.post(own + "/intrekken", [("waarom", "weet-niet")], as: world.happy.actor)
        try await world.client.given.work()
        #expect(try await world.client.given.count("application", where: "state = 'withdrawn'") == 1)
        let late = try await world.client.post(own + "/terugdraaien", as: world.happy.actor)
        #expect(late.headers[.location]?.contains("te-laat") == true)
    }

    /// By the buttons of a reminder, taken back on the page that thanks for them.
    @Test(arguments: TestEngine.available)
    func anAnswerByLinkIsUndone(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        try await given.remindUnanswered(at: given.now.adding(.days(8)))
        world.client.clock.now = given.now.adding(.days(8))
        let secret = try await given.secret(of: "applications_waiting", to: world.organisation.email)
        let done = try await world.client.post(
            "/actie/\(secret)", [("antwoord-\(world.id)", "decline"), ("waarom", "times")])
        #expect(done.text.contains("name=\"terug\" value=\"\(world.id)\""))
        // After a reload, or by the link once more, it can still be taken back.
        #expect(try await world.client.get("/actie/\(secret)").text.contains("name=\"terug\" value=\"\(world.id)\""))
        let other = try await given.application(to: try await given.vacancy("Elders", of: given.organisation("Ander")))
        _ = try await given.decline(other, by: world.organisation.member, at: world.client.clock.now)
        let undone = try await world.client.post(
            "/actie/\(secret)", [("terug", "\(world.id)"), ("terug", "\(other)"), ("terug", "x")])
        #expect(undone.text.contains("Niemand heeft bericht gekregen"))
        #expect(try await given.texts("state", of: "application", where: "id = \(world.id)") == ["new"])
        let twice = try await world.client.post("/actie/\(secret)", [("terug", "\(world.id)")])
        #expect(twice.text.contains("Dat kan niet meer"))
    }

    @Test(arguments: TestEngine.available)
    func theCentreHelpsOn(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        let list = "/centrum/verder-helpen"
        #expect(try await world.page(list, as: given.desk).contains("Er is nu niemand om verder te helpen"))
        try await world.decline()
        #expect(try await world.client.get("\(list)/\(world.id)", as: given.desk).status == 404)
        try await given.work()
        let page = try await world.page(list, as: given.desk)
        #expect(page.contains("Happy Unjani") && page.contains("De plek is intussen bezet."))
        #expect(!page.contains("Dank je wel."), "their words to her are not ours")
        let one = try await world.page("\(list)/\(world.id)", as: given.desk)
        #expect(one.contains(world.happy.email) && !one.contains("Ik kook graag"))
        #expect(try await given.count("audit", where: "action = 'application.opened_by_centre'") == 1)
        let helped = try await world.client.post("\(list)/\(world.id)/geholpen", as: given.desk)
        #expect(helped.headers[.location] == list + "?melding=geholpen")
        #expect(try await world.page(list, as: given.desk).contains("Er is nu niemand om verder te helpen"))
        #expect(
            try await world.page("/mijn/reacties/\(world.id)", as: world.happy.actor).contains("Verder geholpen"))
    }

    /// What was done a moment ago can be taken back where it was done: a match, a message of either side, the archive.
    @Test(arguments: TestEngine.available)
    func whatWasDoneAMomentAgo(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, member) = (world.client, world.organisation.member)
        let (theirs, hers) = ("/beheer/reacties/\(world.id)", "/mijn/reacties/\(world.id)")
        for (path, actor) in [(theirs, member), (hers, world.happy.actor)] {
            _ = try await client.given.write("Geheim \(path)", about: world.id, by: actor)
            let page = try await world.page(path, as: actor)
            #expect(page.contains("Neem dit bericht terug") && page.contains("tot 12.10\u{a0}uur"))
            let number = try #require(page.firstMatch(of: /name="terug" value="(\d+)"/)).1
            let answer = try await client.post(path + "/bericht/terug", [("terug", String(number))], as: actor)
            #expect(answer.headers[.location]?.contains("bericht-terug") == true)
            #expect(try await client.post(path + "/bericht/terug", [("terug", "x")], as: actor).status == 404)
        }
        for (path, actor) in [(theirs, member), (hers, world.happy.actor)] {
            let page = try await world.page(path, as: actor)
            #expect(page.contains("Dit bericht is teruggenomen.") && !page.contains("Geheim"))
        }
        _ = try await client.given.match(world.id, by: member)
        #expect(try await world.page(theirs, as: member).contains("een mail dat het een vergissing was"))
        let vacancy = "/beheer/vacatures/\(world.vacancy)"
        _ = try await client.post(vacancy + "/archief", as: member)
        #expect(try await world.page(vacancy, as: member).contains("Dan staat de vacature weer waar die stond"))
        let back = try await client.post(vacancy + "/archief/terugdraaien", as: member)
        #expect(back.headers[.location]?.contains("uit-archief") == true)
        _ = try await client.post(vacancy + "/archief", as: member)
        client.clock.now = client.given.now.adding(.minutes(11))
        let late = try await world.page(theirs, as: member)
        #expect(!late.contains("vergissing was") && !late.contains("Neem dit bericht terug"))
        let stays = try await client.post(vacancy + "/archief/terugdraaien", as: member)
        #expect(stays.headers[.location]?.contains("archief-blijft") == true)
    }
}
