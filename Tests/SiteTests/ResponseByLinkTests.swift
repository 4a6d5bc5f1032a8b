import GivenCentre
import HTTPTypes
import Localisation
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// Somebody without an account follows her response by the link in her mail.
@Suite struct ResponseByLinkTests {
    private struct World {
        let client: SiteClient
        let owner: GivenOrganisation
        let vacancy: ID<Vacancy>
        let id: ID<VolunteerCentre.Application>
        let path: String

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            let given = client.given
            owner = try await given.organisation()
            vacancy = try await given.vacancy("Kok gezocht", of: owner)
            id = try await given.application(to: vacancy)
            path = "/actie/" + (try await given.secret(of: "application_received_guest", to: "piet@mail.example"))
        }

        func post(_ act: String, _ fields: [(String, String)] = [], to other: String? = nil) async throws -> Answer {
            try await client.post(other ?? path, [("doe", act)] + fields)
        }

        func state() async throws -> String {
            try await client.given.texts("state", of: "application", where: "id = \(id)")[0]
        }

        func mails(_ kind: String) async throws -> Int { try await client.given.count("mail", where: "kind = \(kind)") }
    }

    @Test(arguments: TestEngine.available)
    func sheSeesHowItStandsAndWithdraws(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let page = try await client.get(world.path)
        #expect(page.status == 200 && page.text.contains("Kok gezocht") && page.text.contains("Ik kook graag"))
        #expect(page.text.contains("uiterlijk op 5 december 2026") && page.text.contains("Ja, trek mijn reactie in"))
        #expect(page.headers[.setCookie] == nil && page.headers[.cacheControl]?.contains("no-store") == true)
        #expect(try await world.state() == "new", "looking does nothing")
        let gone = try await world.post("intrekken")
        #expect(gone.headers[.location] == world.path + "?melding=ingetrokken")
        #expect(try await world.state() == "withdrawn")
        #expect(try await world.mails("application_withdrawn") == 0, "for ten minutes it can be undone")
        try await given.work()
        #expect(try await world.mails("application_withdrawn") == 1)
        let after = try await client.get(world.path + "?melding=ingetrokken").text
        #expect(after.contains("Je reactie is ingetrokken") && !after.contains("Ja, trek mijn reactie in"))
        #expect(!after.contains("value=\"akkoord\""))
        // Back, and pressed again; and a yes that comes too late.
        #expect(try await world.post("intrekken").headers[.location]?.hasSuffix("ingetrokken") == true)
        #expect(try await world.post("akkoord").headers[.location]?.hasSuffix("gesloten") == true)
        #expect(try await world.mails("application_withdrawn") == 1)
        #expect(try await given.count("volunteer") == 0, "nothing more of her is kept")
        try await given.remindUnanswered(at: given.now.adding(.days(20)))
        #expect(try await world.mails("application_overdue") == 0)
    }

    /// The mail was passed on, and opened by who is logged in as somebody else.
    @Test(arguments: TestEngine.available)
    func whoIsLoggedInAsAnotherTakesNothing(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let client = world.client
        let sven = try await client.given.volunteer("Sven Tijhof")
        for other in [sven.actor, client.given.mediator] {
            let page = try await client.get(world.path, as: other).text
            #expect(page.contains("dit is de reactie van") && !page.contains("value=\"account\""))
            #expect(!page.contains("value=\"akkoord\""))
            for act in ["account", "akkoord"] {
                let done = try await client.post(world.path, [("doe", act)], as: other)
                #expect(done.headers[.location] == world.path + "?melding=iemand-anders", "\(act)")
            }
        }
        #expect(try await client.given.count("account", where: "email = 'piet@mail.example'") == 0)
        #expect(try await client.get(world.path).text.contains("value=\"account\""))
    }

    @Test(arguments: TestEngine.available)
    func sheAgreesAndIsMatchedWithoutAPassword(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        #expect(
            try await client.get("/beheer/reacties/\(world.id)", as: world.owner.member).text.contains(
                "Vraag het Piet Jansen per mail"))
        let asked = try await client.post("/beheer/reacties/\(world.id)/link", as: world.owner.member)
        #expect(asked.status == 303)
        #expect(try await world.state() == "in_conversation", "who asks has answered")
        let path = "/actie/" + (try await given.secret(of: "application_link", to: "piet@mail.example"))
        #expect(try await client.get(path).text.contains("Ja, dat is goed"))
        for _ in 0..<2 {
            let yes = try await world.post("akkoord", to: path)
            #expect(yes.headers[.location] == path + "?melding=akkoord")
        }
        #expect(try await world.mails("application_agreed") == 1)
        #expect(try await given.texts("name", of: "volunteer") == ["Piet Jansen"])
        #expect(try await given.count("account", where: "email = 'piet@mail.example' and password_hash is null") == 1)
        // The organisation writes and matches; the mails lead to the page without a password.
        #expect(try await given.write("Kom je maandag?", about: world.id, by: world.owner.member) == .sent)
        let answered = "/actie/" + (try await given.secret(of: "application_answered", to: "piet@mail.example"))
        for other in [answered, path, world.path] {
            #expect(try await client.get(other).text.contains("Kom je maandag?"), "\(other)")
        }
        let said = try await world.post(
            "bericht", [("bericht", "Ja, tot maandag!"), ("zegel", client.seal()), ("gelezen", "1")], to: answered)
        #expect(said.headers[.location]?.hasSuffix("verstuurd") == true)
        #expect(
            try await client.get("/beheer/reacties/\(world.id)", as: world.owner.member).text.contains(
                "Ja, tot maandag!"))
        guard case .created = try await given.match(world.id, by: world.owner.member) else {
            throw Given.Unexpected("no match")
        }
        #expect(try await client.get(path).text.contains("Je gaat aan de slag bij"))
        // She chooses a password after all: from then on the link proves too little.
        let password = try await world.post("account", to: path)
        #expect(password.headers[.location]?.hasPrefix("/wachtwoord/instellen/") == true)
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where email = 'piet@mail.example'")
            try tx("update volunteer set links_only = \(false)")
        }
        for other in [answered, path, world.path] {
            #expect(try await client.get(other).status == 410, "\(other)")
            #expect(
                try await world.post("bericht", [("bericht", "X"), ("zegel", client.seal())], to: other).status == 410)
        }
    }

    /// A shared address: who she is is asked, never guessed, and nobody acts for the other.
    @Test(arguments: TestEngine.available)
    func whoSharesAnAddressSaysWhoSheIs(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let account = try await given.write(by: .visitor(centre: given.centre)) { work in
            let account = try AccountQueries.findOrCreate(
                email: "piet@mail.example", name: "Mia Jansen", language: .nl, in: work)
            _ = try BecomeVolunteer.run(account.id, called: "Mia Jansen", in: work)
            return account.id
        }
        let mia = try await given.rows("select id from volunteer where account_id = \(account)").map {
            try $0["id"] as ID<Volunteer>
        }[0]
        let stranger = try await given.volunteer("Selma Yildiz")
        #expect(try await client.get(world.path).text.contains("Ik ben Mia Jansen"))
        #expect(try await world.post("akkoord").headers[.location]?.hasSuffix("wie") == true)
        #expect(try await world.post("akkoord", [("wie", "\(stranger.id)")]).status == 410)
        #expect(try await given.count("application", where: "volunteer_id is not null") == 0)
        #expect(try await world.post("akkoord", [("wie", "ander")]).headers[.location]?.hasSuffix("akkoord") == true)
        let hers = try await given.rows("select volunteer_id from application where id = \(world.id)")[0]
        #expect(try (hers["volunteer_id"] as ID<Volunteer>) != mia)
    }

    /// Forged, too old, of another centre, of somebody who was erased, and words that are none.
    @Test(arguments: TestEngine.available)
    func whatLeadsNowhereSaysNothing(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        #expect(try await client.get(world.path.dropLast() + "x").status == 410)
        #expect(try await client.get(world.path, host: given.other.host ?? "").status == 410)
        #expect(
            try await world.post("bericht", [("bericht", "Dag"), ("zegel", client.seal())]).status == 410, "not agreed")
        client.clock.now = given.now.adding(.days(181))
        #expect(try await client.get(world.path).status == 410)
        client.clock.now = given.now
        #expect(try await given.delete(world.vacancy, by: world.owner.member))
        for act in ["intrekken", "akkoord", "account", "x"] {
            #expect(try await world.post(act).status == 410, "\(act)")
        }
    }
}
