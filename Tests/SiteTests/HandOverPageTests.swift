import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Who looks after a vacancy, and handing it over, as the organisation and who responded see it.
@Suite struct HandOverPageTests {
    private struct World {
        let client: SiteClient
        let organisation: GivenOrganisation
        let els: Actor
        let vacancy: ID<Vacancy>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            organisation = try await client.given.organisation()
            els = try await client.given.colleague("els@pan.example", "Els Kramer", of: organisation)
            vacancy = try await client.given.vacancy("Kok gezocht", of: organisation)
        }

        var people: String { "/beheer/organisatie/mensen" }
        var hers: String { "\(people)/\(els.account?.number ?? 0)" }

        func choose(_ chosen: Actor, insteadOf seen: String = "") async throws -> String? {
            let number = chosen.account?.number.description ?? ""
            return try await client.post(
                "/beheer/vacatures/\(vacancy)/aanspreekpunt", [("aanspreekpunt", number), ("gezien", seen)],
                as: organisation.member
            ).headers[.location]
        }
    }

    @Test(arguments: TestEngine.available)
    func whoRespondedKnowsWithWhomSheTalks(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, member) = (world.client, world.organisation.member)
        let happy = try await client.given.volunteer()
        let id = try await client.given.application(of: happy, to: world.vacancy)
        let before = try await client.get("/mijn/reacties/\(id)", as: happy.actor).text
        #expect(!before.contains("Je aanspreekpunt"))
        #expect(try await world.choose(world.els)?.contains("melding=aanspreekpunt") == true)
        let own = try await client.get("/mijn/reacties/\(id)", as: happy.actor).text
        #expect(own.contains("Je aanspreekpunt bij De Warme Pan:") && own.contains("Els Kramer"))
        #expect(!own.contains("els@pan.example"))
        // Visitors read no name of a colleague.
        #expect(try await !client.get("/vacatures/\(world.vacancy)-kok-gezocht").text.contains("Els Kramer"))
        let page = try await client.get("/beheer/vacatures/\(world.vacancy)", as: member).text
        #expect(page.contains("Els Kramer is vanaf nu het aanspreekpunt"))
        #expect(try await world.choose(member)?.contains("melding=aanspreekpunt-anders") == true)
        #expect(try await client.get(world.people, as: member).text.contains("Overdragen"))
        for odd in ["abc", "-1", "99999999999999999999", "c1"] {
            let kept = try await client.post(
                "/beheer/vacatures/\(world.vacancy)/aanspreekpunt",
                [("aanspreekpunt", odd), ("gezien", world.els.account?.number.description ?? "")], as: member)
            #expect(kept.headers[.location]?.contains("melding=aanspreekpunt-weg") == true, "\(odd)")
        }
        #expect(
            try await client.get("/beheer/vacatures/\(world.vacancy)", as: member).text.contains("selected>Els Kramer"))
        // Where it is listed: the vacancies, her own of them, and who waits.
        #expect(try await client.get("/beheer/vacatures", as: member).text.contains("Els Kramer"))
        #expect(try await client.get("/beheer/vacatures?van=ik", as: world.els).text.contains("Kok gezocht"))
        #expect(try await !client.get("/beheer/vacatures?van=ik", as: member).text.contains("Kok gezocht"))
        #expect(
            try await client.get("/beheer", as: member).text.contains("Aanspreekpunt: <span dir=\"auto\">Els Kramer"))
        // Who was told no talks with nobody there.
        _ = try await client.post("/beheer/reacties/\(id)/afwijzen", [("waarom", "filled")], as: member)
        #expect(try await client.get("/mijn/reacties/\(id)", as: happy.actor).text.contains("Je aanspreekpunt"))
        try await client.given.work()
        #expect(try await !client.get("/mijn/reacties/\(id)", as: happy.actor).text.contains("Je aanspreekpunt"))
    }

    @Test(arguments: TestEngine.available)
    func whoIsRemovedHandsOverFirst(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, member) = (world.client, world.organisation.member)
        _ = try await world.choose(world.els)
        #expect(try await client.get(world.people, as: member).text.contains("\(world.hers)/overdragen?weg=1"))
        // An old page still has the button.
        let asked = try await client.post("\(world.hers)/weg", as: member)
        #expect(asked.headers[.location]?.hasSuffix("/overdragen?weg=1") == true)
        let page = try await client.get("\(world.hers)/overdragen?weg=1", as: member).text
        #expect(!page.contains("Ja, Els Kramer verwijderen"))
        #expect(page.contains("Els Kramer is het aanspreekpunt van 1 vacature.") && page.contains("Kok gezocht"))
        let nobody = try await client.post("\(world.hers)/overdragen", [("weg", "1")], as: member)
        #expect(nobody.status == 422 && nobody.text.contains("Kies wie het overneemt."))
        #expect(nobody.text.contains("Overdragen en Els Kramer verwijderen"))
        for wrong in ["c999999", "a1", "c\(world.els.account?.number ?? 0)"] {
            let gone = try await client.post("\(world.hers)/overdragen", [("weg", "1"), ("aan", wrong)], as: member)
            #expect(gone.status == 422 && gone.text.contains("Deze keuze is er niet meer."), "\(wrong)")
        }
        let colleague = "c\(member.account?.number ?? 0)"
        // Only an owner removes somebody, and hands over what others look after.
        let other = "\(world.people)/\(member.account?.number ?? 0)/overdragen"
        #expect(try await client.get(other, as: world.els).status == 404)
        #expect(try await client.post(other, [("aan", "iedereen")], as: world.els).status == 404)
        let left = [("weg", "1"), ("aan", colleague)]
        #expect(try await client.post("\(world.hers)/overdragen", left, as: world.els).status == 404)
        let done = try await client.post("\(world.hers)/overdragen", left, as: member)
        #expect(done.headers[.location]?.contains("melding=weg") == true)
        #expect(try await client.post("\(world.hers)/overdragen", left, as: member).status == 404, "pressed twice")
        let profile = try await client.get("/beheer/vacatures/\(world.vacancy)", as: member).text
        #expect(profile.contains("Anna de Vries is vanaf nu het aanspreekpunt, omdat Els Kramer wegging"))
        #expect(try await !client.get(world.people, as: member).text.contains("Els Kramer"))
    }

    /// She goes on holiday, and hands over herself.
    @Test(arguments: TestEngine.available)
    func anEditorHandsOverHerOwn(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let client = world.client
        #expect(
            try await client.get("\(world.hers)/overdragen", as: world.els).text.contains(
                "Er is niets om over te dragen"))
        _ = try await world.choose(world.els)
        let page = try await client.get("\(world.hers)/overdragen", as: world.els).text
        #expect(page.contains("Je bent het aanspreekpunt van 1 vacature.") && page.contains("Anna de Vries"))
        #expect(try await client.get("\(world.hers)/overdragen?weg=1", as: world.els).status == 404)
        let done = try await client.post("\(world.hers)/overdragen", [("aan", "iedereen")], as: world.els)
        #expect(done.headers[.location]?.contains("melding=overgedragen") == true)
        let mail = try await client.given.texts("to_address", of: "mail", where: "kind = 'handed_to_all'")
        #expect(mail == [world.organisation.email])
        let late = try await client.post("\(world.hers)/overdragen", [("aan", "iedereen")], as: world.els)
        #expect(late.headers[.location]?.contains("melding=niets") == true)
    }
}
