import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// Somebody of two organisations, and people who share an address, find their own pages.
@Suite struct HatPageTests {
    private struct World {
        let client: SiteClient
        let first, second: GivenOrganisation
        let token: Token

        init() async throws {
            client = try await SiteClient()
            let given = client.given
            first = try await given.organisation("Weekend", email: "anna@mail.example")
            second = try await given.organisation("De Grijpers")
            _ = try await given.colleague("anna@mail.example", as: .owner, of: second)
            token = try await given.session(of: first.member)
        }

        func get(_ path: String) async throws -> Answer { try await client.send(.get, path, token: token) }
    }

    /// A mail about the second organisation has a button; it leads to the response, not to a 404.
    @Test func aLinkInAMailFindsItsHat() async throws {
        let world = try await World()
        let given = world.client.given
        let vacancy = try await given.vacancy("Prikker", of: world.second)
        let response = try await given.application(to: vacancy)
        let moved = try await world.get("/beheer/reacties/\(response)")
        let address = "/beheer/reacties/\(response)?voor=\(world.second.id)"
        #expect(moved.status == 303 && moved.headers[.location] == address)
        let page = try await world.get(address)
        #expect(page.status == 200 && page.text.contains("De Grijpers"))
        // Every address on it stays with that organisation.
        let links = page.text.matches(of: /(href|action)="(\/beheer[^"]*)"/).map { String($0.2) }
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("voor=\(world.second.id)") })
        #expect(try await world.get("/beheer").text.contains("De Grijpers"), "and is the one she looked at last")
        // What is nobody's of hers stays nothing.
        let strange = try await given.application(
            to: try await given.vacancy("Kok", of: try await given.organisation("Vreemd")))
        #expect(try await world.get("/beheer/reacties/\(strange)").status == 404)
        #expect(try await world.get("/beheer/vacatures?voor=\(strange)").text.contains("De Grijpers"))
    }

    /// Two tabs, two organisations: a form belongs to the one it was opened for.
    @Test func twoTabsAreNotMixedUp() async throws {
        let world = try await World()
        let form = try await world.get(
            "/beheer/vacatures/nieuw?voor=\(world.first.id)&zegel=\(world.client.seal())")
        let action = try #require(form.text.firstMatch(of: /action="(\/beheer\/vacatures\/nieuw[^"]*)"/)).1
        let target = String(action.replacing("&amp;", with: "&"))
        #expect(target.hasPrefix("/beheer/vacatures/nieuw?voor=\(world.first.id)&wie="))
        _ = try await world.get("/beheer?voor=\(world.second.id)")
        let fields = [
            ("titel", "Kok gezocht"), ("omschrijving", "Je kookt."), ("bieden", "Een keuken."), ("interesse", "zorg"),
            ("inzet", "structureel"), ("plaats", "Borne"), ("gemeente", "Borne"), ("zegel", world.client.seal()),
        ]
        let sent = try await world.client.post(target, fields, token: world.token)
        #expect(sent.status == 303)
        let of: [Int64] = try await world.client.given.rows("select organisation_id as id from vacancy").map {
            try $0["id"]
        }
        #expect(of == [world.first.id.number])
    }

    /// After logging in she is asked, and the menu asks again whenever she likes.
    @Test func theChoiceIsHers() async throws {
        let world = try await World()
        let page = try await world.get("/account/kies")
        #expect(page.text.contains("Weekend") && page.text.contains("De Grijpers"))
        #expect(try await world.get("/").text.contains("/account/kies"))
        let chosen = try await world.client.post(
            "/account/kies", [("organisatie", "\(world.second.id)")], token: world.token)
        #expect(chosen.headers[.location] == "/beheer?voor=\(world.second.id)")
        let strange = try await world.client.given.organisation("Vreemd")
        let refused = try await world.client.post(
            "/account/kies", [("organisatie", "\(strange.id)")], token: world.token)
        #expect(refused.status == 404)
        let alone = try await world.client.given.session(of: strange.member)
        let menu = try await world.client.send(.get, "/beheer", token: alone).text
        #expect(!menu.contains("/account/kies") && !menu.contains("voor="))
    }

    /// Two volunteers at one address: nobody guesses who it is, and each sees her own.
    @Test func aSharedAddressAsksWho() async throws {
        let client = try await SiteClient()
        let given = client.given
        let piet = try await given.volunteer("Piet Bakker")
        let account = try #require(piet.actor.account)
        let ria = try await given.write(by: .system(centre: given.centre)) { work in
            try BecomeVolunteer.run(account, called: "Ria Bakker", in: work)
        }
        let hers = Actor(centre: given.centre, account: account, role: .volunteer(ria))
        let vacancy = try await given.vacancy(of: try await given.organisation())
        guard case .sent(let response) = try await given.respond(to: vacancy, as: hers) else {
            throw Given.Unexpected("not sent")
        }
        let token = try await given.session(of: piet.actor)
        func get(_ path: String) async throws -> Answer { try await client.send(.get, path, token: token) }
        let asked = try await get("/mijn/reacties/\(response)")
        #expect(asked.headers[.location] == "/account/kies?terug=%2Fmijn%2Freacties%2F\(response)")
        let page = try await get("/account/kies?terug=%2Fmijn%2Freacties%2F\(response)")
        #expect(page.text.contains("Piet Bakker") && page.text.contains("Ria Bakker"))
        let chosen = try await client.post(
            "/account/kies", [("vrijwilliger", "\(piet.id)"), ("terug", "/mijn/profiel")], token: token)
        #expect(chosen.headers[.location] == "/mijn/profiel")
        #expect(try await get("/mijn/profiel").text.contains("Piet Bakker"))
        // A link in a mail to her finds her.
        #expect(try await get("/mijn/reacties/\(response)").status == 303)
        #expect(try await get("/mijn/reacties/\(response)").status == 200)
        #expect(try await get("/mijn/profiel").text.contains("Ria Bakker"))
        let stranger = try await given.volunteer("Iemand Anders")
        let refused = try await client.post("/account/kies", [("vrijwilliger", "\(stranger.id)")], token: token)
        #expect(refused.status == 404)
    }
}
