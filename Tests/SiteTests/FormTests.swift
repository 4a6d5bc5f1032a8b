import Foundation
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre
import Web

@testable import Site
@testable import SiteKit

/// What people typed is never lost, and what robots type is never kept.
@Suite struct FormTests {
    private let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"

    @Test func errorsKeepWhatWasTyped() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        var fields = world.organisationFields(.visitor).filter { $0.0 != "plaats" }
        fields.append(("straat", hostile))
        let answer = try await client.post("/inschrijven/organisatie", fields)
        #expect(answer.status == 422 && answer.isPage)
        #expect(answer.text.contains("href=\"#plaats\"") && answer.text.contains("aria-invalid=\"true\""))
        #expect(answer.text.contains("De Nieuwe Pan") && answer.text.contains("&lt;script&gt;"))
        #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"))
        #expect(try await client.given.count("organisation") == 2)
    }

    @Test func hostileTextStaysTextEverywhere() async throws {
        let client = try await SiteClient()
        let given = client.given
        var registration = given.registration(hostile)
        registration.details.shortDescription = hostile
        registration.contactName = hostile
        registration.contactEmail = "anna@x.example"
        guard case .registered(let id) = try await given.register(registration) else { return }
        _ = try await given.review(ReviewOrganisation.Verdict.approve, id, by: given.administrator)
        let account = try await given.database.read { tx in try AccountQueries.find(email: "anna@x.example", tx)?.id }
        let organisation = GivenOrganisation(
            id: id, member: Actor(centre: given.centre, account: account, role: .member(id)), email: "anna@x.example"
        )
        var content = given.content(hostile)
        (content.description, content.offer, content.hours, content.place) = (hostile, hostile, hostile, hostile)
        guard case .queued(let vacancy) = try await given.submit(content, by: organisation.member) else { return }
        _ = try await given.review(ReviewVacancy.Verdict.approve, vacancy, by: given.mediator)
        var response = given.response(hostile, email: "p@x.example")
        response.message = hostile
        guard case .sent(let application) = try await given.respond(response, to: vacancy) else { return }
        let mail: Int64 = try await given.rows("select max(id) as id from mail").first?["id"] ?? 0
        for (path, actor) in [
            ("/", nil), ("/vacatures", nil), (Link.vacancy(vacancy, hostile), nil),
            (Link.vacancy(vacancy, hostile) + "/reageren/zonder-account", nil), (Link.organisation(id, hostile), nil),
            ("/beheer", organisation.member), ("/beheer/activiteit", organisation.member),
            ("/beheer/reacties/\(application)", organisation.member),
            ("/beheer/vacatures/\(vacancy)", organisation.member),
            ("/beheer/organisatie", organisation.member), ("/centrum/organisaties/\(id)", given.administrator),
            ("/centrum/vacatures/\(vacancy)", given.administrator), ("/centrum/postvak-uit", given.administrator),
            ("/centrum/postvak-uit/\(mail)", given.administrator),
            ("/centrum/postvak-uit/\(mail)/html", given.administrator),
            ("/vacatures?q=\(Query.encode([("", hostile)]).dropFirst())", nil),
        ] as [(String, Actor?)] {
            let answer = try await client.get(path, as: actor)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"), "\(path)")
        }
    }

    @Test func robotsAreThankedAndForgotten() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let vacancy = try await world.openVacancy()
        let before = try await client.given.counts()
        let trapped = try await client.post(
            "/inschrijven/organisatie", world.organisationFields(.visitor) + [("w-naam", "bot")])
        let answered = try await client.post(
            vacancy + "/reageren/zonder-account",
            [("naam", "Bot"), ("email", "b@x.nl"), ("w-naam", "b"), ("zegel", client.seal())])
        #expect(trapped.status == 303 && answered.status == 303)
        var after = try await client.given.counts()
        after["rate_limit"] = before["rate_limit"]
        #expect(after == before)
    }

    @Test func sealsAreNeeded() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let fields = world.organisationFields(.visitor).filter { $0.0 != "zegel" }
        let fresh = client.services.seal.issue(random: client.given.random(12), now: client.clock.now)
        for seal in ["", "x.y.z", fresh] {
            let answer = try await client.post("/inschrijven/organisatie", fields + [("zegel", seal)])
            #expect(answer.status == 422 && answer.text.contains("De Nieuwe Pan"), "\(seal)")
        }
        #expect(try await client.given.count("organisation") == 2)
    }

    @Test func sentTwiceIsOnce() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let fields = world.organisationFields(.visitor)
        for _ in 0..<2 { #expect(try await client.post("/inschrijven/organisatie", fields).status == 303) }
        let vacancy = world.vacancyFields(.member)
        for _ in 0..<2 {
            #expect(try await client.post("/beheer/vacatures/nieuw", vacancy, as: world.owner.member).status == 303)
        }
        #expect(try await client.given.count("organisation") == 3)
        #expect(try await client.given.count("vacancy") == 1)
    }

    /// A session that ended while somebody typed loses nothing but a click.
    @Test func aFormSurvivesTheEndOfItsSession() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let answer = try await client.post("/beheer/vacatures/nieuw", world.vacancyFields(.member))
        #expect(
            answer.status == 401 && answer.text.contains("name=\"mee.veld.titel\"")
                && answer.text.contains("Kok gezocht"))
        var fields = world.vacancyFields(.member).map { ("mee.veld." + $0.0, $0.1) }
        fields += [
            ("mee.pad", "/beheer/vacatures/nieuw"), ("email", world.owner.email), ("wachtwoord", AccessWorld.password),
        ]
        let back = try await client.post("/inloggen", fields)
        #expect(back.status == 200 && back.headers[.setCookie] != nil)
        #expect(back.text.contains("action=\"/beheer/vacatures/nieuw\"") && back.text.contains("Kok gezocht"))
        #expect(try await client.given.count("vacancy") == 0, "nothing is sent without a click")
        // A carried path outside the areas is dropped.
        fields = fields.map { $0.0 == "mee.pad" ? ("mee.pad", "https://evil.example/") : $0 }
        let evil = try await client.post("/inloggen", fields)
        #expect(evil.status == 303 && !evil.text.contains("evil"))
    }

    /// Log-in answers are the same for who exists and who does not, but for what was typed.
    @Test func nobodyLearnsWhoIsKnown() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        func words(_ path: String, _ email: String) async throws -> [String] {
            let answer = try await client.post(path, [("email", email), ("wachtwoord", "vier blauwe bussen")])
            let text = answer.text.replacingOccurrences(of: email, with: "")
            return ["\(answer.status)", answer.headers[.location] ?? "", text]
        }
        for path in ["/inloggen", "/wachtwoord/vergeten"] {
            #expect(try await words(path, world.owner.email) == words(path, "niemand@x.example"), "\(path)")
        }
    }
}
