import GivenCentre
import HTTPTypes
import Localisation
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// What strangers and an attacker met with the links in mails: a link proves the address it was sent to, and no other.
@Suite struct LinkProofTests {
    private struct World {
        let client: SiteClient
        let owner: GivenOrganisation
        let vacancy: ID<Vacancy>

        init(_ engine: TestEngine) async throws {
            client = try await SiteClient(engine)
            owner = try await client.given.organisation()
            vacancy = try await client.given.vacancy("Kok gezocht", of: owner)
        }

        func guest(_ email: String, language: Language = .nl) async throws -> (ID<VolunteerCentre.Application>, String)
        {
            var input = client.given.response(email: email)
            input.language = language
            let outcome = try await client.given.respond(input, to: vacancy)
            guard case .sent(let id) = outcome else { throw Given.Unexpected(outcome) }
            return (id, "/actie/" + (try await client.given.secret(of: "application_received_guest", to: email)))
        }
    }

    /// She moves out of a shared account: a link that lies in the old mailbox opens nothing of the new one, used or not.
    @Test(arguments: TestEngine.available)
    func anAddressThatSheLeftProvesNothing(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let (id, first) = try await world.guest("samen@mail.example")
        #expect(try await client.post("/beheer/reacties/\(id)/link", as: world.owner.member).status == 303)
        let second = "/actie/" + (try await given.secret(of: "application_link", to: "samen@mail.example"))
        #expect(try await client.post(first, [("doe", "akkoord")]).status == 303)
        #expect(try await client.get(second).status == 200, "both are hers as long as the address is")
        try await given.database.write { tx in
            try tx(
                "update account set email = 'nieuw@mail.example', email_key = 'nieuw@mail.example' where email = 'samen@mail.example'"
            )
            try tx("update application set email = 'nieuw@mail.example' where id = \(id)")
        }
        for link in [first, second] {
            #expect(try await client.get(link).status == 410, "\(link)")
            for act in ["account", "intrekken", "bericht", "akkoord"] {
                #expect(
                    try await client.post(link, [("doe", act), ("bericht", "X"), ("zegel", client.seal())]).status
                        == 410)
            }
        }
    }

    /// The same for who works for an organisation.
    @Test(arguments: TestEngine.available)
    func anOldMailboxAnswersNobody(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let (id, _) = try await world.guest("gast@mail.example")
        client.clock.now = given.now.adding(.days(8))
        try await given.remindUnanswered(at: client.clock.now)
        let link = "/actie/" + (try await given.secret(of: "applications_waiting", to: world.owner.email))
        #expect(try await client.get(link).status == 200)
        try await given.database.write { tx in
            try tx(
                "update account set email = 'elders@mail.example', email_key = 'elders@mail.example' where id = \(world.owner.member.account)"
            )
        }
        #expect(try await client.get(link).status == 410)
        #expect(try await client.post(link, [("antwoord-\(id)", "decline"), ("woorden", "X")]).status == 410)
        #expect(try await given.texts("state", of: "application") == ["new"])
    }

    /// A couple with one address: she needs not her husband's password to follow her own response, until she was here with it.
    @Test(arguments: TestEngine.available)
    func aSharedPasswordIsNotAsked(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let jan = try await given.volunteer("Jan de Vries")
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where id = \(jan.actor.account)")
        }
        let (id, link) = try await world.guest(jan.email)
        #expect(
            try await client.post(link, [("doe", "akkoord"), ("wie", "ander")]).headers[.location]?.hasSuffix("akkoord")
                == true)
        #expect(try await client.get(link).status == 200)
        #expect(try await given.write("Kom je?", about: id, by: world.owner.member) == .sent)
        let answered = "/actie/" + (try await given.secret(of: "application_answered", to: jan.email))
        #expect(try await client.get(answered).text.contains("Kom je?"))
        #expect(
            try await client.post(answered, [("doe", "account")]).headers[.location]?.hasPrefix("/inloggen") == true)
        try await given.database.write { tx in try tx("update volunteer set links_only = \(false)") }
        #expect(try await client.get(answered).status == 410, "she was here: from now on she logs in")
    }

    /// Who wrote in English goes on in English, also after her yes.
    @Test(arguments: TestEngine.available)
    func herLanguageStays(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let (id, link) = try await world.guest("amina@mail.example", language: .en)
        #expect(try await client.post("/en" + link, [("doe", "akkoord")]).status == 303)
        #expect(try await given.write("Kom je?", about: id, by: world.owner.member) == .sent)
        let mail = try await given.rows("select language, text from mail where kind = 'application_answered'")[0]
        #expect(try mail["language"] == "en" && (mail["text"] as String).contains("/en/actie/"))
    }

    /// Another term, and a holiday entered late, take nothing back that was said.
    @Test(arguments: TestEngine.available)
    func aPromiseStands(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let (_, link) = try await world.guest("gast@mail.example")
        try await given.database.write { tx in try tx("update centre set answer_days = 7") }
        #expect(try await client.get(link).text.contains("uiterlijk op 5 december 2026"))
        let today = given.centre.today(given.now)
        func away(_ from: Int, _ to: Int) async throws -> ChangeHolidays.Outcome {
            try await given.write(by: world.owner.member) { work in
                try ChangeHolidays.add(from: today.adding(days: from), to: today.adding(days: to), in: work)
            }
        }
        #expect(try await away(-8, 3) == .past)
        #expect(try await away(2, 3) == .done)
        let later = try await client.get(link).text
        #expect(later.contains("uiterlijk op 7 december 2026") && later.contains("tellen niet mee"))
    }

    /// Notes of calls by somebody who types another's address: three mails with a no, and no more.
    @Test(arguments: TestEngine.available)
    func aNoFillsNoMailbox(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.client.given
        for number in 1...6 {
            let id = try await given.noted(
                "Piet \(number)", email: "doel@mail.example", on: world.vacancy, by: world.owner.member)
            let outcome = try await given.decline(id, by: world.owner.member)
            #expect(outcome == (number <= 3 ? .declined : .declinedWithoutMail))
        }
        try await given.work()
        #expect(try await given.count("mail", where: "kind = 'application_declined'") == 3)
    }

    /// What was taken back does not stand on her page, and what she writes after a match waits for somebody.
    @Test(arguments: TestEngine.available)
    func aMatchIsTrueOnBothSides(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (client, given) = (world.client, world.client.given)
        let (id, link) = try await world.guest("daan@mail.example")
        #expect(try await client.post(link, [("doe", "akkoord")]).status == 303)
        guard case .created(let match) = try await given.match(id, by: world.owner.member) else {
            throw Given.Unexpected("no match")
        }
        let said = try await client.post(
            link, [("doe", "bericht"), ("bericht", "Ik ben ziek."), ("zegel", client.seal())])
        #expect(said.status == 303)
        #expect(try await client.get("/beheer", as: world.owner.member).text.contains("schreef je over"))
        #expect(try await client.get(link).text.contains("vanaf"))
        _ = try await given.cancel(match, by: world.owner.member)
        #expect(try await !client.get(link).text.contains("<h2>Match</h2>"))
    }
}
