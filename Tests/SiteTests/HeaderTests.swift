import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import VolunteerCentre
import Web

@testable import Site
@testable import SiteKit

@Suite struct HeaderTests {
    private func check(_ answer: Answer, _ what: String) {
        let headers = answer.headers
        #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true, "\(what)")
        #expect(headers[.contentSecurityPolicy]?.contains("script-src 'unsafe") == false, "\(what)")
        #expect(headers[.xContentTypeOptions] == "nosniff", "\(what)")
        // Answers in an address are told to no page, not even of this site; the name of the site is, or its own forms would be refused.
        let referrer = what.contains("{answers}") ? "strict-origin" : "same-origin"
        #expect(headers[.referrerPolicy] == referrer, "\(what)")
        #expect(headers[.xFrameOptions] == "DENY", "\(what)")
        #expect(headers[.xRequestID]?.isEmpty == false, "\(what)")
        #expect(headers[.strictTransportSecurity] == nil, "no TLS, no HSTS: \(what)")
        #expect(headers[.server] == nil, "\(what)")
    }

    @Test func everyAnswerHasThem() async throws {
        let client = try await SiteClient(isDemo: true)
        let world = try await AccessWorld(client)
        for row in AccessRow.all where row.method == .get {
            let path = try await row.path(world)
            for role in [AccessRole.visitor, .member, .administrator] {
                check(try await client.get(path, as: world.actor(role)), "\(row.route) as \(role)")
            }
        }
        for path in [
            "/healthz", "/readyz", "/assets/nothing.css", client.services.assets.address("site.css"), "/nergens",
        ] {
            check(try await client.get(path), path)
        }
        check(try await client.send(.post, "/", headers: [.secFetchSite: "cross-site"]), "a refused POST")
        check(try await client.send(.head, "/"), "HEAD")
        check(try await client.send(.options, "/"), "OPTIONS")
        check(try await client.send(.init("BREW") ?? .get, "/"), "an unknown method")
    }

    /// Decision 12: pages without a session carry no cookie, so they can be cached and need no banner.
    /// HEAD is the answer without its body, whoever answers: a page, a refusal, a file, the health of the program.
    @Test func headHasNoBody() async throws {
        let client = try await SiteClient(isDemo: true)
        let world = try await AccessWorld(client)
        for path in [
            "/", "/vacatures", "/nergens", "/beheer", "/healthz", "/readyz", "/robots.txt", "/vacatures/999-x",
            "/assets/geen.css", "/theme/1f5f4ff0a13a.css", "/sitemap.xml",
        ] {
            let (get, head) = (try await client.get(path), try await client.send(.head, path))
            #expect(head.status == get.status && head.text.isEmpty, "\(path)")
            // And says how long it would be (RFC 9110, 8.6).
            #expect(head.headers[.contentLength] == String(get.text.utf8.count), "\(path)")
        }
        let own = try await client.send(.head, "/beheer", as: world.owner.member)
        #expect(own.status == 200 && own.text.isEmpty)
    }

    @Test func visitorsGetNoCookie() async throws {
        let client = try await SiteClient(isDemo: true)
        let world = try await AccessWorld(client)
        for row in AccessRow.all where row.method == .get {
            let answer = try await client.get(try await row.path(world))
            #expect(answer.headers[.setCookie] == nil, "\(row.route)")
        }
        for (path, fields) in [
            ("/inschrijven/organisatie", world.organisationFields(.visitor)),
            ("/wachtwoord/vergeten", [("email", "a@b.nl")]),
            ("/inloggen", [("email", "a@b.nl"), ("wachtwoord", "x")]),
        ] {
            #expect(try await client.post(path, fields).headers[.setCookie] == nil, "\(path)")
        }
    }

    @Test func theCookieOfASessionIsBoundToThisSite() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let answer = try await client.post(
            "/inloggen", [("email", world.owner.email), ("wachtwoord", AccessWorld.password)])
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-session=") && !cookie.lowercased().contains("domain"))
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part), "\(part)") }
        #expect(answer.headers[.cacheControl] == "no-store")
        // A new token at every log-in.
        let second = try await client.post(
            "/inloggen", [("email", world.owner.email), ("wachtwoord", AccessWorld.password)])
        #expect(second.headers[.setCookie] != cookie)
    }

    @Test func publicPagesAreSharedAndPersonalOnesAreNot() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        for path in ["/", "/vacatures", "/faq", try await world.openVacancy()] {
            let first = try await client.get(path)
            let tag = try #require(first.headers[.eTag], "\(path)")
            let again = try await client.send(.get, path, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.text.isEmpty, "\(path) differs from one request to the next")
            let signedIn = try await client.get(path, as: world.owner.member)
            #expect(signedIn.headers[.eTag] == nil && signedIn.headers[.cacheControl] == "no-store", "\(path)")
        }
        // A form with a seal is each visitor's own.
        for path in ["/inschrijven/organisatie", try await world.openVacancy() + "/reageren/zonder-account"] {
            #expect(try await client.get(path).headers[.cacheControl] == "no-store", "\(path)")
        }
    }

    @Test func compressedPagesCanBeRead() async throws {
        let client = try await SiteClient()
        let answer = try await client.send(.get, "/", headers: [.acceptEncoding: "gzip"])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
    }

    /// Addresses and names of people never come into the log.
    @Test func theLogTellsRoutesOnly() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let vacancy = try await world.openVacancy()
        let answer = try await client.get(vacancy + "?q=jan.jansen", as: world.owner.member)
        #expect(answer.log["route"] == "/vacatures/{vacancy}" && answer.log["status"] == "200")
        let token = try await client.get("/wachtwoord/instellen/geheim")
        #expect(token.log["route"] == "/wachtwoord/instellen/{token}")
        #expect(!"\(token.log)\(answer.log)".contains("geheim") && !"\(answer.log)".contains("jan"))
        let nowhere = try await client.get("/nergens/jan.jansen")
        #expect(!"\(nowhere.log)".contains("jan"))
    }
}
