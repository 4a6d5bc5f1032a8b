import GivenCentre
import HTTPTypes
import Hummingbird
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// Addresses that people come back to: of a form that said what was wrong, of a search that led to a vacancy.
@Suite struct FormAddressTests {
    @Test func everyAddressThatTakesFormsCanBeOpened() async throws {
        let client = try await SiteClient()
        let routes = FrontDoor.router(client.services).routes
        let pages = Set(routes.filter { $0.method == .get }.map { "\($0.path)" })
        let forms = routes.filter { $0.method == .post && !pages.contains("\($0.path)") }
        #expect(forms.count > 40)
        for route in forms {
            let path = "\(route.path)".replacing(/\{[a-z]+\}/, with: "12")
            let answer = try await client.get(path)
            let target = answer.headers[.location] ?? ""
            #expect(answer.status == 303 && path.hasPrefix(target) && target != path, "\(path) to \(target)")
            #expect(try await client.get("/en" + path).headers[.location]?.hasPrefix("/en") == true)
            let template = "\(route.path)".split(separator: "/").prefix(target.split(separator: "/").count)
            #expect(pages.contains("/" + template.joined(separator: "/")), "\(target) is a page")
        }
    }

    @Test func aFormWithAMistakeLeadsToItsPage() async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        let wrong = try await client.post("/beheer/organisatie/vakanties/9/weg", as: organisation.member)
        #expect(wrong.status == 404)
        let back = try await client.get("/beheer/organisatie/vakanties/9/weg", as: organisation.member)
        #expect(back.status == 303 && back.headers[.location] == "/beheer/organisatie/vakanties")
        #expect(try await client.get("/beheer/organisatie/vakanties", as: organisation.member).status == 200)
    }

    @Test func theWayBackToTheListKeepsTheSearch() async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        let path = Link.vacancy(try await client.given.vacancy("Kok", of: organisation), "Kok")
        let host = try #require(client.given.centre.host)
        func crumb(_ from: String, _ path: String) async throws -> String {
            let page = try await client.send(.get, path, headers: [.referer: from]).text
            let crumbs = page.firstMatch(of: /class="crumbs"[\s\S]*?<a href="([^"]*)"/)
            return crumbs.map { String($0.output.1) } ?? ""
        }
        let list = "/vacatures?q=kok&dag=maandag"
        #expect(try await crumb("http://\(host)\(list)", path) == "/vacatures?q=kok&amp;dag=maandag")
        #expect(try await crumb("https://\(host)\(list)#x", path) == "/vacatures?q=kok&amp;dag=maandag")
        #expect(try await crumb("https://\(host)/en\(list)", "/en" + path) == "/en/vacatures?q=kok&amp;dag=maandag")
        for other in [
            "https://elders.example\(list)", "https://elders.example/?https://\(host)\(list)", "http://\(host)/faq",
            "javascript://\(host)\(list)", "http://\(host)/vacatures", "http://\(host)/vacatures?q=\"><script>",
            "http://\(host)/vacatures?" + String(repeating: "a", count: 3000), "",
        ] {
            #expect(try await crumb(other, path) == "/vacatures", "\(other)")
        }
    }

    /// Who works in an area goes back to it from a page that is not there.
    @Test func aMissingPageLeadsBackToTheArea() async throws {
        let client = try await SiteClient()
        let (given, boss) = (client.given, client.given.administrator)
        let organisation = try await given.organisation()
        for (path, actor, area) in [
            ("/centrum/bestaat-niet", boss, "/centrum"), ("/beheer/bestaat-niet", organisation.member, "/beheer"),
        ] {
            let page = try await client.get(path, as: actor)
            #expect(page.status == 404 && page.text.contains("<a class=\"btn\" href=\"\(area)\">"), "\(path)")
        }
        #expect(try await client.get("/centrum/bestaat-niet").text.contains("<a class=\"btn\" href=\"/\">"))
    }
}
