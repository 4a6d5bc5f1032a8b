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
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
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
        #expect(try await given.texts("email", of: "application") == ["mien@mail.example"], "one response, put right")
        // Pressed again, and by a fresh form that the browser filled in with the same words.
        for again in [seal, client.seal()] { #expect(try await send("mien@mail.example", seal: again) == 303) }
        #expect(try await given.count("application") == 1)
        #expect(try await given.count("mail", where: "kind = 'application_arrived'") == 1)
        // The link in the mail to the mistyped address proves nothing any more.
        #expect(try await given.count("action_link", where: "purpose = 'claim_application' and used_at is null") == 1)
        // Something to add is something else; so is what is sent after somebody answered.
        #expect(try await send("mien@mail.example", "En ik kan ook op dinsdag.", seal: client.seal()) == 303)
        #expect(try await given.count("application") == 2)
        // Only who reads the mailbox learns that there was one already: the page would tell it to a stranger.
        let asked = try await given.texts(
            "text", of: "mail",
            where: "kind = 'application_received_guest' and text like '%Wilde je alleen iets toevoegen?%'")
        #expect(asked.count == 1)
        #expect(!(try await client.get("/vacatures/\(id)-kok-gezocht/bedankt").text).contains("toevoegen"))
        // The organisation sees each beside the other, and not beside somebody else's.
        #expect(try await send("jan@mail.example", "Ik ook.", seal: client.seal()) == 303)
        var seen: [Bool] = []
        for row in try await given.rows("select id from application order by id") {
            let number: Int64 = try row["id"]
            let page = try await client.get("/beheer/reacties/\(number)", as: organisation.member).text
            seen.append(page.contains("Reageerde ook"))
        }
        #expect(seen == [true, true, false])
        try await given.database.write { tx in
            try tx("update application set answered_at = 1, state = 'in_conversation'")
        }
        #expect(try await send("mien@mail.example", "Ik kook erg graag.", seal: seal) == 303)
        #expect(try await given.count("application") == 4)
        #expect(try await given.texts("message", of: "application").contains("Ik kook graag."))
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
        #expect(try await given.count("organisation") == before + 1, "one registration, put right")
        #expect(
            try await given.count("organisation_member", where: "organisation_id = (select max(id) from organisation)")
                == 1)
    }
}
