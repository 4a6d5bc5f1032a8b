import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// A volunteer calls, since her name or address is wrong: the centre mends it, and nobody gets her account by that.
@Suite struct CorrectVolunteerTests {
    @Test(arguments: TestEngine.available)
    func aNameAndAnAddress(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer("Happy Unjanni")
        _ = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let found = try await client.get("/centrum/dubbele-profielen?q=happy", as: given.mediator).text
        let path = "/centrum/profielen/\(happy.id)"
        #expect(found.contains("href=\"\(path)"))
        #expect(try await client.get(path, as: given.desk).status == 404)
        let page = try await client.get(path, as: given.mediator).text
        let seen = String(try #require(page.firstMatch(of: /name="gezien" value="([^"]*)"/)).1)
        func save(_ name: String, _ email: String) async throws -> Answer {
            try await client.post(path, [("naam", name), ("email", email), ("gezien", seen)], as: given.mediator)
        }
        #expect(try await save("Happy Unjani", happy.email).headers[.location]?.contains("melding=bewaard") == true)
        #expect(try await given.texts("name", of: "application") == ["Happy Unjani"])
        #expect(try await given.count("audit", where: "action = 'profile.changed' and actor = 'mediator'") == 1)
        // The new address is asked, and is not hers before her password is typed there.
        let asked = try await save("Happy Unjani", "happy@nieuw.example")
        #expect(asked.headers[.location]?.contains("melding=gevraagd") == true)
        #expect(
            try await given.texts("email", of: "account", where: "id = \(happy.actor.account?.number ?? 0)") == [
                happy.email
            ])
        let token = try await given.secret(of: "address_asked", to: "happy@nieuw.example")
        #expect(try await client.post("/actie/\(token)", [("wachtwoord", "iets anders dan dat")]).status != 303)
        #expect(
            try await given.texts("email", of: "account", where: "id = \(happy.actor.account?.number ?? 0)") == [
                happy.email
            ])
        // Of somebody else, and of who has links only: said, with the way to mend it.
        let other = try await given.volunteer("Anna")
        let taken = try await save("Happy Unjani", other.email)
        #expect(taken.status == 422 && taken.text.contains("Voeg de twee profielen dan samen"))
        try await given.database.write { tx in
            try tx("update account set password_hash = null where id = \(happy.actor.account)")
        }
        let open = try await save("Happy Unjani", "happy@ander.example")
        #expect(open.status == 422 && open.text.contains("nog geen wachtwoord"))
    }
}
