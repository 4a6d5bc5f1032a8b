import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site

/// Posters and the list for paper: what stands on them, and what never does.
@Suite struct PosterTests {
    @Test(arguments: TestEngine.available)
    func aPosterHasTheAddressOfTheNumber(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        let id = try await client.given.vacancy("Kok <b>gezocht", of: organisation)
        let poster = try await client.get("/vacatures/\(id)/poster")
        #expect(poster.status == 200 && poster.text.contains("Kok &lt;b&gt;gezocht"))
        #expect(
            poster.text.contains("borne.localhost:8080<wbr>/vacatures/\(id)</strong>")
                && poster.text.contains("class=\"qr\""))
        #expect(poster.text.contains("074 123 45 67"), "who has no phone with a camera calls")
        #expect(!poster.text.contains(organisation.email), "the centre's address, nobody else's")
        #expect(try await client.get("/vacatures/999/poster").status == 404)
        #expect(try await client.get("/vacatures/x/poster.pdf").status == 404)
        // Online no more: no poster, and the code of one that hangs leads to alternatives.
        _ = try await client.given.archive(id, by: organisation.member)
        #expect(try await client.get("/vacatures/\(id)/poster").status == 404)
        #expect(try await client.get("/vacatures/\(id)").status == 301)
    }

    @Test(arguments: TestEngine.available)
    func theListHoldsWhatTheSearchFinds(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        for number in 1...26 { _ = try await client.given.vacancy("Kok \(number)", of: organisation) }
        _ = try await client.given.vacancy("Chauffeur", of: organisation)
        let page = try await client.get("/vacatures/lijst?q=chauffeur")
        #expect(page.text.contains("Chauffeur") && !page.text.contains("Kok 1"))
        #expect(page.text.contains("/vacatures/lijst.txt?q=chauffeur"))
        let all = try await client.get("/vacatures/lijst")
        #expect(all.text.matches(of: /class="qr"/).count == 24 && all.text.contains("Nog 3 andere vind je op"))
        let text = try await client.get("/vacatures/lijst.txt?q=chauffeur")
        #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(
            text.text.hasPrefix("Vrijwilligers gezocht, 21 november 2026\nVrijwilligers Centrale Borne\n\nChauffeur\n"))
        #expect(!text.text.contains("<") && text.text.contains("074 123 45 67"))
        #expect(try await client.get("/vacatures/lijst?q=bestaat-niet").status == 200)
    }

    @Test(arguments: [
        ("Kort.", "Kort."),
        (
            String(repeating: "Wij koken samen. ", count: 40),
            String(repeating: "Wij koken samen. ", count: 24) + "Wij koken samen."
        ),
        (String(repeating: "x", count: 500), String(repeating: "x", count: 420) + " …"),
        (String(repeating: "woord ", count: 100), String(repeating: "woord ", count: 69) + "woord …"),
    ])
    func theStoryEndsWithASentence(_ text: String, _ expected: String) {
        let beginning = Poster.beginning(text)
        #expect(beginning.count <= 424 && (text.count > 420 || beginning == text))
        #expect(beginning.hasSuffix(expected.suffix(4)) || beginning == expected)
    }
}
