import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// What an organisation types about a match never ends it by mistake.
@Suite struct MatchFormTests {
    private struct World {
        let client: SiteClient
        let member: Actor
        let match: ID<Match>
        let path: String

        init() async throws {
            client = try await SiteClient()
            let given = client.given
            let organisation = try await given.organisation()
            let id = try await given.application(
                of: try await given.volunteer(), to: try await given.vacancy(of: organisation))
            guard case .created(let match) = try await given.match(id, by: organisation.member) else {
                throw Given.Unexpected("no match")
            }
            (member, self.match, path) = (organisation.member, match, "/beheer/matches/\(match)/einde")
        }

        func end(_ day: String) async throws -> Answer { try await client.post(path, [("einde", day)], as: member) }

        func stored() async throws -> [String] { try await client.given.texts("ends_on", of: "match") }
    }

    /// The match that takes the last place points to who still waits.
    @Test(arguments: [1, 2])
    func theLastPlacePointsToTheOthers(_ places: Int) async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy("Kok gezocht", of: organisation) { $0.positions = places }
        let id = try await given.application(of: try await given.volunteer(), to: vacancy)
        _ = try await given.respond(given.response("Anna", email: "anna@mail.example"), to: vacancy)
        let path = "/beheer/reacties/\(id)"
        let made = try await client.post(path + "/match", [("begin", "01-12-2026")], as: organisation.member)
        let notice = places == 1 ? "match-vol" : "match"
        #expect(made.headers[.location] == path + "?melding=" + notice)
        let page = try await client.get(path + "?melding=" + notice, as: organisation.member).text
        let button = "/beheer/vacatures/\(vacancy)/bedanken"
        #expect(page.contains(button) == (places == 1))
        let thank = try await client.get(button, as: organisation.member).text
        #expect(thank.contains("value=\"filled\" checked") == (places == 1))
    }

    @Test(arguments: ["32-12-2026", "morgen", "2026-13-01", "31-02-2027", "12-"])
    func whatIsNoDateIsSaidAndEndsNothing(_ typed: String) async throws {
        let world = try await World()
        let answer = try await world.end(typed)
        #expect(answer.status == 422 && answer.text.contains("value=\"\(typed)\""))
        #expect(answer.text.contains("href=\"#einde\"") && answer.text.contains("aria-invalid=\"true\""))
        let stored = try await world.stored()
        #expect(stored == [""])
        #expect(try await world.client.given.texts("state", of: "match") == ["active"])
    }

    @Test func withoutTheFieldNothingIsSaid() async throws {
        let world = try await World()
        #expect(try await world.end("31-12-2026").status == 303)
        #expect(try await world.client.post(world.path, [("eind", "")], as: world.member).status == 400)
        let stored = try await world.stored()
        #expect(stored == ["2026-12-31"])
    }

    @Test func emptyMeansNotKnownAndTakesAnEndAway() async throws {
        let world = try await World()
        #expect(try await world.end("31-12-2026").status == 303)
        var stored = try await world.stored()
        #expect(stored == ["2026-12-31"])
        let answer = try await world.end("")
        #expect(answer.status == 303 && answer.headers[.location]?.hasSuffix("einde-open") == true)
        stored = try await world.stored()
        #expect(stored == [""])
    }

    @Test func beforeTheBeginningIsSaidWithWhatWasTyped() async throws {
        let world = try await World()
        let answer = try await world.end("1-1-2026")
        #expect(answer.status == 422 && answer.text.contains("value=\"1-1-2026\""))
        let stored = try await world.stored()
        #expect(stored == [""])
    }

    /// One press on the button of a running match without an end does not end it.
    @Test func nothingIsFilledInBeforehand() async throws {
        let world = try await World()
        let id: ID<VolunteerCentre.Application> = try #require(
            try await world.client.given.rows("select id from application").first)["id"]
        let page = try await world.client.get("/beheer/reacties/\(id)", as: world.member)
        let field = try #require(page.text.firstMatch(of: /<input[^>]*id="einde"[^>]*>/))
        #expect(field.output.contains("value=\"\"") || !field.output.contains("value="))
    }
}
