import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What was typed and cannot be kept is said, never dropped in silence; codes stay inside.
@Suite struct DroppedInSilenceTests {
    private struct World {
        let client: SiteClient
        let access: AccessWorld

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            access = try await AccessWorld(client)
        }

        func send(_ changed: [(String, String)]) async throws -> Answer {
            let names = Set(changed.map(\.0))
            let fields = access.vacancyFields(.member).filter { !names.contains($0.0) } + changed
            return try await client.post("/beheer/vacatures/nieuw", fields, as: access.owner.member)
        }
    }

    /// A department that somebody removed in another tab, a neighbourhood that was renamed.
    @Test(arguments: TestEngine.available)
    func whatIsGoneIsNamed(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        for field in ["afdeling", "buurt"] {
            let answer = try await world.send([(field, "999")])
            #expect(answer.status == 422 && answer.text.contains("Deze keuze is er niet meer"), "\(field)")
        }
        #expect(
            try await world.client.given.count(
                "vacancy", where: "state = 'queued' and department_id is null and neighbourhood = '999'") == 0)
    }

    /// An answer that no list has any more would find everything; a municipality that is gone would mean all of them.
    @Test(arguments: TestEngine.available)
    func nothingGrows(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let client = world.client
        for question in ["interesse=oud", "dag=zondagavond", "activiteit=weg&q=tuin"] {
            let page = try await client.get("/vacatures?\(question)").text
            #expect(!page.contains("class=\"card"), "\(question)")
            let kept = try await client.post(
                "/mijn/zoekopdrachten",
                question.split(separator: "&").map { pair in
                    let parts = pair.split(separator: "=").map(String.init)
                    return (parts[0], parts[1])
                }, as: world.access.volunteer.actor)
            #expect(kept.headers[.location]?.contains("/vacatures?") == true, "\(question)")
        }
        #expect(try await client.given.count("saved_search") == 0)
        let account = client.given.mediator.account?.number ?? 0
        let staff = try await client.post(
            "/centrum/medewerkers/\(account)/gemeenten", [("gemeente", "Borne"), ("gemeente", "Enschede")],
            as: client.given.administrator)
        #expect(staff.headers[.location]?.hasSuffix("melding=weg") == true)
        #expect(try await client.given.count("centre_role_municipality") == 0)
    }

    @Test(arguments: TestEngine.available)
    func yearsOfASlippedFingerAreAsked(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let answer = try await world.send([("begint-op", "2062-01-01")])
        #expect(answer.status == 422 && answer.text.contains("meer dan 2 jaar hiervandaan"))
        // Whoever signs up before a day begins on a later one: a last day on the website before the first day of work is right.
        let early = world.client.given.centre.today(world.client.given.now)
        let sent = try await world.send([
            ("publiceren-tot", early.adding(days: 20).iso), ("begint-op", early.adding(days: 60).iso),
        ])
        #expect(sent.status == 303)
    }

    @Test(arguments: TestEngine.available)
    func aMunicipalityElsewhereIsSaidInWords(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        _ = try await given.registeredOrganisation("Nieuw")
        try await given.database.write { tx in try tx("update organisation set municipality = 'elders'") }
        let page = try await client.get("/centrum", as: given.mediator).text
        #expect(page.contains("Een andere gemeente") && !page.contains(">elders<"))
    }

    @Test func theMapIsTheSameEachTime() async throws {
        let client = try await SiteClient(.sqlite, isDemo: true)
        let first = try await client.get("/vacatures/kaart.json")
        for _ in 1...3 {
            let again = try await client.get("/vacatures/kaart.json")
            #expect(again.text == first.text && again.headers[.eTag] == first.headers[.eTag])
        }
    }
}
