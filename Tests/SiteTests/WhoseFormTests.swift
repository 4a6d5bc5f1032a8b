import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// A page that stayed open writes nothing in the name of whoever logged in since.
@Suite struct WhoseFormTests {
    private func action(_ text: String, _ path: String) throws -> String {
        let actions = text.matches(of: /<form[^>]*action=["']([^"']*)["']/).map { String($0.output.1) }
        return try #require(actions.first { $0.hasPrefix(path) }).replacing("&amp;", with: "&")
    }

    @Test(arguments: TestEngine.available)
    func ofTwoVolunteers(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let fields = [("naam", "Iemand Anders"), ("over", "Alleen van haar zelf"), ("telefoon", "0612345678")]
        let page = try await client.get("/mijn/profiel", as: world.volunteer.actor)
        let target = try action(page.text, "/mijn/profiel")
        let refused = try await client.post(target, fields, as: world.otherVolunteer.actor)
        #expect(refused.status == 409 && refused.text.contains("Dit formulier is van iemand anders"))
        #expect(refused.text.contains("Alleen van haar zelf"), "whoever typed it can copy it")
        #expect(try await client.given.count("volunteer", where: "name = 'Iemand Anders'") == 0)
        #expect(try await client.post(target, fields, as: world.volunteer.actor).status < 400)
        #expect(try await client.given.count("volunteer", where: "name = 'Iemand Anders'") == 1)
        // Logged out: who logs in as another is offered nothing of it, and reads nothing.
        let away = try await client.post(target, fields)
        let carried = away.text.matches(of: /name="(mee\.[^"]*)"[^>]*value="([^"]*)"/).map {
            (String($0.output.1), String($0.output.2).replacing("&amp;", with: "&"))
        }
        #expect(carried.contains { $0.1 == target }, "\(carried)")
        func logIn(_ email: String) async throws -> Answer {
            try await client.post(
                "/inloggen",
                carried + [
                    ("mee.veld.over", "Alleen van haar zelf"), ("email", email), ("wachtwoord", AccessWorld.password),
                ])
        }
        let other = try await logIn(world.otherVolunteer.email)
        #expect(other.status == 409 && !other.text.contains("Alleen van haar zelf"))
        let own = try await logIn(world.volunteer.email)
        #expect(own.status == 200 && own.text.contains("Alleen van haar zelf"))
    }

    @Test(arguments: TestEngine.available)
    func ofTwoOrganisationsAndOfTwoColleagues(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let page = try await client.get("/beheer/organisatie", as: world.owner.member)
        let target = try action(page.text, "/beheer/organisatie")
        #expect(try await client.post(target, world.organisationFields(.member), as: world.second.member).status == 409)
        let settings = try await client.get("/centrum/instellingen", as: client.given.administrator)
        let save = try action(settings.text, "/centrum/instellingen")
        #expect(try await client.post(save, [("naam", "x")], as: client.given.mediator).status == 409)
    }

    /// Every form of every page that somebody sees in an area says for whom it was made.
    @Test func everyFormSaysIt() async throws {
        let client = try await SiteClient(.sqlite, isDemo: true)
        let world = try await AccessWorld(client)
        var seen = 0
        for row in AccessRow.all where row.method == .get {
            guard let role = AccessRole.allCases.first(where: { $0 != .visitor && row.access[$0] == 200 }) else {
                continue
            }
            let answer = try await client.get(try await row.path(world), as: world.actor(role))
            for form in answer.text.matches(of: /<form\b[^>]*>/).map({ String($0.output) })
            where form.contains("post") {
                let action = form.firstMatch(of: /action=["']([^"']*)["']/).map { String($0.output.1) } ?? ""
                guard ["/mijn", "/beheer", "/centrum", "/account"].contains(where: action.hasPrefix) else { continue }
                seen += 1
                #expect(action.contains(/[?;]wie=[0-9a-f.]+(#\w+)?$/), "\(row.route): \(form)")
            }
        }
        #expect(seen > 50, "\(seen)")
    }
}
