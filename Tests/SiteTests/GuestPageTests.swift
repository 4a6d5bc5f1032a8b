import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// How an organisation goes on with somebody who has no account, and mends what went wrong.
@Suite struct GuestPageTests {
    private struct World {
        let client: SiteClient
        let owner: GivenOrganisation
        let vacancy: ID<Vacancy>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            owner = try await client.given.organisation()
            vacancy = try await client.given.vacancy(of: owner)
        }

        func page(_ id: ID<VolunteerCentre.Application>) async throws -> String {
            try await client.get("/beheer/reacties/\(id)", as: owner.member).text
        }

        func post(_ path: String, _ fields: [(String, String)] = [], as actor: Actor? = nil) async throws -> Answer {
            try await client.post(path, fields, as: actor ?? owner.member)
        }
    }

    /// Called, mailed, is coming, takes part: a colleague sees it and who it was, and nobody waits for an answer any more.
    @Test(arguments: TestEngine.available)
    func stepsAreNotedWithWhoTookThem(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        let id = try await given.application(to: world.vacancy)
        let colleague = try await given.colleague("bas@pan.example", "Bas van Beek", of: world.owner)
        #expect(try await world.client.get("/beheer", as: world.owner.member).text.contains("Wacht op jou"))
        for step in ["called", "comes", "takes_part", "takes_part"] {
            let answer = try await world.post("/beheer/reacties/\(id)/stap", [("stap", step)], as: colleague)
            #expect(answer.headers[.location]?.contains("genoteerd") == true)
        }
        let page = try await world.page(id)
        #expect(page.contains("Gebeld") && page.contains("Komt langs") && page.contains("Bas van Beek"))
        #expect(page.contains("<span class=\"badge talking\">Doet mee</span>"))
        #expect(try await given.texts("state", of: "application") == ["in_conversation"])
        #expect(try await given.count("state_change", where: "follow_up is not null") == 3, "pressed twice is once")
        #expect(try await !world.client.get("/beheer", as: world.owner.member).text.contains("Wacht op jou"))
        // Who takes part is not thanked for coming.
        let waiting = try await given.write(by: world.owner.member) { work in
            try ThankTheRest.waiting(for: world.vacancy, in: work).elements.count
        }
        #expect(waiting == 0)
        #expect(try await world.post("/beheer/reacties/\(id)/stap", [("stap", "weg")]).status == 400)
    }

    /// A no that was too quick: a guest is taken up again, which nothing but the organisation can do.
    @Test(arguments: TestEngine.available)
    func aNoIsTakenBack(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        let id = try await given.application(to: world.vacancy)
        #expect(try await given.decline(id, by: world.owner.member) == .declined)
        #expect(try await !world.page(id).contains("Toch verder"), "for ten minutes it is undone instead")
        try await given.work()
        #expect(try await world.page(id).contains("Toch verder met deze persoon"))
        let answer = try await world.post("/beheer/reacties/\(id)/oppakken")
        #expect(answer.headers[.location]?.contains("opgepakt") == true)
        #expect(try await given.texts("state", of: "application") == ["in_conversation"])
        let twice = try await world.post("/beheer/reacties/\(id)/oppakken")
        #expect(twice.headers[.location]?.contains("gesloten") == true)
    }

    /// A guest with a telephone number only never got a mail: the page says what is true, and offers what can be done.
    @Test(arguments: TestEngine.available)
    func thePageSaysWhatIsTrue(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        let called = try await given.noted("Jan", phone: "074 123 45 67", on: world.vacancy, by: world.owner.member)
        var page = try await world.page(called)
        #expect(page.contains("alleen een telefoonnummer") && page.contains("Daarvoor is een e-mailadres nodig"))
        #expect(!page.contains("/link\"") && page.contains("Gegevens verbeteren"))
        #expect(try await world.post("/beheer/reacties/\(called)/link").status == 404)
        // Heard wrong: mended, and now there is somewhere to send the link to, once a day.
        let wrong = try await world.post(
            "/beheer/reacties/\(called)/gegevens", [("naam", "Jan Peters"), ("email", "jan")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"jan\"") && wrong.text.contains("Jan Peters"))
        let mended = try await world.post(
            "/beheer/reacties/\(called)/gegevens", [("naam", "Jan Peters"), ("email", "jan@mail.example")])
        #expect(mended.status == 303)
        page = try await world.page(called)
        #expect(page.contains("Jan Peters") && page.contains("Vraag het Jan Peters per mail"))
        #expect(try await world.post("/beheer/reacties/\(called)/link").headers[.location]?.hasSuffix("link") == true)
        #expect(
            try await world.post("/beheer/reacties/\(called)/link").headers[.location]?.hasSuffix("link-al") == true)
        let links = try await given.texts("secret", of: "mail", where: "to_address = 'jan@mail.example'")
        #expect(links.count == 1)
        let claimed = try await given.write(by: .visitor(centre: given.centre)) { work in
            try ClaimApplication.run(links[0], by: .writer, in: work)
        }
        guard case .setPassword = claimed else { throw Given.Unexpected("no account") }
        // What somebody wrote herself is hers.
        let own = try await given.application(to: world.vacancy)
        #expect(try await !world.page(own).contains("Gegevens verbeteren"))
        #expect(try await world.post("/beheer/reacties/\(own)/gegevens", [("naam", "X")]).status == 404)
    }

    /// The dates of a match: another first day, a last day planned, taken away, and one that has passed is asked once more.
    @Test(arguments: TestEngine.available)
    func datesOfAMatchAreMended(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        let response = try await given.application(of: try await given.volunteer(), to: world.vacancy)
        guard case .created(let match) = try await given.match(response, by: world.owner.member) else {
            throw Given.Unexpected("no match")
        }
        let (today, path) = (given.centre.today(given.now), "/beheer/matches/\(match)")
        func mails(_ kind: String) async throws -> Int { try await given.count("mail", where: "kind = \(kind)") }
        let earlier = today.adding(days: -20)
        let begin = try await world.post(path + "/begin", [("begin", earlier.iso)])
        #expect(begin.headers[.location]?.hasSuffix("begin") == true)
        #expect(try await world.post(path + "/begin", [("begin", earlier.iso)]).status == 303)
        #expect(try await mails("match_begin_changed") == 1, "the same day says nothing")
        #expect(try await world.post(path + "/begin", [("begin", "gisteren")]).status == 422)
        #expect(try await world.post(path + "/begin", [("begin", "1026-11-01")]).status == 422)

        #expect(try await world.post(path + "/einde", [("einde", today.adding(days: 30).iso)]).status == 303)
        #expect(try await world.post(path + "/einde", [("einde", today.adding(days: 30).iso)]).status == 303)
        #expect(try await mails("match_end_planned") == 1)
        #expect(try await world.post(path + "/begin", [("begin", today.adding(days: 31).iso)]).status == 422)
        #expect(try await world.post(path + "/einde", [("einde", "")]).status == 303)
        #expect(try await mails("match_end_opened") == 1)

        let over = today.adding(days: -2).iso
        let asked = try await world.post(path + "/einde", [("einde", over)])
        #expect(asked.status == 422 && asked.text.contains("Ja, beëindig de match"))
        #expect(asked.text.contains("name=\"zeker\" value=\"\(over)\""))
        #expect(try await given.texts("state", of: "match") == ["active"])
        // Said of another day, it is asked again.
        let other = [("einde", today.adding(days: -3).iso), ("zeker", over)]
        #expect(try await world.post(path + "/einde", other).status == 422)
        #expect(try await world.post(path + "/einde", [("einde", over), ("zeker", over)]).status == 303)
        #expect(try await given.texts("state", of: "match") == ["ended"])
        #expect(try await mails("match_ended_volunteer") == 1)
        let late = try await world.post(path + "/begin", [("begin", today.iso)])
        #expect(late.headers[.location]?.hasSuffix("al-voorbij") == true)
    }
}
