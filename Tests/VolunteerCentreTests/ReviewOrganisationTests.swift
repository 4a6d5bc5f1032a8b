import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

@Suite struct ReviewOrganisationTests {
    @Test(arguments: TestEngine.available)
    func approvalSendsALinkAndIsCounted(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.registeredOrganisation("De Warme Pan")
        let links = try await given.count("credential_link")
        #expect(try await given.review(.approve, organisation.id, by: given.mediator) == .done)

        let mail = try #require(try await given.rows("select * from mail where kind = 'organisation_approved'").first)
        let (address, secret, text): (String, String, String) = (
            try mail["to_address"], try mail["secret"], try mail["text"]
        )
        #expect(address == organisation.email)
        // The token stands beside the body, and the database keeps only its hash.
        #expect(text.contains("http://borne.localhost:8080/wachtwoord/instellen/\n") && !text.contains(secret))
        #expect(try await given.count("credential_link") == links + 1)
        #expect(try await given.texts("token_hash", of: "credential_link").last == Token.hash(secret))
        let standing = try await given.database.read { tx in
            try CredentialLink.standing(token: secret, in: given.centre.id, now: given.now, tx)
        }
        guard case .usable(let link) = standing else {
            Issue.record("\(standing)")
            return
        }
        #expect(link.purpose == .invitation && link.email == organisation.email)

        let facts = try await given.rows("select * from fact")
        #expect(facts.count == 1)
        #expect(try facts.first?["kind"] == "organisation_approved" && facts.first?["date"] == "2026-11-21")
        #expect(try facts.first?["municipality"] == "Borne")
        #expect(try await given.texts("action", of: "audit").last == "organisation.approved")
        #expect(try await given.texts("to_state", of: "state_change") == ["registered", "approved"])
    }

    @Test(arguments: TestEngine.available)
    func refusalSaysWhy(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.registeredOrganisation("De Warme Pan")
        let links = try await given.count("credential_link")
        #expect(
            try await given.review(
                .reject(reason: "Wij werken niet buiten Borne."), organisation.id, by: given.administrator) == .done)
        let mail = try #require(
            try await given.rows("select text, html from mail where kind = 'organisation_rejected'").first)
        #expect(try (mail["text"] as String).contains("Wij werken niet buiten Borne."))
        #expect(try await given.count("fact") == 0)
        #expect(try await given.count("credential_link") == links)
        #expect(try await given.texts("reason", of: "state_change").last == "Wij werken niet buiten Borne.")
        #expect(
            try await given.review(.approve, organisation.id, by: given.administrator) == .alreadyReviewed(.rejected))
    }

    @Test(arguments: TestEngine.available)
    func twiceIsOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.registeredOrganisation("De Warme Pan")
        let outcomes = try await withThrowingTaskGroup(of: ReviewOrganisation.Outcome.self) { group in
            for actor in [given.mediator, given.administrator, given.mediator] {
                group.addTask {
                    try await given.review(ReviewOrganisation.Verdict.approve, organisation.id, by: actor)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .done } == 1)
        #expect(outcomes.count { $0 == .alreadyReviewed(.approved) } == 2)
        #expect(try await given.count("fact") == 1)
        #expect(try await given.count("mail", where: "kind = 'organisation_approved'") == 1)
        #expect(
            try await given.review(.reject(reason: "x"), organisation.id, by: given.mediator)
                == .alreadyReviewed(.approved))
    }

    @Test(arguments: TestEngine.available)
    func whoMayNotReviewFindsNothing(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.registeredOrganisation("De Warme Pan")
        let before = try await given.counts()
        let visitor = Actor.visitor(centre: given.centre)
        for actor in [given.desk, given.stranger, organisation.member, visitor] {
            for verdict in [ReviewOrganisation.Verdict.approve, .reject(reason: "x")] {
                #expect(try await given.review(verdict, organisation.id, by: actor) == .notFound)
            }
        }
        #expect(try await given.review(ReviewOrganisation.Verdict.approve, 999, by: given.administrator) == .notFound)
        #expect(try await given.counts() == before)
    }

    @Test(arguments: TestEngine.available)
    func whoHasAPasswordGetsNoLink(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.registeredOrganisation("De Warme Pan")
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where id = \(organisation.member.account)")
        }
        let links = try await given.count("credential_link")
        #expect(try await given.review(.approve, organisation.id, by: given.administrator) == .done)
        #expect(try await given.texts("kind", of: "mail").last == "organisation_approved_known_account")
        #expect(try await given.count("credential_link") == links)
    }

    @Test(arguments: TestEngine.available)
    func invitationsAreRenewed(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        func renew(_ actor: Actor) async throws -> Int? {
            try await given.write(by: actor) { work in
                try RenewInvitation.run(organisation.id, in: work)
            }
        }
        #expect(try await renew(given.mediator) == 1)
        #expect(try await given.count("mail", where: "kind = 'organisation_approved'") == 2)
        #expect(try await renew(given.desk) == nil)
        #expect(try await renew(given.stranger) == nil)
        try await given.database.write { tx in try tx("update account set password_hash = 'x'") }
        #expect(try await renew(given.mediator) == 0)
    }
}
