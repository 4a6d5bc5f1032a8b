import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre
import Web

@testable import Site
@testable import SiteKit

/// Two tabs, or two colleagues, with the same form: neither undoes what the other saved.
@Suite struct TwoTabsTests {
    private func seen(_ text: String) throws -> String {
        String(try #require(text.firstMatch(of: /name="gezien" value="([^"]*)"/)).output.1)
    }

    /// Thirty tabs at one moment: each that says it saved did, and the others are asked.
    @Test(arguments: TestEngine.available)
    func ofAProfileAtOnce(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let volunteer = try await client.given.volunteer()
        let began = try seen(try await client.get("/mijn/profiel", as: volunteer.actor).text)
        let token = try await client.signIn(volunteer.actor)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<30 {
                group.addTask {
                    try await client.post(
                        "/mijn/profiel", [("naam", "Mien"), ("over", "Tekst \(number)"), ("gezien", began)],
                        token: token
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 303 }.count == 1, "\(statuses)")
        #expect(statuses.filter { $0 == 422 }.count == 29, "\(statuses)")
    }

    @Test(arguments: TestEngine.available)
    func ofAnOrganisation(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let (path, actor) = ("/beheer/organisatie", world.owner.member)
        let began = try seen(try await client.get(path, as: actor).text)
        func fields(_ changes: [(String, String)]) async throws -> [(String, String)] {
            let stored = try await client.given.database.read { tx in
                try OrganisationQueries.published(world.owner.id, in: client.given.centre.id, tx)
            }
            let data = OwnOrganisationPage.data(try #require(stored))
            return changes.reduce(data) { $0.setting($1.0, $1.1) }.pairs
        }
        var first = try await fields([
            ("omschrijving", "Wij koken."), ("postcode", "7622 AB"), ("plaats", "Borne"), ("gemeente", "Borne"),
        ])
        #expect(try await client.post(path, first + [("gezien", began)], as: actor).status == 303)
        let second = try seen(try await client.get(path, as: actor).text)
        // Two tabs open now: one changes the website, the other the telephone number and has the old website.
        let old = try await fields([])
        first = try await fields([("website", "www.nieuw.example")])
        #expect(try await client.post(path, first + [("gezien", second)], as: actor).status == 303)
        let other = FormData(pairs: old).setting("organisatie-telefoon", "074 123 45 67").pairs
        #expect(try await client.post(path, other + [("gezien", second)], as: actor).status == 303)
        #expect(
            try await client.given.texts("website", of: "organisation", where: "id = \(world.owner.id)")[0].contains(
                "nieuw"))
        #expect(try await client.given.count("organisation", where: "id = \(world.owner.id) and phone <> ''") == 1)
        // Both changed the same: she is asked, and sending it once more keeps hers.
        let mine = FormData(pairs: old).setting("website", "www.ander.example").pairs
        let asked = try await client.post(path, mine + [("gezien", second)], as: actor)
        #expect(
            asked.status == 422 && asked.text.contains("van gemaakt")
                && asked.text.contains("www.ander.example"))
        #expect(
            try await client.given.texts("website", of: "organisation", where: "id = \(world.owner.id)")[0].contains(
                "nieuw"))
        let again = try await client.post(path, mine + [("gezien", try seen(asked.text))], as: actor)
        #expect(again.status == 303)
        #expect(
            try await client.given.texts("website", of: "organisation", where: "id = \(world.owner.id)")[0].contains(
                "ander"))
    }

    /// An old tab gives nobody a telephone number that was hidden since.
    @Test(arguments: TestEngine.available)
    func ofAProfile(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let actor = world.volunteer.actor
        let shown = [("naam", "Happy"), ("deel-telefoon", "1"), ("telefoon", "0612345678")]
        let before = try seen(try await client.get("/mijn/profiel", as: actor).text)
        #expect(try await client.post("/mijn/profiel", shown + [("gezien", before)], as: actor).status == 303)
        let began = try seen(try await client.get("/mijn/profiel", as: actor).text)
        let hidden = [("naam", "Happy"), ("telefoon", "0612345678"), ("pauze", "2027-03-01")]
        #expect(try await client.post("/mijn/profiel", hidden + [("gezien", began)], as: actor).status == 303)
        let old = shown + [("over", "Ik kook graag."), ("gezien", began)]
        #expect(try await client.post("/mijn/profiel", old, as: actor).status == 303)
        #expect(
            try await client.given.count(
                "volunteer",
                where: "id = \(world.volunteer.id) and about <> '' and not shares_phone and paused_until = '2027-03-01'"
            ) == 1)
    }

    @Test(arguments: TestEngine.available)
    func ofAContactPersonAndAName(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let account = try #require(world.owner.member.account)
        let path = "/beheer/organisatie/mensen/\(account)"
        let began = try seen(try await client.get(path, as: world.owner.member).text)
        let name = try await client.given.texts("name", of: "organisation_member", where: "account_id = \(account)")[0]
        func save(_ position: String, _ phone: String) async throws -> Int {
            try await client.post(
                path, [("naam", name), ("functie", position), ("telefoon", phone), ("gezien", began)],
                as: world.owner.member
            ).status
        }
        let kept = try await client.given.texts(
            "position", of: "organisation_member", where: "account_id = \(account)")[0]
        let phone = try await client.given.texts("phone", of: "organisation_member", where: "account_id = \(account)")[
            0]
        #expect(try await save(kept, "074 999 88 77") == 303)
        #expect(try await save("Voorzitter", phone) == 303)
        #expect(
            try await client.given.count(
                "organisation_member",
                where: "account_id = \(account) and position = 'Voorzitter' and phone like '%999%'") == 1)
        let correct = "/centrum/organisaties/\(world.owner.id)/gegevens"
        let page = try await client.get(correct, as: client.given.administrator)
        let mark = try seen(page.text)
        func rename(_ name: String) async throws -> Answer {
            try await client.post(
                correct, [("naam", name), ("rechtsvorm", ""), ("gezien", mark)], as: client.given.administrator)
        }
        #expect(try await rename("De Nieuwe Naam").status == 303)
        #expect(try await rename("Nog Een Naam").status == 422)
        let review = try await client.get("/centrum/organisaties/\(world.owner.id)", as: client.given.administrator)
        #expect(review.text.contains("Heette eerst De Warme Pan"))
    }
}
