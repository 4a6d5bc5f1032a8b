import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// What somebody wanted to keep travels in addresses: a link of a stranger does nothing by them, and nothing typed stands in them.
@Suite struct KeepingBeforeTests {
    @Test(arguments: [
        "/mijn/bewaard/../../centrum/medewerkers?naam=a", "/mijn/bewaard/%2e%2E/x", "/mijn/.", "/mijn/../beheer",
        "/mijn/.%2e/x",
        "//elders.example", "/mijn\\elders", "/elders", "/mijnheer", "https://elders.example",
    ])
    func nowhereElse(_ address: String) {
        #expect(SafeReturn.path(address) == nil)
    }

    @Test func aPointInAWordLeadsNowhereElse() {
        for address in ["/vacatures/3-a..b?q=a..b/../c", "/mijn/zoekopdrachten?q=a.b&vaak=daily"] {
            #expect(SafeReturn.path(address) == address)
        }
        #expect(KeptBefore.vacancy(at: "/mijn/bewaard/12") == ID(12))
        for address in ["/mijn/bewaard/12/weg", "/mijn/bewaard/", "/mijn/bewaard/12?a=b", "/mijn/bewaard/x12", "/mijn"]
        {
            #expect(KeptBefore.vacancy(at: address) == nil, "\(address)")
        }
    }

    /// Who arrives by a link is asked, sees what about, and only her own button keeps it.
    @Test(arguments: TestEngine.available)
    func aLinkKeepsNothing(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let vacancy = try await client.given.vacancy(of: world.owner)
        let asks = [
            ("/mijn/bewaard/\(vacancy)", "Vrijwilliger"),
            ("/mijn/zoekopdrachten?q=taxi+bellen&vaak=daily", "taxi bellen"),
        ]
        for (address, _) in asks {
            let page = try await client.get("/inloggen?terug=" + Query.encode([("x", address)]).dropFirst(2))
            #expect(page.status == 200 && !page.text.contains("mee.pad"))
        }
        // A coordinator becomes a volunteer on the way.
        let actor = world.owner.member
        let token = try await client.signIn(actor)
        let become = try await client.post(
            "/account/vrijwilliger", [("terug", asks[1].0)], as: actor, token: token)
        #expect(become.headers[.location] == asks[1].0)
        for table in ["favourite", "saved_search"] { #expect(try await client.given.count(table) == 0) }
        for (address, _) in asks {
            let page = try await client.send(.get, address, token: token)
            #expect(page.status == 200 && page.text.contains("Zullen we het nu bewaren?"), "\(page.status)")
        }
        let search = try await client.send(.get, asks[1].0, token: token)
        #expect(search.text.contains("taxi bellen") && search.text.contains("name=\"vaak\" value=\"daily\""))
        for table in ["favourite", "saved_search"] { #expect(try await client.given.count(table) == 0) }
        // A vacancy that nobody may see asks nothing.
        #expect(try await client.send(.get, "/mijn/bewaard/999999", token: token).status == 303)
    }

    /// What was typed stands in no address, whoever has to log in, choose or become something first.
    @Test(arguments: TestEngine.available)
    func nothingTypedStandsInAnAddress(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let typed = [("over", "Ik heb een ziekte"), ("telefoon", "0612345678")]
        let away = try await client.post("/mijn/profiel", typed)
        #expect(away.status == 401 && away.text.contains("Ik heb een ziekte"), "it is kept in the form")
        let links = away.text.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
        #expect(links.allSatisfy { !$0.contains("ziekte") && !$0.contains("0612345678") }, "\(links)")
        let member = try await client.post("/mijn/profiel", typed, as: world.owner.member)
        #expect(member.status == 303 && member.headers[.location] == "/account/vrijwilliger?terug=%2Fmijn%2Fprofiel")
        let search = try await client.post(
            "/mijn/zoekopdrachten", [("q", "piano"), ("vaak", "daily")], as: world.owner.member)
        #expect(search.headers[.location]?.contains("piano") == true, "what was chosen is not lost")
    }
}
