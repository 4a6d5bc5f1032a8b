import Foundation
import GivenCentre
import HTTPTypes
import Localisation
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre
import WebTestSupport

/// Everybody who responded hears something, and nobody's no is said about what was not read.
@Suite struct ThankTests {
    /// Archiving is an answer to everybody who waits: said in the same act, and taken back with it.
    @Test(arguments: TestEngine.available)
    func whoArchivesThanks(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        for name in ["Anna", "Bram"] {
            _ = try await given.respond(given.response(name, email: "\(name.lowercased())@mail.example"), to: id)
        }
        let path = "/beheer/vacatures/\(id)"
        let page = try await client.get(path + "/beheer", as: organisation.member).text
        #expect(page.contains("2 mensen") && page.contains("name=\"bedank\" value=\"1\" checked"))
        // Nobody is told where she takes the tick away.
        let silent = try await client.post(path + "/archief", [("woorden", "Dag.")], as: organisation.member)
        #expect(silent.headers[.location]?.hasSuffix("melding=gearchiveerd") == true)
        #expect(try await given.count("application", where: "state = 'declined'") == 0)
        #expect(try await client.post(path + "/archief/terugdraaien", as: organisation.member).status == 303)
        let fields = [("woorden", "De tuin gaat dicht."), ("bedank", "1")]
        let told = try await client.post(path + "/archief", fields, as: organisation.member)
        #expect(told.headers[.location]?.hasSuffix("melding=gearchiveerd-bedankt") == true, "who gets a mail is said")
        #expect(try await given.count("application", where: "state = 'declined'") == 2)
        let archived = try await client.get(path, as: organisation.member).text
        #expect(archived.ranges(of: "/terugdraaien").count == 1, "one act, one way back")
        #expect(try await client.post(path + "/archief/terugdraaien", as: organisation.member).status == 303)
        #expect(try await given.count("application", where: "state = 'new'") == 2)
        #expect(try await client.post(path + "/archief", fields, as: organisation.member).status == 303)
        try await given.work()
        let letters = try await given.texts("text", of: "mail", where: "kind = 'application_declined'")
        #expect(letters.count == 2 && letters.allSatisfy { $0.contains("De tuin gaat dicht.") })
    }

    @Test(arguments: TestEngine.available)
    func oneWordToAllWhoWait(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let other = try await given.organisation("De buren")
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let happy = try await given.volunteer()
        let own = try await given.application(of: happy, to: id)
        _ = try await given.match(own, by: organisation.member)
        for name in ["Anna", "Bram", "Cem"] {
            _ = try await given.respond(given.response(name, email: "\(name.lowercased())@mail.example"), to: id)
        }
        var byPhone = given.response("Dina", email: "")
        byPhone.phone = "074 123 45 67"
        _ = try await given.respond(byPhone, to: id)
        let elsewhere = try await given.application(to: try await given.vacancy("Gids", of: other))

        let path = "/beheer/vacatures/\(id)/bedanken"
        let page = try await client.get(path, as: organisation.member).text
        let ticked = page.matches(of: /name="wie" value="([\d.]+)"[^>]*checked/).map { String($0.1) }
        #expect(
            ticked.count == 4 && page.contains("alleen telefoon: bel zelf")
                && page.contains("4 mensen hebben nog geen ja of nee"))
        #expect(try await client.get(path, as: other.member).status == 404)
        for (fields, said) in [
            ([("waarom", "")] + ticked.map { ("wie", $0) }, "Kies een reden"),
            ([("waarom", "other")] + ticked.map { ("wie", $0) }, "Schrijf zelf op wat de reden is"),
            ([("waarom", "filled")], "minstens één persoon"),
        ] {
            let refused = try await client.post(path, fields, as: organisation.member)
            #expect(refused.status == 422 && refused.text.contains(said))
        }
        let bram = try #require(page.firstMatch(of: /value="([\d.]+)"[^>]*checked[^>]*><span><bdi>Bram/)).1
        let chosen =
            ticked.filter { $0 != bram } + ["\(own.number).0", "\(elsewhere.number).0", "999999.0", "x", "1", "1.x"]
        let fields =
            [("waarom", "other"), ("reden", "Alle plekken zijn bezet, dank je wel.")] + chosen.map { ("wie", $0) }
        let done = try await client.post(path, fields, as: organisation.member)
        #expect(done.status == 303 && done.headers[.location]?.contains("melding=bedankt-bel") == true)
        let again = try await client.post(path, fields, as: organisation.member)
        #expect(again.headers[.location]?.contains("melding=niemand-bedankt") == true)
        try await given.work()
        let mails = try await given.texts("to_address", of: "mail", where: "kind = 'application_declined'")
        #expect(mails.sorted() == ["anna@mail.example", "cem@mail.example"], "once each, nobody else")
        #expect(try await given.count("application", where: "state = 'declined'") == 3)
        #expect(try await given.count("application", where: "state = 'matched'") == 1)
        #expect(
            try await given.texts("name", of: "application", where: "state = 'new'").sorted() == [
                "Bram", "Piet Jansen",
            ])
    }

    @Test(arguments: TestEngine.available)
    func aNoIsAboutWhatWasRead(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let page = try await client.get("/beheer/reacties/\(id)", as: organisation.member).text
        #expect(page.contains("name=\"gelezen\" value=\"0\"") && page.contains("liefst binnen een week"))
        _ = try await given.write("Ik kan ook op dinsdag!", about: id, by: happy.actor)
        let path = "/beheer/reacties/\(id)/afwijzen"
        let stale = try await client.post(
            path, [("waarom", "times"), ("reden", "Helaas."), ("gelezen", "0")], as: organisation.member)
        #expect(stale.status == 422 && stale.text.contains("heeft je intussen geschreven"))
        #expect(stale.text.contains("Ik kan ook op dinsdag!") && stale.text.contains("Helaas."))
        #expect(stale.text.contains("name=\"gelezen\" value=\"1\""))
        #expect(try await given.count("application", where: "state = 'declined'") == 0)
        let read = try await client.post(
            path, [("waarom", "times"), ("reden", "Helaas."), ("gelezen", "1")], as: organisation.member)
        #expect(read.status == 303)
        try await given.work()
        let closed = try await client.get("/beheer/reacties/\(id)", as: organisation.member).text
        #expect(closed.contains("pak je het gesprek weer op") && !closed.contains("liefst binnen een week"))
    }

    /// Who did not see the no of a colleague takes nothing up again by a message.
    @Test(arguments: TestEngine.available)
    func anOldFormTakesNothingUpAgain(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        #expect(try await given.decline(id, by: organisation.member) == .declined)
        let path = "/beheer/reacties/\(id)/bericht"
        func message(_ state: String) -> [(String, String)] {
            [("bericht", "Kom je dinsdag?"), ("stand", state), ("zegel", client.seal())]
        }
        let stale = try await client.post(path, message("new"), as: organisation.member)
        #expect(stale.status == 409 && stale.text.contains("Kom je dinsdag?"))
        #expect(try await given.count("application", where: "state = 'declined'") == 1)
        #expect(try await client.post(path, message("declined"), as: organisation.member).status == 303)
        #expect(try await given.count("application", where: "state = 'in_conversation'") == 1)
    }

    /// What she did herself is not told as if somebody else had.
    @Test(arguments: TestEngine.available)
    func withdrawingIsAskedAndThanked(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let path = "/mijn/reacties/\(id)"
        #expect(try await client.get(path, as: happy.actor).text.contains("Ja, trek mijn reactie in"))
        let done = try await client.post(path + "/intrekken", [], as: happy.actor)
        let after = try await client.get(try #require(done.headers[.location]), as: happy.actor).text
        #expect(after.contains("Dank je wel dat je erover hebt nagedacht."))
        let other = try await client.post(
            path + "/bericht", [("bericht", "Tot dinsdag"), ("zegel", client.seal())], as: happy.actor)
        #expect(other.status == 409 && other.text.contains("zelf ingetrokken") && other.text.contains("Tot dinsdag"))
    }

    /// With whom one is talking is not ticked; who wrote meanwhile is not thanked unread.
    @Test(arguments: TestEngine.available)
    func aConversationIsNotThankedByTheWay(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let happy = try await given.volunteer()
        let talking = try await given.application(of: happy, to: id)
        _ = try await given.write("Kun je zaterdag?", about: talking, by: organisation.member)
        let ali = try await given.volunteer("Ali")
        let new = try await given.application(of: ali, to: id)
        let path = "/beheer/vacatures/\(id)/bedanken"
        let page = try await client.get(path, as: organisation.member).text
        #expect(page.matches(of: /name="wie" value="(\d+)[^>]*checked/).map { String($0.1) } == ["\(new.number)"])
        _ = try await given.write("Ik heb de sleutel al!", about: new, by: ali.actor)
        let done = try await client.post(
            path, [("wie", "\(new.number).0"), ("waarom", "filled")], as: organisation.member)
        #expect(done.headers[.location]?.contains("melding=bedankt-behalve") == true)
        #expect(try await given.count("application", where: "state = 'declined'") == 0)
    }

    /// Words that cross a message come back before they are sent, on both sides.
    @Test(arguments: TestEngine.available)
    func messagesThatCross(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        _ = try await given.write("Kan het ook om vijf uur?", about: id, by: happy.actor)
        func send(_ read: Int, _ path: String, _ actor: Actor) async throws -> Answer {
            try await client.post(
                path, [("bericht", "Tot zaterdag dan! \(read)"), ("gelezen", "\(read)"), ("zegel", client.seal())],
                as: actor)
        }
        let crossed = try await send(0, "/beheer/reacties/\(id)/bericht", organisation.member)
        #expect(
            crossed.status == 422 && crossed.text.contains("om vijf uur")
                && crossed.text.contains("Tot zaterdag dan! 0"))
        #expect(crossed.text.contains("name=\"gelezen\" value=\"1\""))
        #expect(try await send(1, "/beheer/reacties/\(id)/bericht", organisation.member).status == 303)
        let other = try await send(0, "/mijn/reacties/\(id)/bericht", happy.actor)
        #expect(other.status == 422 && other.text.contains("De organisatie heeft je intussen geschreven"))
        #expect(try await send(1, "/mijn/reacties/\(id)/bericht", happy.actor).status == 303)
        #expect(try await given.count("application_message") == 3)
    }

    @Test(arguments: TestEngine.available)
    func whatWaitsStandsOnTheDashboardWhateverItsAge(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation, at: given.now.subtracting(.days(40)))
        _ = try await given.respond(given.response("Oude Piet"), to: id, at: given.now.subtracting(.days(30)))
        let happy = try await given.volunteer()
        let talking = try await given.application(of: happy, to: id)
        let before = try await client.get("/beheer", as: organisation.member).text
        #expect(before.contains("Wacht op jou") && before.contains("Oude Piet reageerde op Kok gezocht"))
        _ = try await given.write("Kun je zaterdag?", about: talking, by: organisation.member)
        #expect(try await !client.get("/beheer", as: organisation.member).text.contains("Happy Unjani schreef je"))
        _ = try await given.write("Ja hoor", about: talking, by: happy.actor)
        #expect(try await client.get("/beheer", as: organisation.member).text.contains("Happy Unjani schreef je over"))
        let queued = try await given.queuedVacancy("Met een vraag", of: organisation)
        #expect(try await given.review(.giveBack(comment: "Waar?"), queued, by: given.mediator) == .done)
        #expect(
            try await client.get("/beheer", as: organisation.member).text.contains("Teruggestuurd met een vraag van"))
    }

    /// Deleting: long words are refused, who can only be called is named, and all are told, however many.
    @Test(arguments: TestEngine.available)
    func deletingNamesWhomToCall(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        var byPhone = given.response("Dina", email: "")
        byPhone.phone = "074 123 45 67"
        _ = try await given.respond(byPhone, to: id)
        let path = "/beheer/vacatures/\(id)/verwijderen"
        let page = try await client.get(path, as: organisation.member).text
        #expect(page.contains("Bel deze mensen zelf") && page.contains("Dina") && page.contains("074 123 45 67"))
        let long = String(repeating: "dank ", count: 500)
        #expect(try await client.post(path, [("woorden", long)], as: organisation.member).status == 422)
        #expect(try await given.find(id) != nil)
    }

    /// In the language of who reads it: an English guest is declined in English.
    @Test(arguments: TestEngine.available)
    func aNoIsInTheLanguageOfItsReader(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        var english = given.response("Jane", email: "jane@mail.example")
        english.language = .en
        guard case .sent(let application) = try await given.respond(english, to: id) else { return }
        #expect(try await given.decline(application, by: organisation.member) == .declined)
        try await given.work()
        #expect(try await given.texts("language", of: "mail", where: "kind = 'application_declined'") == ["en"])
        #expect(
            try await given.texts("text", of: "mail", where: "kind = 'application_declined'")[0].hasPrefix("Dear Jane"))
    }
}
