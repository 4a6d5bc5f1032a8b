import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import Time
import VolunteerCentre
import Web

@testable import Site

/// The questionnaire in addresses: what is answered stays through Back, Forward and Reload, and is nobody else's to read.
@Suite struct WishesPageTests {
    private let needs = [
        ("stap", "8"), ("naar", "9"), ("interesse", "ouderen"), ("aanbod", "rustig"), ("leeftijd", "71"),
    ]

    private func sent(_ client: SiteClient, _ fields: [(String, String)]) async throws -> String {
        let answer = try await client.post("/past-bij-jou", fields)
        #expect(answer.status == 303)
        return try #require(answer.headers[.location])
    }

    @Test func eachAnswerLeadsToAnAddressThatKeepsIt() async throws {
        let client = try await SiteClient()
        let address = try await sent(client, needs)
        #expect(address.hasPrefix("/past-bij-jou/") && address.hasSuffix("?stap=9"))
        for word in ["ouderen", "rustig", "71", "interesse"] { #expect(!address.contains(word)) }
        for path in [address, address, "/en" + address] {
            let page = try await client.get(path)
            #expect(page.status == 200 && page.text.contains("name=\"aanbod\" value=\"rustig\""))
            #expect(page.headers[.cacheControl] == "no-store" && page.headers[.setCookie] == nil)
            #expect(page.headers[.xRobotsTag] == "noindex, nofollow" && page.headers[.referrerPolicy] == "no-referrer")
            // The log knows the route, not the address.
            #expect(
                page.log["route"] == "/past-bij-jou/{answers}" && !page.log.values.contains { $0.contains(address) })
        }
        let result = try await client.get(String(address.dropLast("?stap=9".count)))
        #expect(result.status == 200 && result.text.contains("Je antwoorden aanpassen"))
    }

    @Test func whatCannotBeReadIsSaidAtItsQuestion() async throws {
        let client = try await SiteClient()
        let address = try await sent(
            client, [("stap", "9"), ("naar", "10"), ("leeftijd", "duizend"), ("interesse", "taal")])
        let page = try await client.get(address)
        #expect(page.status == 422 && page.text.contains("Vul je leeftijd in jaren in"))
        #expect(page.text.contains("name=\"interesse\" value=\"taal\"") && page.text.contains("stap\" value=\"9\""))
    }

    @Test func itIsOfThisCentreForTwoDaysAndNotToBeChanged() async throws {
        let client = try await SiteClient()
        let address = try await sent(client, needs)
        func status(_ path: String, host: String? = nil) async throws -> Int {
            let page = try await client.get(path, host: host)
            if page.status == 410 {
                #expect(page.text.contains("We beginnen opnieuw") && !page.text.contains("value=\"rustig\" checked"))
            }
            return page.status
        }
        #expect(try await status(address) == 200)
        #expect(try await status(address, host: client.given.other.host) == 410)
        let seal = address.dropFirst("/past-bij-jou/".count).prefix { $0 != "?" }
        for place in stride(from: 0, to: seal.count, by: 7) {
            var letters = Array(seal)
            letters[place] = letters[place] == "A" ? "B" : "A"
            #expect(try await status("/past-bij-jou/\(String(letters))?stap=9") == 410, "letter \(place)")
        }
        for odd in ["x", String(repeating: "A", count: 9000), "%00", "..", "bewaren2"] {
            #expect([410, 404, 400].contains(try await status("/past-bij-jou/\(odd)")), "\(odd.prefix(9))")
        }
        client.clock.now = client.clock.now.adding(.hours(47))
        #expect(try await status(address) == 200)
        client.clock.now = client.clock.now.adding(.hours(2))
        #expect(try await status(address) == 410)
    }
}
