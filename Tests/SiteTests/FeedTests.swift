import Foundation
import FoundationXML
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// What programs read of the site, and the filters that the list and the feed share.
@Suite struct FeedTests {
    private final class Names: NSObject, XMLParserDelegate {
        var titles: [String] = []
        private var text: String?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if name == "title" || name == "loc" { text = "" }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            if let text, name == "title" || name == "loc" { titles.append(text) }
            if name == "title" || name == "loc" { text = nil }
        }
    }

    private func names(_ text: String) throws -> [String] {
        let parser = XMLParser(data: Data(text.utf8))
        let names = Names()
        parser.delegate = names
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        return names.titles
    }

    private func centre(_ engine: TestEngine = .sqlite) async throws -> SiteClient {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation("Pan & <Pot>")
        for (title, engagement, municipality) in [
            ("Kok & \"chef\" <b>", "structureel", "Borne"), ("Fietser", "eenmalig", "Hengelo"),
        ] {
            var content = client.given.content(title)
            content.engagement = engagement
            content.municipality = municipality
            guard case .queued(let id) = try await client.given.submit(content, by: organisation.member) else {
                continue
            }
            _ = try await client.given.review(.approve, id, by: client.given.mediator)
        }
        _ = try await client.given.queuedVacancy("Wacht nog", of: organisation)
        return client
    }

    @Test(arguments: TestEngine.available)
    func theFeedFollowsTheFilter(_ engine: TestEngine) async throws {
        let client = try await centre(engine)
        let all = try await client.get("/vacatures.atom")
        #expect(all.headers[.contentType] == "application/atom+xml; charset=utf-8")
        #expect(Set(try names(all.text).dropFirst()) == ["Fietser", "Kok & \"chef\" <b>"])
        for query in [
            "inzet=eenmalig", "gemeente=Hengelo", "q=fietser", "inzet=eenmalig&gemeente=Hengelo&interesse=zorg",
        ] {
            #expect(
                try names(try await client.get("/vacatures.atom?" + query).text).dropFirst() == ["Fietser"], "\(query)")
            let list = try await client.get("/vacatures?" + query)
            #expect(list.text.contains("Fietser") && !list.text.contains("chef"), "\(query)")
        }
        #expect(try names(try await client.get("/vacatures.atom?gemeente=Borne&inzet=eenmalig").text).count == 1)
        // What is no choice of ours finds nothing, and a place that is not there is where nothing is.
        #expect(try names(try await client.get("/vacatures.atom?inzet=x").text).count == 1)
        #expect(try names(try await client.get("/vacatures.atom?gemeente=Mars").text).count == 1)
    }

    /// The same question has one address: the order of the boxes, doubles and unknown values make no other page.
    @Test func oneQuestionOneAddress() async throws {
        let client = try await centre()
        let first = try await client.get("/vacatures?inzet=eenmalig&interesse=zorg&interesse=ouderen&gemeente=Borne")
        let second = try await client.get(
            "/vacatures?gemeente=Borne&interesse=ouderen&interesse=zorg&interesse=zorg&inzet=x&inzet=eenmalig")
        func feed(_ text: String) -> Substring? { text.firstMatch(of: /vacatures\.atom\?([^"]*)"/)?.output.1 }
        #expect(feed(first.text) != nil && feed(first.text) == feed(second.text))
    }

    @Test func theMapOfTheSite() async throws {
        let client = try await centre()
        let map = try names(try await client.get("/sitemap.xml").text)
        #expect(map.count { $0.contains("/vacatures/") } == 2 && map.contains("http://borne.localhost:8080/faq"))
        #expect(map.allSatisfy { $0.hasPrefix("http://borne.localhost:8080/") })
        let robots = try await client.get("/robots.txt").text
        #expect(
            robots.contains("Disallow: /beheer\n") && robots.contains("Disallow: /en/wachtwoord\n")
                && robots.contains("Sitemap: http://borne.localhost:8080/sitemap.xml"))
        let security = try await client.get("/.well-known/security.txt").text
        #expect(security.contains("Contact: mailto:info@borne.example\nExpires: 2027-05-21T"))
    }

    /// A title that would end the block of data stays inside it.
    @Test func vacanciesForSearchEngines() async throws {
        let client = try await centre()
        let path = Link.vacancy(ID(1), "Kok & \"chef\" <b>")
        let page = try await client.get(path).text
        let block = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)).output.1
        let data = try #require(try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
        #expect(data["title"] as? String == "Kok & \"chef\" <b>" && data["employmentType"] as? String == "VOLUNTEER")
        #expect(data["validThrough"] as? String == "2027-05-21")
        #expect((data["hiringOrganization"] as? [String: Any])?["name"] as? String == "Pan & <Pot>")
    }
}
