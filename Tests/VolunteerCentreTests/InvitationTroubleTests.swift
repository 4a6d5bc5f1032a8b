import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What people reported of invitations elsewhere: who was demoted still let others in, who was removed could never come
/// back, an invitation that had run out stood in the way of the next, a revoked one worked.
@Suite struct InvitationTroubleTests {
    /// Only owners decide who works for an organisation; who is one no longer decided nothing that still waits.
    @Test(arguments: TestEngine.available)
    func whoIsDemotedInvitesNobody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let colleague = try await given.colleague("bas@pan.example", as: .owner, of: organisation)
        _ = try await given.askColleague("vriend@pan.example", as: .owner, by: colleague)
        _ = try await given.askColleague("nieuw@pan.example", by: organisation.member)
        _ = try await given.askColleague("bas@pan.example", as: .editor, by: organisation.member)
        guard case .notFound = try await join("vriend@pan.example", given) else { throw Given.Unexpected("joined") }
        guard case .setPassword = try await join("nieuw@pan.example", given) else { throw Given.Unexpected("refused") }
        #expect(try await given.count("member_invitation") == 0)
    }

    @Test(arguments: TestEngine.available)
    func whoWasRemovedCanComeBack(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let colleague = try await given.colleague("bas@pan.example", of: organisation)
        let account = try #require(colleague.account)
        let old = try await given.secret(of: "member_invited", to: "bas@pan.example")
        let removed = try await given.write(by: organisation.member) { work in
            try HandOver.remove(account, handingTo: nil, in: work)
        }
        #expect(removed == .done)
        guard case .notFound = try await use(old, given) else { throw Given.Unexpected("the old link worked") }
        #expect(try await given.askColleague("bas@pan.example", by: organisation.member) == .done)
        guard case .setPassword = try await join("bas@pan.example", given) else { throw Given.Unexpected("refused") }
        #expect(try await given.count("organisation_member", where: "account_id = \(account)") == 1)
    }

    @Test(arguments: TestEngine.available)
    func whatRanOutIsAskedAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        #expect(try await given.askColleague("bas@pan.example", by: organisation.member) == .done)
        let later = given.now.adding(.days(20))
        guard case .notFound = try await join("bas@pan.example", given, at: later) else {
            throw Given.Unexpected("after its time")
        }
        let again = try await given.write(by: organisation.member, at: later) { work in
            try ChangeMembers.invite(email: "BAS@pan.example", name: "Bas", role: .owner, in: work)
        }
        #expect(again == .done)
        #expect(try await given.count("member_invitation") == 1)
        let token = try await given.secret(of: "member_invited", to: "BAS@pan.example")
        guard case .setPassword = try await use(token, given, at: later) else { throw Given.Unexpected("refused") }
    }

    /// Both links of somebody who was asked twice are hers; she joins once, in the role that was said last.
    @Test(arguments: TestEngine.available)
    func theLastWordCounts(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.askColleague("bas@pan.example", as: .owner, by: organisation.member)
        let first = try await given.secret(of: "member_invited", to: "bas@pan.example")
        _ = try await given.askColleague("bas@pan.example", as: .editor, by: organisation.member)
        guard case .setPassword = try await use(first, given) else { throw Given.Unexpected("refused") }
        let roles = try await given.texts(
            "role", of: "organisation_member", where: "organisation_id = \(organisation.id)")
        #expect(roles.sorted() == ["editor", "owner"])
        guard case .notFound = try await join("bas@pan.example", given) else { throw Given.Unexpected("twice") }
    }

    @Test(arguments: TestEngine.available)
    func nobodyJoinsWhatIsSuspended(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.askColleague("bas@pan.example", by: organisation.member)
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.run(organisation.id, reason: "Klachten.", in: work)
        }
        guard case .notFound = try await join("bas@pan.example", given) else { throw Given.Unexpected("joined") }
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.restore(organisation.id, in: work)
        }
        guard case .setPassword = try await join("bas@pan.example", given) else {
            throw Given.Unexpected("the first try used the link up")
        }
    }

    private func join(_ email: String, _ given: Given, at instant: Instant? = nil) async throws
        -> JoinOrganisation.Outcome
    { try await use(try await given.secret(of: "member_invited", to: email), given, at: instant) }

    private func use(_ token: String, _ given: Given, at instant: Instant? = nil) async throws
        -> JoinOrganisation.Outcome
    {
        try await given.write(by: .visitor(centre: given.centre), at: instant) { work in
            try JoinOrganisation.run(token, in: work)
        }
    }
}
