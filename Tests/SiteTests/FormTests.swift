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
        let account = try await given.database.read { tx in
            try AccountQueries.find(email: "anna@x.example", in: given.centre.id, tx)?.id
        }
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

    /// A browser that fills in what nobody sees looks like a robot: it is asked, and nothing is lost or stored meanwhile.
    @Test func whoLooksLikeARobotIsAsked() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let path = try await world.openVacancy() + "/reageren/zonder-account"
        let fields = [
            ("naam", "Truus"), ("email", "truus@mail.example"), ("bericht", "Ik kook graag."), ("extra-regel", "b"),
        ]
        let fresh = client.services.seal.issue(random: client.given.random(12), now: client.clock.now)
        for doubtful in [fields + [("zegel", client.seal())], fields.dropLast() + [("zegel", fresh)]] {
            let before = try await client.given.counts()
            let asked = try await client.post(path, Array(doubtful))
            #expect(
                asked.status == 422 && asked.text.contains("Ik kook graag.") && asked.text.contains("name=\"mens\""))
            #expect(try await client.given.counts() == before)
            #expect(try await client.post(path, doubtful + [("mens", "1")]).status == 303)
            #expect(try await client.given.count("application") > 0)
            try await client.given.database.write { tx in try tx("delete from application") }
        }
        let page = try await client.get(path).text
        #expect(!page.contains("name=\"mens\""), "nobody is asked beforehand")
        let (trap, name) = (page.range(of: "extra-regel"), page.range(of: "id=\"naam\""))
        #expect(try #require(name).lowerBound < #require(trap).lowerBound, "the first field is a real one")
    }

    /// A library: thirty people register within a quarter of an hour behind one address. One person is held back sooner, keeps
    /// what she typed and reads how long it takes.
    @Test func manyPeopleBehindOneAddress() async throws {
        let client = try await SiteClient()
        func register(_ email: String) async throws -> Answer {
            try await client.post(
                "/inschrijven/vrijwilliger", [("naam", "Truus"), ("email", email), ("zegel", client.seal())])
        }
        for number in 1...30 { #expect(try await register("v\(number)@mail.example").status == 303, "\(number)") }
        for _ in 1...5 { #expect(try await register("een@mail.example").status == 303) }
        let refused = try await register("een@mail.example")
        #expect(refused.status == 429 && refused.text.contains("een@mail.example"))
        let minutes = try #require(refused.text.firstMatch(of: /over (\d+) minu/)).1
        #expect(refused.headers[.retryAfter] == String(try #require(Int(minutes)) * 60))
        client.clock.now = client.clock.now.adding(.minutes(try #require(Int(minutes)) - 1))
        #expect(try await register("een@mail.example").status == 429, "the time is true")
        client.clock.now = client.clock.now.adding(.minutes(1))
        #expect(try await register("een@mail.example").status == 303)
    }

    /// Nobody's mailbox is filled by responses in her name.
    @Test func oneReceiverGetsSoManyMails() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let path = try await world.openVacancy() + "/reageren/zonder-account"
        var statuses: [Int] = []
        for number in 1...12 {
            let answer = try await client.post(
                path, [("naam", "N\(number)"), ("email", "Doel@mail.example"), ("zegel", client.seal())])
            statuses.append(answer.status)
        }
        #expect(statuses == Array(repeating: 303, count: 10) + [429, 429])
        #expect(try await client.given.count("mail", where: "to_address = 'Doel@mail.example'") == 10)
    }

    /// The first mail to an address that anybody may have typed carries nothing of who typed.
    @Test func ourMailIsNoAdvertiser() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let path = try await world.openVacancy() + "/reageren/zonder-account"
        for name in ["WIN 1000 EUR >> https://spam.example/x", "Kijk op spam.nl", "www.spam", "bel@spam.example"] {
            let answer = try await client.post(
                path, [("naam", name), ("email", "doel@mail.example"), ("zegel", client.seal())])
            #expect(answer.status == 422 && answer.text.contains("Vul een naam in zonder internetadres."), "\(name)")
        }
        for name in ["J.Jansen", "Mw. A. de Vries-Smit", "Ömer"] {
            let answer = try await client.post(
                path, [("naam", name), ("email", "\(name.count)@mail.example"), ("zegel", client.seal())])
            #expect(answer.status == 303, "\(name)")
        }
        let win = "WIN DUIZEND EURO"
        _ = try await client.post(
            path,
            [("naam", win), ("email", "doel@mail.example"), ("bericht", win), ("zegel", client.seal())])
        let fields = world.organisationFields(.visitor).map { name, value in
            switch name {
            case "naam", "contact-naam", "contact-functie": (name, win)
            case "contact-email": (name, "doel@mail.example")
            default: (name, value)
            }
        }
        #expect(try await client.post("/inschrijven/organisatie", fields).status == 303)
        let rows = try await client.given.rows("select * from mail where to_address = 'doel@mail.example'")
        #expect(rows.count == 2)
        for row in rows {
            let (name, subject, text, html): (String, String, String, String) = (
                try row["to_name"], try row["subject"], try row["text"], try row["html"]
            )
            for part in [name, subject, text, html] { #expect(!part.contains("WIN"), "\(subject)") }
        }
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
