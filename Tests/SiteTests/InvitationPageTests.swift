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
        // Called away before she chose a password: the same link leads on, and nobody joins twice.
        let unfinished = try await client.get(path)
        #expect(unfinished.status == 200 && unfinished.text.contains("Bijna klaar"))
        let onwards = try await client.post(path, [])
        #expect(onwards.status == 303 && onwards.headers[.location]?.hasPrefix("/wachtwoord/instellen/") == true)
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where email = 'bas@pan.example'")
        }
        #expect(try await client.get(path).status == 410)
        #expect(try await client.post(path, [], as: other.member).status == 410)
        #expect(try await members(asking).count == before.0.count + 1)
    }

    /// The same for a guest who makes her response hers.
    @Test func aResponseHalfClaimedIsNotLost() async throws {
        let client = try await SiteClient()
        let given = client.given
        let id = try await given.application(to: try await given.vacancy(of: try await given.organisation()))
        let path = "/actie/" + (try await given.secret(of: "application_received_guest", to: "piet@mail.example"))
        for _ in 1...3 {
            #expect(try await client.get(path).status == 200)
            let answer = try await client.post(path, [])
            let next = try #require(answer.headers[.location])
            #expect(answer.status == 303 && next.hasPrefix("/wachtwoord/instellen/"))
            #expect(try await client.get(next).status == 200)
        }
        #expect(try await given.count("volunteer") == 1)
        let next = try await given.texts("return_path", of: "credential_link", where: "makes_volunteer")
        #expect(Set(next) == ["/mijn/reacties/\(id)"])
    }
}
