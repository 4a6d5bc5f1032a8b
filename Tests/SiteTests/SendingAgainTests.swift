import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import WebTestSupport

/// Back, correct the mistake, send: the correction counts. Back and send again: once.
@Suite struct SendingAgainTests {
    @Test(arguments: TestEngine.available)
    func aCorrectedResponseIsNotThrownAway(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let id = try await given.vacancy("Kok gezocht", of: try await given.organisation())
        let path = "/vacatures/\(id)-kok-gezocht/reageren/zonder-account"
        let seal = client.seal()
        func send(_ email: String, _ message: String = "Ik kook graag.", seal: String) async throws -> Int {
            try await client.post(
                path, [("naam", "Mien"), ("email", email), ("bericht", message), ("zegel", seal)]
            ).status
        }
        for _ in 1...2 { #expect(try await send("mien@mail.exampel", seal: seal) == 303) }
        #expect(try await given.count("application") == 1, "pressed twice is once")
        #expect(try await send("mien@mail.example", seal: seal) == 303)
        let mails = try await given.texts(
            "to_address", of: "mail", where: "kind = 'application_received_guest'")
        #expect(mails.sorted() == ["mien@mail.exampel", "mien@mail.example"], "the corrected address hears of it")
        // Back gives a fresh form, and the browser fills in the same words.
        #expect(try await send("mien@mail.example", seal: client.seal()) == 303)
        #expect(try await given.count("application") == 2)
        #expect(try await given.count("mail", where: "kind = 'application_arrived'") == 2)
        // Something to add is something else.
        #expect(try await send("mien@mail.example", "En ik kan ook op dinsdag.", seal: client.seal()) == 303)
        #expect(try await given.count("application") == 3)
    }

    @Test(arguments: TestEngine.available)
    func aCorrectedRegistrationIsNotThrownAway(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let seal = client.seal()
        for email in ["mien@mail.exampel", "mien@mail.exampel", "mien@mail.example"] {
            let answer = try await client.post(
                "/inschrijven/vrijwilliger", [("naam", "Mien"), ("email", email), ("zegel", seal)])
            #expect(answer.status == 303)
        }
        #expect(try await given.count("job", where: "name = 'volunteer.register'") == 2)
        let world = try await AccessWorld(client)
        let before = try await given.count("organisation")
        var fields = world.organisationFields(.visitor).filter { $0.0 != "zegel" } + [("zegel", seal)]
        for _ in 1...2 { #expect(try await client.post("/inschrijven/organisatie", fields).status == 303) }
        #expect(try await given.count("organisation") == before + 1)
        fields = fields.map { $0.0 == "contact-email" ? ($0.0, "goed@club.example") : $0 }
        #expect(try await client.post("/inschrijven/organisatie", fields).status == 303)
        #expect(
            try await given.texts("to_address", of: "mail", where: "kind = 'organisation_registered'").contains(
                "goed@club.example"))
    }
}
