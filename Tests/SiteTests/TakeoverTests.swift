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

/// What an attacker tried in order to have somebody else's account, organisation or mailbox.
@Suite struct TakeoverTests {
    /// A link proves the address that it was mailed to: what is noted of a response afterwards changes nothing of that.
    @Test(arguments: TestEngine.available)
    func aClaimLinkProvesOneAddress(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let id = try await given.noted("X", email: "dief@mail.example", on: vacancy, by: organisation.member)
        #expect(try await client.post("/beheer/reacties/\(id)/link", as: organisation.member).status == 303)
        let token = try await given.secret(of: "application_link", to: "dief@mail.example")
        let target = "mediator@borne.example"
        let moved = try await client.post(
            "/beheer/reacties/\(id)/gegevens", [("naam", "X"), ("email", target)], as: organisation.member)
        #expect(moved.status == 303)
        let page = try await client.get("/actie/\(token)")
        #expect(page.status == 410 && !page.text.contains("mediator van borne"))
        #expect(try await client.post("/actie/\(token)", [("wie", "ander")]).status == 410)
        #expect(try await given.count("volunteer") == 0)
        // A link to the right address goes out at once.
        #expect(
            try await client.post("/beheer/reacties/\(id)/link", as: organisation.member).headers[.location]?.hasSuffix(
                "link") == true)
        #expect(try await given.secret(of: "application_link", to: target) != "")
    }

    /// The centre may mend an address; the new mailbox alone does not have the account.
    @Test(arguments: TestEngine.available)
    func aCorrectionAsksThePassword(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let world = try await AccessWorld(client)
        let victim = world.owner
        let account = try #require(victim.member.account)
        let path = "/centrum/organisaties/\(victim.id)/mensen/\(account)"
        let fields = [("naam", "Anna de Vries"), ("email", "dief@mail.example")]
        #expect(
            try await client.post(path, fields, as: given.mediator).headers[.location]?.contains("adres-gevraagd")
                == true)
        let token = try await given.secret(of: "address_asked", to: "dief@mail.example")
        #expect(try await client.get("/actie/\(token)").text.contains("name=\"wachtwoord\""))
        for password in ["", "een verkeerd wachtwoord"] {
            #expect(try await client.post("/actie/\(token)", [("wachtwoord", password)]).status == 422)
        }
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == [victim.email])
        let known = try await client.post("/actie/\(token)", [("wachtwoord", AccessWorld.password)])
        #expect(known.status == 200)
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == ["dief@mail.example"])
        // An address that somebody has is no correction.
        let taken = try await client.post(path, [("naam", "A"), ("email", world.second.email)], as: given.mediator)
        #expect(taken.status == 422 && taken.text.contains("heeft met dit adres al een account"))
    }

    /// A form for an organisation that she no longer works for is not taken for another one.
    @Test func aFormOfAnotherHatIsNobodys() async throws {
        let client = try await SiteClient()
        let given = client.given
        let first = try await given.organisation("Weekend", email: "anna@mail.example")
        let second = try await given.organisation("De Grijpers")
        _ = try await given.colleague("anna@mail.example", as: .owner, of: second)
        let token = try await given.session(of: first.member)
        for strange in ["\(second.id)0", "abc", "-1", ""] {
            #expect(try await client.send(.get, "/beheer?voor=\(strange)", token: token).status == 404, "\(strange)")
        }
        #expect(try await client.send(.get, "/beheer/organisatie?voor=\(second.id)", token: token).status == 200)
        let outcome = try await given.write(by: given.administrator) { work in
            try SuspendOrganisation.run(second.id, reason: "Klachten", in: work)
        }
        #expect(outcome == .done)
        let before = try await given.texts("short_description", of: "organisation", where: "id = \(first.id)")
        let sent = try await client.post(
            "/beheer/organisatie?voor=\(second.id)",
            [("omschrijving", "Tekst van De Grijpers"), ("plaats", "Borne"), ("gemeente", "Borne")], token: token)
        #expect(sent.status == 404 && sent.text.contains("Tekst van De Grijpers"), "and her words are not gone")
        #expect(try await given.texts("short_description", of: "organisation", where: "id = \(first.id)") == before)
        #expect(try await client.send(.get, "/beheer", token: token).status == 200)
    }

    /// Ten mails a day to one address, whoever causes them and by whatever form.
    @Test func oneMailboxIsNotFilled() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        for number in 1...8 {
            let id = try await given.noted(
                "N\(number)", email: "doel@mail.example", on: vacancy, by: organisation.member)
            _ = try await client.post("/beheer/reacties/\(id)/link", as: organisation.member)
        }
        for number in 1...8 {
            _ = try await client.post(
                "/beheer/organisatie/mensen",
                [
                    ("naam", "Bel 0900-1234"), ("email", "doel@mail.example"),
                    ("rol", number.isMultiple(of: 2) ? "editor" : "owner"),
                ],
                as: organisation.member)
        }
        let person = try await given.volunteer()
        let account = try #require(person.actor.account)
        let asked = try await given.write(by: person.actor) { work in
            try AddressChange.ask("doel@mail.example", of: account, in: work)
        }
        #expect(asked == .tooOften)
        let rows = try await given.rows("select text from mail where to_address = 'doel@mail.example'")
        #expect(rows.count == 10)
        for row in rows { #expect(try !(row["text"] as String).contains("0900")) }
    }

    /// Asking again after a change counts on.
    @Test func changingTheAddressCountsOn() async throws {
        let client = try await SiteClient()
        let given = client.given
        let person = try await given.volunteer()
        let account = try #require(person.actor.account)
        func ask(_ email: String) async throws -> AddressChange.Asked {
            try await given.write(by: person.actor) { work in try AddressChange.ask(email, of: account, in: work) }
        }
        for number in 1...4 { #expect(try await ask("doel\(number)@mail.example") == .sent) }
        #expect(try await ask("eigen@mail.example") == .sent)
        let token = try await given.secret(of: "address_asked", to: "eigen@mail.example")
        let old = try await given.secret(of: "address_asked", to: "doel1@mail.example")
        func confirm(_ token: String) async throws -> AddressChange.Outcome {
            try await given.write(by: .visitor(centre: given.centre)) { work in
                try AddressChange.confirm(token, in: work)
            }
        }
        #expect(try await confirm(token) == .changed)
        #expect(try await confirm(old) == .notFound, "what was asked before waits no longer")
        #expect(try await ask("doel5@mail.example") == .tooOften)
    }

    /// One of two who share an address moves out: the other keeps his address, his log-in and his mail.
    @Test(arguments: TestEngine.available)
    func oneOfTwoMovesOut(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let piet = try await given.volunteer("Piet Bakker")
        let account = try #require(piet.actor.account)
        let mien = try await given.write(by: .system(centre: given.centre)) { work in
            try BecomeVolunteer.run(account, called: "Mien Bakker", in: work)
        }
        let hers = Actor(centre: given.centre, account: account, role: .volunteer(mien))
        let vacancy = try await given.vacancy(of: try await given.organisation())
        guard case .sent(let response) = try await given.respond(to: vacancy, as: hers),
            case .sent(let his) = try await given.respond(to: vacancy, as: piet.actor)
        else { throw Given.Unexpected("not sent") }
        let asked = try await given.write(by: hers) { work in
            try AddressChange.ask("mien@mail.example", of: account, as: mien, in: work)
        }
        #expect(asked == .sent)
        let token = try await given.secret(of: "address_asked", to: "mien@mail.example")
        let outcome = try await given.write(by: .visitor(centre: given.centre)) { work in
            try AddressChange.confirm(token, in: work)
        }
        guard case .moved(let link?) = outcome else { throw Given.Unexpected(outcome) }
        let set = SetPassword(in: given.workroom, hasher: PasswordHasher(logRounds: 4, random: given.random))
        guard
            case .welcome(let session, _) = try await set(
                token: link, password: "drie groene fietsen", at: given.centre, now: given.now)
        else { throw Given.Unexpected("no welcome") }
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0
        }
        #expect(found?.volunteer == mien && found?.choices.volunteers == 1)
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == [piet.email])
        #expect(try await given.texts("email", of: "application", where: "id = \(response)") == ["mien@mail.example"])
        #expect(try await given.texts("email", of: "application", where: "id = \(his)") == [piet.email])
        #expect(try await given.count("volunteer") == 2)
    }

    /// A form that came from another site is not repeated in our own voice.
    @Test func foreignWordsAreNotShown() async throws {
        let client = try await SiteClient()
        let answer = try await client.send(
            .post, "/inloggen",
            headers: [
                .contentType: "application/x-www-form-urlencoded", .secFetchSite: "cross-site",
                .origin: "https://elders.example",
            ], body: Array("a=Uw+account+is+geblokkeerd.+Bel+0900-1234+en+geef+uw+wachtwoord".utf8))
        #expect(answer.status == 403 && !answer.text.contains("geblokkeerd"))
    }
}
