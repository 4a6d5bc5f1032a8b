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

@Suite struct ErrorPageTests {
    private let form: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded", .secFetchSite: "same-origin",
    ]

    private func expect(_ answer: Answer, _ status: Int, _ what: String) {
        #expect(answer.status == status, "\(what)")
        #expect(answer.isPage, "\(what)")
        #expect(answer.text.contains("<h1") && answer.text.contains("</html>"), "\(what)")
        #expect(answer.headers[.cacheControl] == "no-store" && answer.headers[.eTag] == nil, "\(what)")
        #expect(answer.headers[.setCookie] == nil, "\(what)")
    }

    @Test func notFound() async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        let waiting = try await client.given.registeredOrganisation("Nog niet")
        let queued = try await client.given.queuedVacancy(of: organisation)
        for path in [
            "/nergens", "/vacatures/0", "/vacatures/x", "/vacatures/-1", "/vacatures/999",
            "/vacatures/99999999999999999999",
            "/vacatures/\(queued)", "/organisaties/999", "/organisaties/\(waiting.id)", "/theme/x.css", "/en/nergens",
            "/stijlgids", "/beheer/nergens", "/.env", "/vacatures/1/../../etc/passwd", "/%00", "/vacatures/%ff",
        ] {
            expect(try await client.get(path), 404, path)
        }
    }

    @Test func gone() async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        let id = try await client.given.vacancy("Kok gezocht", of: organisation, until: CalendarDate(iso: "2026-11-22"))
        let path = Link.vacancy(id, "Kok gezocht")
        #expect(try await client.get(path).status == 200)
        client.clock.now = client.clock.now.adding(.days(2))
        let late = try await client.get(path)
        #expect(late.status == 410 && late.isPage, "before the schedule ran")
        try await client.given.takeOffline(at: client.clock.now)
        for address in [path, path + "/reageren/zonder-account"] {
            let answer = try await client.get(address)
            #expect(answer.status == 410 && answer.isPage, "\(address)")
        }
        let sent = try await client.post(
            path + "/reageren/zonder-account",
            [("naam", "Piet"), ("email", "p@mail.example"), ("zegel", client.seal())])
        #expect(sent.status == 410)
        #expect(try await client.given.count("application") == 0)
    }

    @Test func sentFromElsewhere() async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        for headers: HTTPFields in [
            [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "https://evil.example"],
            [.origin: "null"],
            [.origin: "http://hasselt.localhost:8080"],
        ] {
            var headers = headers
            headers[.contentType] = "application/x-www-form-urlencoded"
            for path in ["/uitloggen", "/inloggen", "/beheer/organisatie"] {
                expect(try await client.send(.post, path, as: organisation.member, headers: headers), 403, path)
            }
        }
        let own = try await client.send(.post, "/uitloggen", headers: [.origin: "http://borne.localhost:8080"])
        #expect(own.status == 303)
    }

    @Test func tooMuchAndUnreadable() async throws {
        let client = try await SiteClient()
        let large = Array("naam=".utf8) + [UInt8](repeating: 97, count: 300_000)
        expect(try await client.send(.post, "/inschrijven/organisatie", headers: form, body: large), 413, "large")
        let many = Array(String(repeating: "a=1&", count: 1001).utf8)
        expect(try await client.send(.post, "/inschrijven/organisatie", headers: form, body: many), 413, "many")
        for broken in ["naam=%ff", "naam=%", "naam=%C3%28"] {
            expect(try await client.send(.post, "/inloggen", headers: form, body: Array(broken.utf8)), 400, broken)
        }
        var json = form
        json[.contentType] = "application/json"
        expect(try await client.send(.post, "/inloggen", headers: json, body: [123, 125]), 415, "JSON")
        // A query that cannot be read is no query: a shared link never fails.
        #expect(try await client.get("/vacatures?q=%ff&pagina=x").status == 200)
    }

    /// Each invitation is a mail to an address that somebody typed.
    @Test func twentyInvitationsADay() async throws {
        let client = try await SiteClient()
        let member = try await client.given.organisation().member
        func invite(_ number: Int) async throws -> Int {
            let fields = [("naam", "Bas"), ("email", "bas\(number)@pan.example"), ("rol", "editor")]
            return try await client.post("/beheer/organisatie/mensen", fields, as: member).status
        }
        for number in 1...20 { #expect(try await invite(number) == 303, "\(number)") }
        #expect(try await invite(21) == 422)
        #expect(try await client.given.count("mail", where: "kind = 'member_invited'") == 20)
        client.clock.now = client.clock.now.adding(.days(1))
        #expect(try await invite(21) == 303)
    }

    /// A typed search is another question than that of a vacancy, whatever is typed.
    @Test func noSearchPassesForAVacancys() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        #expect(
            try await client.get("/beheer/vacatures/\(vacancy)/kandidaten", as: organisation.member).status == 200)
        let version = try #require(try await given.find(vacancy)?.version)
        for words in ["vacancy+\(vacancy)", "vacancy:\(vacancy):\(version)", "vacancy%3A\(vacancy)%3A\(version)"] {
            #expect(try await client.get("/beheer/kandidaten?q=\(words)", as: organisation.member).status == 200)
        }
        #expect(try await given.count("candidate_search") == 3, "the last two are one")
    }

    /// Rights ended while somebody wrote: the page does not exist for her any more, and her text is not gone.
    @Test func whatWasTypedIsShown() async throws {
        let client = try await SiteClient()
        let given = client.given
        let vacancy = try await given.queuedVacancy(of: try await given.organisation())
        let words = "Kunnen jullie nog zeggen hoe laat het begint,\nen waar?"
        let path = "/centrum/vacatures/\(vacancy)/teruggeven"
        let refused = try await client.post(path, [("opmerking", words), ("versie", "1")], as: given.desk)
        #expect(refused.status == 404 && refused.text.contains("hoe laat het begint,<br>en waar?"))
        #expect(refused.text.contains("Dit had je geschreven"))
        // A page that was asked for has nothing, and passwords are never shown.
        #expect(try await !client.get(path, as: given.desk).text.contains("Dit had je geschreven"))
        let secret = try await client.post("/bestaat-niet", [("wachtwoord", "een heel lang geheim van iemand")])
        #expect(secret.status == 404 && !secret.text.contains("geheim van iemand"))
    }

    /// What a log-in page carries is little: anybody can send a form without a session.
    @Test func aFormWithoutSessionIsCarriedInMeasure() async throws {
        let client = try await SiteClient()
        let kept = try await client.post(
            "/beheer/vacatures/nieuw", [("omschrijving", String(repeating: "woord ", count: 1000))])
        #expect(kept.status == 401 && kept.text.contains("mee.veld.omschrijving"))
        let large = try await client.post(
            "/beheer/vacatures/nieuw", [("omschrijving", String(repeating: "&\"<>'", count: 60_000))])
        #expect(large.status == 401 && large.text.utf8.count < 40_000 && large.text.contains("te groot om te bewaren"))
        let huge = try await client.post(
            "/beheer/vacatures/nieuw", [("omschrijving", String(repeating: "x", count: 5_000_000))])
        #expect(huge.status == 401 && huge.text.utf8.count < 40_000)
    }

    @Test func tooOften() async throws {
        let client = try await SiteClient()
        var statuses: [Int] = []
        for _ in 0..<12 {
            statuses.append(try await client.post("/inloggen", [("email", "a@b.nl"), ("wachtwoord", "x")]).status)
        }
        #expect(statuses == Array(repeating: 422, count: 10) + [429, 429])
        expect(try await client.post("/inloggen", [("email", "A@b.nl "), ("wachtwoord", "x")]), 429, "log in")
        client.clock.now = client.clock.now.adding(.minutes(15))
        #expect(try await client.post("/inloggen", [("email", "a@b.nl"), ("wachtwoord", "x")]).status == 422)
    }

    /// What went wrong inside stays inside; the number helps to find it.
    @Test func brokenInside() async throws {
        let client = try await SiteClient()
        try await client.given.database.write { tx in try tx("drop table fact") }
        let answer = try await client.get("/")
        expect(answer, 500, "/")
        #expect(answer.text.contains(try #require(answer.headers[.xRequestID])))
        for word in ["fact", "SQL", "table", "select"] { #expect(!answer.text.contains(word), "\(word)") }
    }

    @Test func busyOrClosed() async throws {
        let client = try await SiteClient()
        _ = try await client.get("/")
        await client.given.database.close()
        let answer = try await client.get("/")
        #expect(answer.status == 503 && answer.headers[.retryAfter] == "30")
        #expect(try await client.get("/healthz").status == 200)
        #expect(try await client.get("/readyz").status == 503)
    }

    /// The way back never leads to another site.
    @Test func linksStayHere() async throws {
        let client = try await SiteClient()
        for path in ["//evil.example/x", "/en//evil.example/x", "/\\evil.example", "/en/\\evil.example"] {
            let answer = try await client.get(path)
            #expect(answer.status == 404)
            #expect(!answer.text.contains("href=\"//evil") && !answer.text.contains("href=\"/\\evil"), "\(path)")
        }
        for next in [
            "https://evil.example", "//evil.example", "/\\evil.example", "/beheer//evil.example", "/uitloggen",
        ] {
            let world = try await AccessWorld(try await SiteClient())
            let answer = try await world.client.post(
                "/inloggen", [("email", world.owner.email), ("wachtwoord", AccessWorld.password), ("terug", next)])
            #expect(answer.headers[.location] == "/beheer", "\(next)")
        }
    }
}
