import GivenCentre
import HTTPTypes
import SQL
import Testing
import VolunteerCentre

/// The link of an invitation in a browser where somebody else is signed in: it is for who was asked, whoever opens it.
@Suite struct InvitationPageTests {
    @Test func whoeverIsSignedInTheInvitedJoins() async throws {
        let client = try await SiteClient()
        let given = client.given
        let (asking, other) = (try await given.organisation(), try await given.organisation("Elders"))
        let volunteer = try await given.volunteer()
        _ = try await given.askColleague("bas@pan.example", by: asking.member)
        let path = "/actie/" + (try await given.secret(of: "member_invited", to: "bas@pan.example"))
        func members(_ organisation: GivenOrganisation) async throws -> [String] {
            try await given.database.read { tx in
                try OrganisationQueries.members(of: organisation.id, in: given.centre.id, tx).map(\.account.email)
            }
        }
        let before = (try await members(asking), try await members(other))
        // Looking uses nothing up, however often and by whomever.
        for actor in [other.member, volunteer.actor, asking.member, nil] {
            let page = try await client.get(path, as: actor)
            #expect(page.status == 200 && page.text.contains("bas@pan.example"))
        }
        #expect(try await members(asking) == before.0)
        let answer = try await client.post(path, [], as: other.member)
        #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/wachtwoord/instellen/") == true)
        #expect(try await members(asking) == before.0 + ["bas@pan.example"])
        #expect(try await members(other) == before.1, "who was signed in stays where she is")
        #expect(try await client.post(path, [], as: other.member).status == 410)
        #expect(try await members(asking).count == before.0.count + 1)
    }
}
