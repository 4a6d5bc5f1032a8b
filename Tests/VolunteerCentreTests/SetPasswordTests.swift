import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct SetPasswordTests {
    private let password = "drie groene fietsen"

    private func set(
        _ token: String, _ given: Given, password: String? = nil, in centre: Centre? = nil, at now: Instant? = nil
    )
        async throws -> SetPassword.Outcome
    {
        let use = SetPassword(in: given.workroom, hasher: PasswordHasher(logRounds: 4, random: given.random))
        return try await use(
            token: token, password: password ?? self.password, at: centre ?? given.centre, now: now ?? given.now)
    }

    private func link(_ purpose: CredentialLink.Purpose, _ given: Given, _ organisation: GivenOrganisation) async throws
        -> String
    {
        let account = try #require(organisation.member.account)
        return try await given.write(by: .system(centre: given.centre)) { work in
            try given.link(purpose, for: account, in: work).text
        }
    }

    private func standing(_ outcome: SetPassword.Outcome) -> CredentialLink.Standing? {
        if case .link(let standing) = outcome { standing } else { nil }
    }

    @Test(arguments: TestEngine.available)
    func aLinkWorksOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let old = try await given.session(of: organisation.member)
        let token = try await link(.invitation, given, organisation)
        guard case .welcome(let session, _) = try await set(token, given) else {
            Issue.record("refused")
            return
        }
        let found = try await given.database.read { tx in
            (
                try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0,
                try Session.find(token: old.text, in: given.centre.id, now: given.now, tx)?.0
            )
        }
        #expect(found.0?.organisation?.organisation == organisation.id)
        #expect(found.1 == nil, "sessions from before are closed")
        #expect(standing(try await set(token, given)) == .used)
        #expect(try await given.texts("action", of: "audit").last == "password.set")
        let hash = try #require(try await given.texts("password_hash", of: "account").last)
        #expect(hash.hasPrefix("scrypt$4$8$2$") && !hash.contains(password))
    }

    /// A mailbox is told what its owner may not have done; who asked for her first password by mail knows.
    @Test(arguments: TestEngine.available)
    func theMailboxIsTold(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        func told() async throws -> [String] {
            try await given.texts("to_address", of: "mail", where: "kind = 'password_set'")
        }
        _ = try await set(try await link(.invitation, given, organisation), given)
        let first = try await told().count
        _ = try await set(try await link(.reset, given, organisation), given, at: given.now.adding(.minutes(1)))
        let second = try await told()
        #expect(second.last == organisation.email && second.count == first + 1)
        // The mail of a response, passed on: whoever holds it makes the account.
        let vacancy = try await given.vacancy(of: organisation)
        _ = try await given.application(to: vacancy)
        let token = try await given.secret(of: "application_received_guest", to: "piet@mail.example")
        let claimed = try await given.write(by: .visitor(centre: given.centre)) { work in
            try ClaimApplication.run(token, by: .writer, in: work)
        }
        guard case .setPassword(let password) = claimed else { throw Given.Unexpected(claimed) }
        _ = try await set(password.text, given)
        #expect(try await told().last == "piet@mail.example")
        let text = try #require(try await given.texts("text", of: "mail", where: "kind = 'password_set'").last)
        #expect(text.contains("Was jij het niet?") && text.contains("/wachtwoord/vergeten"))
    }

    /// Who used the account until now asked for another address, and waits with the button until its owner has a new password.
    @Test(arguments: TestEngine.available)
    func anAddressThatWasAskedForEnds(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let account = try #require(organisation.member.account)
        let asked = try await given.write(by: organisation.member) { work in
            try AddressChange.ask("aanvaller@elders.example", of: account, in: work)
        }
        #expect(asked == .sent)
        let token = try await given.secret(of: "address_asked", to: "aanvaller@elders.example")
        _ = try await set(try await link(.reset, given, organisation), given)
        let outcome = try await given.write(by: .visitor(centre: given.centre)) { work in
            try AddressChange.confirm(token, in: work)
        }
        guard case .notFound = outcome else { throw Given.Unexpected(outcome) }
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == [organisation.email])
    }

    @Test(arguments: TestEngine.available)
    func linksEnd(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let millisecond = Span(milliseconds: 1)
        for (purpose, life) in [(CredentialLink.Purpose.invitation, Span.days(14)), (.reset, .minutes(60))] {
            let late = try await link(purpose, given, organisation)
            #expect(standing(try await set(late, given, at: given.now.adding(life))) == .expired(organisation.email))
            let inTime = try await link(purpose, given, organisation)
            let outcome = try await set(inTime, given, at: given.now.adding(life).subtracting(millisecond))
            #expect(standing(outcome) == nil)
        }
        #expect(standing(try await set("", given)) == .unknown)
        #expect(standing(try await set(String(repeating: "0", count: 64), given)) == .unknown)
        let token = try await link(.reset, given, organisation)
        #expect(standing(try await set(Token.hash(token), given)) == .unknown, "the stored hash is no link")
        #expect(standing(try await set(token, given, in: given.other)) == .unknown)
    }

    @Test(arguments: TestEngine.available)
    func ofTwoUsesOneWins(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        for _ in 0..<5 {
            let token = try await link(.invitation, given, organisation)
            let outcomes = try await withThrowingTaskGroup(of: SetPassword.Outcome.self) { group in
                for number in 0..<4 {
                    group.addTask { try await set(token, given, password: "drie groene fietsen \(number)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { standing($0) == .used } == 3)
        }
        #expect(try await given.count("session") == 1)
    }

    @Test(arguments: TestEngine.available)
    func aWeakPasswordLeavesTheLinkUsable(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let token = try await link(.invitation, given, organisation)
        for (weak, refusal) in [
            ("kort", PasswordRule.Refusal.tooShort), (String(repeating: "ab1 ", count: 33), .tooLong),
            ("wachtwoord123", .common),
            ("borneborne12", .common), ("warmepan-borne", .common), ("De Warme Pan 12", .common),
        ] {
            guard case .refused(refusal) = try await set(token, given, password: weak) else {
                Issue.record("\(weak) was not refused as \(refusal)")
                return
            }
        }
        guard case .welcome = try await set(token, given) else {
            Issue.record("the link was used up")
            return
        }
    }

    /// Somebody who resets a password because a mail fell into wrong hands expects that mail to be worthless.
    @Test(arguments: TestEngine.available)
    func otherLinksOfTheAccountEndToo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (first, second) = (try await link(.reset, given, organisation), try await link(.reset, given, organisation))
        _ = try await set(second, given)
        let outcome = try await set(first, given)
        #expect(standing(outcome) == .used)
    }

    @Test(arguments: TestEngine.available)
    func resets(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let waiting = try await given.registeredOrganisation("Nog niet")
        func ask(_ email: String, in centre: Centre? = nil, at now: Instant? = nil) async throws {
            try await given.write(by: .system(centre: centre ?? given.centre), at: now ?? given.now) { work in
                try RequestReset.run(email: email, in: work)
            }
        }
        let before = try await given.counts()
        try await ask("nobody@x.example")
        try await ask(waiting.email)
        try await ask(organisation.email, in: given.other)
        #expect(try await given.counts() == before)
        try await ask(organisation.email.uppercased())
        try await ask(organisation.email)
        #expect(try await given.count("mail", where: "kind = 'password_reset'") == 1)
        try await ask(organisation.email, at: given.now.adding(.minutes(3)))
        #expect(try await given.count("mail", where: "kind = 'password_reset'") == 2)
        // Who used her link and forgot again need not wait.
        try await given.database.write { tx in try tx("update credential_link set used_at = \(given.now)") }
        try await ask(organisation.email, at: given.now.adding(.minutes(4)))
        #expect(try await given.count("mail", where: "kind = 'password_reset'") == 3)
        try await ask("desk@borne.example")
        #expect(try await given.count("mail", where: "kind = 'password_reset'") == 4)
    }
}
