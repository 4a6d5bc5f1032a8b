import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// *Klopt dit nog?*, by the mail and in the management area; and what visitors see of it.
@Suite struct ConfirmPageTests {
    private struct World {
        let client: SiteClient
        let organisation: GivenOrganisation
        let vacancy: ID<Vacancy>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            organisation = try await client.given.organisation()
            vacancy = try await client.given.vacancy(
                "Kok gezocht", of: organisation, at: client.given.now.subtracting(.days(50)))
        }

        func asked() async throws -> String {
            let given = client.given
            _ = try await given.write(by: .system(centre: given.centre)) { work in try AskIfRight.run(in: work) }
            client.clock.now = given.now.adding(.hours(1))
            return try await given.secret(of: "vacancies_asked", to: organisation.email)
        }
    }

    @Test(arguments: TestEngine.available)
    func aButtonChoosesAndThePageActs(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let secret = try await world.asked()
        let page = try await client.get("/actie/vervuld/\(secret)")
        #expect(page.text.contains("value=\"filled\" checked") && page.text.contains("Kok gezocht"))
        #expect(page.headers[.cacheControl]?.contains("no-store") == true)
        #expect(try await given.texts("state", of: "vacancy") == ["published"], "looking changes nothing")
        let none = try await client.post("/actie/\(secret)")
        #expect(none.status == 422 && none.text.contains("Kies eerst een antwoord."))
        let later = try await client.post("/actie/\(secret)", [("klopt-\(world.vacancy)", "")])
        #expect(later.status == 200 && later.text.contains("De link in je mail blijft werken."))
        let right = try await client.post("/actie/\(secret)", [("klopt-\(world.vacancy)", "right")])
        #expect(right.status == 200 && right.text.contains("1 vacature klopt nog"))
        let visitor = try await client.get("/vacatures/\(world.vacancy)-kok-gezocht").text
        #expect(visitor.contains("Klopt nog") && visitor.contains("nagekeken op 21 november 2026"))
        let filled = try await client.post("/actie/\(secret)", [("klopt-\(world.vacancy)", "filled")])
        #expect(
            filled.text.contains("Deze vacature staat niet meer op de website") && !filled.text.contains("/bedanken"))
        let own = try await client.get("/beheer/vacatures/\(world.vacancy)", as: world.organisation.member).text
        #expect(own.contains("De plek is bezet"), "the history says why")
        // A forged link, and who does not work there any more.
        #expect(try await client.get("/actie/klopt/\(secret)x").status == 410)
        try await given.database.write { tx in
            try tx("delete from organisation_member where account_id = \(world.organisation.member.account)")
        }
        #expect(try await client.post("/actie/\(secret)", [("klopt-\(world.vacancy)", "stop")]).status == 410)
        #expect(try await given.texts("state", of: "vacancy") == ["offline"])
    }

    @Test(arguments: TestEngine.available)
    func whoIsLoggedInIsAskedToo(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, member) = (world.client, world.organisation.member)
        #expect(try await !client.get("/beheer", as: member).text.contains("1 vacature: klopt die nog?"))
        _ = try await world.asked()
        #expect(try await client.get("/beheer", as: member).text.contains("1 vacature: klopt die nog?"))
        let path = "/beheer/klopt-dit-nog"
        #expect(try await client.get(path, as: member).text.contains("Op de website sinds 2 oktober 2026"))
        _ = try await client.given.vacancy("Gloednieuw", of: world.organisation)
        #expect(try await client.get(path, as: member).text.contains("<summary>Jullie andere vacatures op de website"))
        #expect(try await client.post(path, as: member).status == 422)
        let theirs = try await client.given.vacancy("Elders", of: try await client.given.organisation("Ander"))
        let done = try await client.post(
            path, [("klopt-\(world.vacancy)", "changed"), ("klopt-\(theirs)", "stop"), ("klopt-x", "stop")], as: member)
        #expect(
            done.text.contains("Pas deze vacature binnen een week aan")
                && done.text.contains("\(world.vacancy)/bewerken"))
        #expect(try await client.given.texts("state", of: "vacancy") == ["published", "published", "published"])
    }

    /// The setting is kept, also when a colleague changed something else meanwhile.
    @Test(arguments: TestEngine.available)
    func theCentreChooses(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, administrator) = (world.client, world.client.given.administrator)
        let page = try await client.get("/centrum/instellingen", as: administrator).text
        #expect(page.contains("name=\"onbevestigd-offline\"") && page.contains("Er wordt nooit iets gewist."))
        let seen = try #require(page.firstMatch(of: /name="gezien" value="([^"]+)"/)).1
        let centre = world.client.given.centre
        let fields = [
            ("gezien", String(seen)), ("naam", centre.name), ("email", centre.email), ("telefoon", centre.phone),
            ("intro", "Welkom!"), ("kleur", centre.theme.brand.hex), ("accent", centre.theme.accent.hex),
            ("antwoordtermijn", "14"), ("onbevestigd-offline", "1"), ("wijzigingen-wachtrij", "1"),
        ]
        #expect(try await client.post("/centrum/instellingen", fields, as: administrator).status == 303)
        #expect(try await client.given.centreNow().unconfirmedGoesOffline)
    }
}
