import GivenCentre
import Jobs
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// A limit that stopped somebody is kept with rule and reason, where who it concerns reads it.
@Suite struct LimitTests {
    /// As the worker does.
    private func workOff(_ given: Given) async throws {
        for row in try await given.rows("select payload from job where name = 'account.limited' order by id") {
            let address = try KeptJSON.decode(try row["payload"], over: LimitedAddress("", .mails, at: given.centre.id))
            try await given.write(by: .system(centre: given.centre)) { work in try address(in: work) }
        }
    }

    @Test(arguments: TestEngine.available)
    func whoseAddressIsTriedReadsIt(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        for email in [world.owner.email, "niemand@elders.example"] {
            for _ in 0..<13 {
                _ = try await client.post("/inloggen", [("email", email), ("wachtwoord", "een ander wachtwoord")])
            }
        }
        let given = client.given
        // As much is written for an address that nobody has.
        #expect(try await given.count("job", where: "name = 'account.limited'") == 2)
        #expect(try await given.count("automatic_act") == 0)
        try await workOff(given)
        try await workOff(given)
        let acts = try await given.rows("select subject, rule, version, reason from automatic_act order by id")
        #expect(acts.count == 1)
        #expect(try acts[0]["subject"] == "account" && acts[0]["reason"] == "log-ins")
        let page = try await client.get("/account", as: world.owner.member).text
        #expect(page.contains("Even tegengehouden: te vaak geprobeerd in te loggen met jouw e-mailadres"))
        #expect(page.contains("grenzen"), "by which rule")
        #expect(!(try await client.get("/account", as: world.volunteer.actor).text).contains("Even tegengehouden"))
    }

    @Test(arguments: TestEngine.available)
    func aVolunteerFindsItAmongHerData(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let volunteer = try await given.volunteer()
        try await given.write(by: .system(centre: given.centre)) { work in
            for _ in 0..<2 { try NoteLimit.run(.mails, of: volunteer.email, in: work) }
            try NoteLimit.run(.mails, of: "niemand@elders.example", in: work)
        }
        let page = try await client.get("/mijn/gegevens/alles", as: volunteer.actor).text
        #expect(page.contains("Even tegengehouden: meer mails naar jouw e-mailadres dan op één dag mogen"))
        #expect(!page.contains("limit.reached"))
        let file = try await client.get("/mijn/gegevens.json", as: volunteer.actor).text
        #expect(file.contains("limit.reached"))
    }

    @Test(arguments: TestEngine.available)
    func whoInvitesTooManyColleaguesReadsItWithTheOrganisation(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        for number in 0..<22 {
            let form = [("naam", "Collega \(number)"), ("email", "collega\(number)@elders.example"), ("rol", "editor")]
            _ = try await client.post("/beheer/organisatie/mensen", form, as: organisation.member)
        }
        #expect(try await given.count("automatic_act", where: "reason = 'member-invitations'") == 1)
        let page = try await client.get("/beheer/organisatie", as: organisation.member).text
        #expect(page.contains("Even tegengehouden: meer collega&#39;s uitgenodigd"))
    }
}
