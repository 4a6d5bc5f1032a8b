import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// Logging in over and over, rightly, and at an address that is written out in full.
@Suite struct LogInAgainTests {
    @Test(arguments: TestEngine.available)
    func whoLogsInRightlyIsNeverAskedToWait(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let right = [("email", world.owner.email), ("wachtwoord", AccessWorld.password)]
        for _ in 0..<25 { #expect(try await client.post("/inloggen", right).status == 303) }
        // Who guesses is: her own good ones among them take nothing off.
        let wrong = [("email", world.owner.email), ("wachtwoord", "een ander wachtwoord")]
        var statuses: [Int] = []
        for _ in 0..<12 {
            statuses.append(try await client.post("/inloggen", wrong).status)
            if statuses.count < 10 { #expect(try await client.post("/inloggen", right).status == 303) }
        }
        #expect(statuses.prefix(10).allSatisfy { $0 == 422 } && statuses.suffix(2) == [429, 429])
    }

    @Test(arguments: TestEngine.available)
    func theSessionBeforeEnds(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let old = try #require(try await client.signIn(world.volunteer.actor))
        #expect(try await client.send(.get, "/mijn", token: old).status == 200)
        let right = [("email", world.owner.email), ("wachtwoord", AccessWorld.password)]
        #expect(try await client.post("/inloggen", right, token: old).status == 303)
        #expect(try await client.send(.get, "/mijn", token: old).status == 401)
    }

    @Test func aHostWithAFullStopIsTheSame() async throws {
        let client = try await SiteClient()
        let name = client.given.other.name
        for host in ["hasselt.localhost", "hasselt.localhost.", "HASSELT.localhost.:8080"] {
            #expect(try await client.get("/", host: host).text.contains(name), "\(host)")
        }
    }
}
