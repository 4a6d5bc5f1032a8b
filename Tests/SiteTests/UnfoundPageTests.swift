import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site

/// What visitors look for in vain reaches the page of the administrator, and what she says of it reaches the next visitor.
@Suite struct UnfoundPageTests {
    private static let path = "/centrum/instellingen/zoeken"
    private static let partly = "In geen enkele vacature staan al deze woorden"

    @Test(arguments: TestEngine.available)
    func theCentreLearns(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        _ = try await client.given.vacancy("Stallen uitmesten", of: organisation) { $0.interests = ["dieren"] }
        func find(_ words: String) async throws -> String {
            let query = words.replacing(" ", with: "+")
            return try await client.get("/vacatures?q=\(query)").text
        }
        let administrator = client.given.administrator
        for day in 0...2 {
            // A sentence: the word in it that nothing says, not the rest. Twice a day is once.
            for _ in 1...2 { #expect(try await find("iets met zwobbels in Borne").contains(Self.partly)) }
            #expect(try await !find("piet@zon.example 0612345678").isEmpty)
            let page = try await client.get(Self.path, as: administrator)
            #expect(page.text.contains("<strong>zwobbels</strong>") == (day == 2), "day \(day)")
            #expect(!page.text.contains("<strong>iets</strong>") && !page.text.contains("<strong>zon"))
            client.clock.now = client.clock.now.adding(.days(1))
        }
        let empty = try await client.post(Self.path + "/woord", [("woord", "zwobbels")], as: administrator)
        #expect(empty.status == 422 && empty.text.contains("Vul in wat “zwobbels” betekent."))
        let taught = try await client.post(
            Self.path + "/woord", [("woord", "zwobbels"), ("betekent", "Dieren")], as: administrator)
        #expect(taught.status == 303)
        let found = try await find("iets met zwobbels in Borne")
        #expect(found.contains("Stallen uitmesten") && !found.contains(Self.partly))
        let page = try await client.get(Self.path, as: administrator)
        #expect(page.text.contains("zwobbels &gt; Dieren") && !page.text.contains("<strong>zwobbels</strong>"))
    }

    @Test func whatIsUnclearIsSaidAndKept() async throws {
        let client = try await SiteClient()
        let administrator = client.given.administrator
        let fields =
            [("verwant", "boomers > Ouderen\nzomaar iets"), ("synoniemen", "maatje buddy"), ("versie", "0")]
            + ["interesse", "activiteit", "dagdeel", "inzet", "aanbod", "afstand"].map { ("gewicht-" + $0, "20") }
        let page = try await client.post(Self.path, fields, as: administrator)
        #expect(page.status == 422 && page.text.contains("“zomaar iets” is niet duidelijk"))
        #expect(page.text.contains("boomers &gt; Ouderen\nzomaar iets"))
    }

    @Test func noughtForEverythingIsSaid() async throws {
        let client = try await SiteClient()
        let fields =
            [("synoniemen", "maatje buddy"), ("versie", "0")]
            + ["interesse", "activiteit", "dagdeel", "inzet", "aanbod", "afstand"].map { ("gewicht-" + $0, "0") }
        let page = try await client.post(Self.path, fields, as: client.given.administrator)
        #expect(page.status == 422 && page.text.contains("Geef ten minste één antwoord een gewicht"))
    }

    /// Of two who saved, the second is asked about what both changed; what only one changed stays.
    @Test func aColleagueSavedMeanwhile() async throws {
        let client = try await SiteClient()
        let administrator = client.given.administrator
        func save(_ kin: String, version: String) async throws -> Answer {
            try await client.post(
                Self.path,
                [("verwant", kin), ("synoniemen", "maatje buddy"), ("versie", version)]
                    + ["interesse", "activiteit", "dagdeel", "inzet", "aanbod", "afstand"].map {
                        ("gewicht-" + $0, "20")
                    },
                as: administrator)
        }
        #expect(try await save("boomers > Ouderen", version: "0").status == 303)
        let second = try await save("pubers > Kinderen en jongeren", version: "0")
        #expect(
            second.status == 409 && second.text.contains("Een collega heeft dit intussen ook veranderd: Wat woorden"))
        #expect(
            second.text.contains("pubers &gt; Kinderen en jongeren")
                && second.text.contains("name=\"versie\" value=\"1\""))
        #expect(try await save("pubers > Kinderen en jongeren", version: "1").status == 303)
    }
}
