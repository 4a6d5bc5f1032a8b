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

/// What people see of an answer that is promised, and the buttons of the mail that asks for it.
@Suite struct WaitingPageTests {
    private struct World {
        let client: SiteClient
        let owner: GivenOrganisation
        let vacancy: ID<Vacancy>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            owner = try await client.given.organisation()
            vacancy = try await client.given.vacancy("Kok gezocht", of: owner)
        }

        /// The secret of the newest reminder, so many days on.
        func reminded(after days: Int) async throws -> String {
            client.clock.now = client.given.now.adding(.days(days))
            try await client.given.remindUnanswered(at: client.clock.now)
            return try await client.given.secret(of: "applications_waiting", to: owner.email)
        }

        func states() async throws -> [String] {
            try await client.given.texts("state", of: "application")
        }
    }

    /// Nobody at a suspended organisation can answer: who decides about people at the centre reads whom to call, the desk does not.
    @Test(arguments: TestEngine.available)
    func whoWaitsAtASuspendedOrganisationIsCalled(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let happy = try await given.volunteer()
        _ = try await given.application(of: happy, to: world.vacancy)
        _ = try await world.reminded(after: 15)
        let path = "/centrum/wacht-te-lang"
        #expect(try await !client.get(path, as: given.mediator).text.contains(happy.email))
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.run(world.owner.id, reason: "Vragen", in: work)
        }
        let page = try await client.get(path, as: given.mediator).text
        #expect(page.contains("mailto:\(happy.email)") && !page.contains("Openen namens"))
        #expect(try await !client.get(path, as: given.desk).text.contains(happy.email))
    }

    @Test(arguments: TestEngine.available)
    func bothSidesSeeThePromiseAndTheCentreWhatIsLate(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: world.vacancy)
        for path in ["/mijn", "/mijn/reacties/\(id)"] {
            #expect(
                try await client.get(path, as: happy.actor).text.contains("uiterlijk op 5 december 2026 antwoord"),
                "\(path)")
        }
        #expect(
            try await client.get("/vacatures/\(world.vacancy)-kok-gezocht/bedankt").text.contains("5 december 2026"))
        for path in ["/beheer", "/beheer/reacties/\(id)"] {
            #expect(
                try await client.get(path, as: world.owner.member).text.contains(
                    "Antwoord beloofd: uiterlijk 5 december 2026"),
                "\(path)")
        }
        #expect(
            try await client.get("/centrum/wacht-te-lang", as: given.mediator).text.contains("Niemand wacht te lang"))
        _ = try await world.reminded(after: 15)
        let list = try await client.get("/centrum/wacht-te-lang", as: given.mediator).text
        #expect(
            list.contains("Kok gezocht") && !list.contains("Happy"), "who it is reads who works for the organisation")
        #expect(
            try await client.get("/centrum", as: given.mediator).text.contains("1 reactie is niet op tijd beantwoord"))
        #expect(list.contains("Openen namens de organisatie"))
        #expect(try await !client.get("/centrum/wacht-te-lang", as: given.desk).text.contains("Openen namens"))
        let begin = "/centrum/organisaties/\(world.owner.id)/namens"
        let opened = try await client.post(begin, [("reactie", "\(id)")], as: given.mediator)
        #expect(opened.headers[.location] == "/beheer/reacties/\(id)?voor=\(world.owner.id)")
        let astray = try await client.post(begin, [("reactie", "//evil.example")], as: given.mediator)
        #expect(astray.headers[.location] == "/beheer?voor=\(world.owner.id)")
        let hers = try await client.get("/mijn/reacties/\(id)", as: happy.actor).text
        #expect(hers.contains("Dat spijt ons") && hers.contains("Wacht op antwoord") && !hers.contains("reactieklok"))
        #expect(
            try await client.get("/beheer/reacties/\(id)", as: world.owner.member).text.contains(
                "automatisch: reactieklok, versie 1"))
        // They spoke: nothing waits any more, and the promise is gone.
        let spoken = try await client.post("/beheer/reacties/\(id)/stap", [("stap", "called")], as: world.owner.member)
        #expect(spoken.status == 303)
        #expect(
            try await client.get("/centrum/wacht-te-lang", as: given.mediator).text.contains("Niemand wacht te lang"))
        #expect(try await !client.get("/mijn", as: happy.actor).text.contains("5 december"))
        #expect(
            try await client.post("/beheer/reacties/\(id)/stap", [("stap", "comes")], as: world.owner.member).status
                == 404)
    }

    @Test(arguments: TestEngine.available)
    func aButtonOfTheMailChoosesAndThePageActs(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let id = try await given.application(to: world.vacancy)
        let secret = try await world.reminded(after: 8)
        let page = try await client.get("/actie/nee/\(secret)")
        #expect(
            page.text.contains("value=\"decline\" checked") && page.text.contains("Piet, 21 november 2026: Kok gezocht")
        )
        #expect(!page.text.contains("Jansen") && !page.text.contains("kook graag") && !page.text.contains("piet@"))
        #expect(try await client.get("/actie/gesproken/\(secret)").text.contains("value=\"spoken\" checked"))
        #expect(try await world.states() == ["new"], "looking answers nobody")
        let none = try await client.post("/actie/\(secret)", [])
        #expect(none.status == 422 && none.text.contains("Kies eerst een antwoord."))
        let silent = try await client.post(
            "/actie/\(secret)", [("antwoord-\(id)", "decline"), ("waarom", "other"), ("reden", " ")])
        #expect(silent.status == 422 && silent.text.contains("value=\"decline\" checked"))
        let done = try await client.post(
            "/actie/\(secret)",
            [("antwoord-\(id)", "decline"), ("waarom", "other"), ("reden", "Dank je, de plek is bezet.")])
        #expect(done.status == 200 && done.text.contains("1 persoon krijgt een mail"))
        #expect(try await world.states() == ["declined"])
        try await given.work(until: client.clock.now.adding(.minutes(11)))
        #expect(
            try await given.texts("text", of: "mail", where: "kind = 'application_declined'")[0].contains(
                "de plek is bezet"))
        // Pressed twice, and looked at afterwards.
        let again = try await client.post(
            "/actie/\(secret)", [("antwoord-\(id)", "spoken")])
        #expect(again.text.contains("intussen al beantwoord"))
        #expect(try await world.states() == ["declined"])
        #expect(try await client.get("/actie/\(secret)").text.contains("Iedereen heeft antwoord"))
    }

    @Test(arguments: TestEngine.available)
    func severalAtOnceAndNobodyElses(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let other = try await given.organisation("De Ander")
        let theirs = try await given.application(to: try await given.vacancy("Elders", of: other))
        let (first, second, third) = (
            try await given.application(to: world.vacancy), try await given.application(to: world.vacancy),
            try await given.application(to: world.vacancy)
        )
        let secret = try await world.reminded(after: 8)
        let page = try await client.get("/actie/\(secret)").text
        // Of several nobody is answered unread, whatever button led here; and who came after the mail is not in it.
        let late = try await given.respond(
            given.response("Te Laat", email: "laat@mail.example"), to: world.vacancy,
            at: client.clock.now.adding(.hours(1)))
        guard case .sent(let late) = late else { throw Given.Unexpected("not sent") }
        let pressed = try await client.get("/actie/nee/\(secret)").text
        #expect(!pressed.contains("value=\"decline\" checked") && !pressed.contains("antwoord-\(late)\""))
        #expect(
            page.contains("Ik antwoord later") && !page.contains("Elders") && !page.contains("antwoord-\(theirs)\""))
        let done = try await client.post(
            "/actie/\(secret)",
            [
                ("antwoord-\(first)", "spoken"), ("antwoord-\(second)", ""), ("antwoord-\(third)", "decline"),
                ("antwoord-\(theirs)", "decline"), ("antwoord-x", "decline"), ("antwoord-\(late)", "decline"),
                ("waarom", "filled"),
            ])
        #expect(done.status == 200)
        #expect(try await world.states() == ["new", "in_conversation", "new", "declined", "new"])
        // Who does not work there any more answers nobody.
        try await given.database.write { tx in
            try tx("delete from organisation_member where account_id = \(world.owner.member.account)")
        }
        #expect(try await client.get("/actie/\(secret)").status == 410)
        #expect(try await client.post("/actie/\(secret)", [("antwoord-\(second)", "spoken")]).status == 410)
        #expect(try await world.states() == ["new", "in_conversation", "new", "declined", "new"])
    }

    @Test(arguments: ["6", "29", "", "veertien", "-7", "1e1", "٧"])
    func theTermIsANumberThatWorks(_ typed: String) async throws {
        let client = try await SiteClient()
        let given = client.given
        let marks = ChangeCentre.Input(try await given.centreNow()).marks
        var data = SettingsPage.data(ChangeCentre.Input(try await given.centreNow())).pairs.filter { !$0.1.isEmpty }
        data =
            data.filter { $0.0 != "antwoordtermijn" } + [
                ("antwoordtermijn", typed), ("intro", "Welkom"), ("gezien", marks),
            ]
        let answer = try await client.post("/centrum/instellingen", data, as: given.administrator)
        #expect(answer.status == 422 && answer.text.contains("id=\"antwoordtermijn-error\""))
        #expect(try await given.centreNow().answerDays == 14)
        let kept = try await client.post(
            "/centrum/instellingen", data.filter { $0.0 != "antwoordtermijn" } + [("antwoordtermijn", "21")],
            as: given.administrator)
        #expect(kept.status == 303)
        #expect(try await given.centreNow().answerDays == 21)
    }
}
