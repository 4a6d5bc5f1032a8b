import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Nobody works for an organisation without having said yes, and nobody is taken away from her own.
@Suite struct JoinOrganisationTests {
    @Test(arguments: TestEngine.available)
    func anInvitationGivesAndTellsNothing(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (own, other) = (try await given.organisation("Weekend"), try await given.organisation("De Grijpers"))
        let before = try await given.counts()
        #expect(try await given.askColleague(own.email, "Ilse misschien", as: .owner, by: other.member) == .done)
        let after = try await given.counts()
        for table in ["account", "organisation_member", "session", "credential_link"] {
            #expect(after[table] == before[table], "\(table)")
        }
        #expect(try await organisation(of: own.member, in: given) == own.id)
        let asked = try await given.database.read { tx in
            try MemberInvitation.open(of: other.id, in: given.centre.id, now: given.now, tx)
        }
        #expect(asked.map(\.name) == ["Ilse misschien"] && asked.map(\.email) == [own.email])
        let mail = try await given.texts("text", of: "mail", where: "kind = 'member_invited'").last ?? ""
        #expect(mail.contains("De Grijpers vraagt of je meewerkt") && !mail.contains("Anna de Vries"))
    }

    @Test(arguments: TestEngine.available)
    func whoHasAnOrganisationKeepsIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (own, other) = (try await given.organisation("Weekend"), try await given.organisation("De Grijpers"))
        _ = try await given.askColleague(own.email, by: other.member)
        guard case .setPassword = try await join(own.email, given) else { throw Given.Unexpected("not joined") }
        #expect(try await organisation(of: own.member, in: given) == own.id, "the one she works for longest")
        #expect(try await given.count("organisation_member") == 3)
        // Also where an organisation with a lower number claims her in another way.
        let first = try await given.organisation("Later")
        try await given.database.write { tx in
            try tx(
                """
                insert into organisation_member (centre_id, organisation_id, account_id, role, position, phone, created_at)
                values (\(given.centre.id), \(own.id), \(first.member.account), 'editor', '', '', \(given.now))
                """)
        }
        #expect(try await organisation(of: first.member, in: given) == first.id)
    }

    @Test(arguments: TestEngine.available)
    func yesIsOnceAndOnlyInTime(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for email in ["bas@pan.example", "laat@pan.example", "weg@pan.example"] {
            #expect(try await given.askColleague(email, by: organisation.member) == .done)
        }
        guard case .setPassword = try await join("bas@pan.example", given) else {
            throw Given.Unexpected("no password")
        }
        guard case .notFound = try await join("bas@pan.example", given) else { throw Given.Unexpected("twice") }
        guard case .notFound = try await join("laat@pan.example", given, at: given.now.adding(.days(15))) else {
            throw Given.Unexpected("after two weeks")
        }
        let open = try await given.database.read { tx in
            try MemberInvitation.open(of: organisation.id, in: given.centre.id, now: given.now, tx)
        }
        #expect(open.map(\.email) == ["laat@pan.example", "weg@pan.example"])
        let last = try #require(open.last)
        let other = try await given.organisation("Anderen")
        func takeBack(by actor: Actor) async throws -> ChangeMembers.Outcome {
            try await given.write(by: actor) { work in
                try ChangeMembers.takeBack(last.id, in: work)
            }
        }
        #expect(try await takeBack(by: other.member) == .notFound)
        #expect(try await takeBack(by: organisation.member) == .done)
        guard case .notFound = try await join("weg@pan.example", given) else { throw Given.Unexpected("taken back") }
        let later = try await given.database.read { tx in
            try MemberInvitation.open(of: organisation.id, in: given.centre.id, now: given.now.adding(.days(15)), tx)
        }
        #expect(later.isEmpty)
    }

    /// Asked again is one invitation, and who is a member already gets another role.
    @Test(arguments: TestEngine.available)
    func askingAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.askColleague("bas@pan.example", "Bas", by: organisation.member)
        let colleague = try await given.colleague("bas@pan.example", "Bas Bakker", of: organisation)
        #expect(try await given.askColleague("BAS@pan.example", as: .owner, by: organisation.member) == .roleChanged)
        let account = try #require(colleague.account)
        #expect(
            try await given.texts("role", of: "organisation_member", where: "account_id = \(account)") == ["owner"])
        #expect(try await given.count("member_invitation") == 0)
    }

    /// A colleague of the centre helped an organisation for a while.
    @Test(arguments: TestEngine.available)
    func endingTakesOnlyWhatItGave(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.colleague("mediator@borne.example", of: organisation)
        let session = try await given.session(of: given.mediator)
        let account = try #require(given.mediator.account)
        let removed = try await given.write(by: organisation.member) { work in
            try HandOver.remove(account, handingTo: nil, in: work)
        }
        #expect(removed == .done)
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0
        }
        #expect(found?.staffRole == .mediator && found?.organisation == nil)
    }

    /// Who reads the mail of one spelling reads that of all. `STRAẞE` looks like one and is not: its mail goes to `strasse`.
    @Test(arguments: TestEngine.available)
    func oneMailboxIsOneAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let own = try await given.organisation("Weekend", email: "truus@straße.example")
        let other = try await given.organisation("De Grijpers")
        for spelling in ["truus@STRA\u{DF}E.example", "Truus@xn--strae-oqa.example", "truus@straße。example"] {
            #expect(try await given.askColleague(spelling, by: other.member) == .done)
            #expect(try await given.count("member_invitation") == 1, "\(spelling)")
            let found = try await given.database.read { tx in
                try AccountQueries.find(email: spelling, in: given.centre.id, tx)?.id
            }
            #expect(found == own.member.account, "\(spelling)")
        }
        guard case .setPassword = try await join("truus@straße。example", given) else {
            throw Given.Unexpected("not joined")
        }
        #expect(try await given.askColleague("truus@straẞe.example", by: other.member) == .done)
        guard case .setPassword = try await join("truus@straẞe.example", given) else { throw Given.Unexpected("ẞ") }
        #expect(try await organisation(of: own.member, in: given) == own.id)
    }

    /// Whoever registers an organisation types an address, which need not be hers.
    @Test(arguments: TestEngine.available)
    func anAdmissionTakesNobodyAway(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let claim = try await given.registeredOrganisation("De Grijpers", email: "truus@weekend.example")
        let later = given.now.adding(.days(1))
        let own = try await given.organisation("Weekend", email: "truus@weekend.example", at: later)
        #expect(try await given.review(.approve, claim.id, by: given.mediator, at: later.adding(.days(1))) == .done)
        #expect(claim.member.account == own.member.account)
        #expect(try await organisation(of: own.member, in: given) == own.id)
    }

    /// With whom she goes, go her questions to others: nobody would know who asked.
    @Test(arguments: TestEngine.available)
    func whoLeavesInvitesNobody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let colleague = try await given.colleague("bas@pan.example", as: .owner, of: organisation)
        _ = try await given.askColleague("vriend@pan.example", by: colleague)
        _ = try await given.askColleague("nieuw@pan.example", by: organisation.member)
        let account = try #require(colleague.account)
        let removed = try await given.write(by: organisation.member) { work in
            try HandOver.remove(account, handingTo: nil, in: work)
        }
        #expect(removed == .done)
        guard case .notFound = try await join("vriend@pan.example", given) else { throw Given.Unexpected("joined") }
        guard case .setPassword = try await join("nieuw@pan.example", given) else { throw Given.Unexpected("refused") }
    }

    private func join(_ email: String, _ given: Given, at instant: Instant? = nil) async throws
        -> JoinOrganisation.Outcome
    {
        let token = try await given.secret(of: "member_invited", to: email)
        return try await given.write(by: .visitor(centre: given.centre), at: instant ?? given.now) { work in
            try JoinOrganisation.run(token, in: work)
        }
    }

    private func organisation(of actor: Actor, in given: Given) async throws -> ID<Organisation>? {
        let session = try await given.session(of: actor)
        return try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0.organisation?.organisation
        }
    }
}
