import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What is erased by itself, when, and what stays.
@Suite struct RetentionTests {
    @Test(arguments: TestEngine.available)
    func closedResponsesGoAfterFourWeeks(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let guest = try await given.application(to: vacancy)
        let person = try await given.volunteer()
        let response = try await given.application(of: person, to: vacancy)
        let open = try await given.application(of: try await given.volunteer("Selma Yildiz"), to: vacancy)
        for id in [guest, response] { _ = try await given.decline(id, by: organisation.member) }
        let facts = try await given.count("fact")
        let term = given.now.adding(.days(28))
        #expect(try await erase(given, at: term) == 0, "not on the last day")
        #expect(try await erase(given, at: term.adding(.hours(1))) == 2)
        #expect(try await given.count("application", where: "id = \(open)") == 1)
        #expect(try await given.count("application") == 1)
        #expect(try await given.count("state_change", where: "subject = 'application' and subject_id = \(guest)") == 0)
        #expect(try await given.count("action_link", where: "purpose = 'claim_application'") == 0)
        #expect(try await erase(given, at: term.adding(.hours(1))) == 0, "twice is once")
        #expect(try await given.count("fact") == facts, "figures stay")
        #expect(try await given.count("audit", where: "action = 'application.erased'") == 2)
    }

    @Test(arguments: TestEngine.available)
    func responsesToAClosedVacancyGoToo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        _ = try await given.application(to: vacancy)
        #expect(try await erase(given, at: given.now.adding(.days(60))) == 0, "it waits for an answer still")
        let closed = given.now.adding(.days(60))
        _ = try await given.archive(vacancy, by: organisation.member, at: closed)
        #expect(try await erase(given, at: closed.adding(.days(27))) == 0)
        #expect(try await erase(given, at: closed.adding(.days(29))) == 1)
        #expect(try await given.find(vacancy)?.state == .archived, "the vacancy stays")
    }

    /// A vacancy that never closes keeps nobody for ever who cannot log in to take it back.
    @Test(arguments: TestEngine.available)
    func whatNobodyAnswersEndsAfterAYear(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let guest = try await given.application(to: vacancy)
        let own = try await given.application(of: try await given.volunteer(), to: vacancy)
        #expect(try await erase(given, at: given.now.adding(.days(365))) == 0)
        #expect(try await given.count("application", where: "id = \(guest)") == 1)
        _ = try await erase(given, at: given.now.adding(.days(366)))
        #expect(try await given.count("application", where: "id = \(guest)") == 0)
        #expect(
            try await given.count("application", where: "id = \(own)") == 1, "she has an account, and is asked there")
    }

    @Test(arguments: TestEngine.available)
    func matchesGoAYearAfterTheVacancyClosed(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let response = try await given.application(of: try await given.volunteer(), to: vacancy)
        let match = try await made(given, response, by: organisation.member)
        _ = try await given.archive(vacancy, by: organisation.member)
        #expect(try await erase(given, at: given.now.adding(.days(600))) == 0, "a match that runs keeps everything")
        let ended = given.now.adding(.days(10))
        _ = try await given.end(
            match, on: given.centre.today(ended).adding(days: -1), by: organisation.member, at: ended)
        #expect(try await erase(given, at: ended.adding(.days(364))) == 0)
        #expect(try await erase(given, at: ended.adding(.days(366))) == 1)
        #expect(try await given.count("match") == 0)
        #expect(try await given.count("application") == 0)
    }

    @Test(arguments: TestEngine.available)
    func volunteersAreAskedTwiceAndThenErased(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let person = try await given.volunteer()
        let account = try #require(person.actor.account)
        func kinds() async throws -> [String] {
            try await given.texts("kind", of: "mail", where: "kind like 'volunteer_idle%'")
        }
        #expect(try await ask(given, day: 119) == 0)
        #expect(try await ask(given, day: 120) == 1)
        #expect(try await ask(given, day: 121) == 0, "once")
        #expect(try await kinds() == ["volunteer_idle"])
        #expect(try await ask(given, day: 241) == 1)
        #expect(try await kinds() == ["volunteer_idle", "volunteer_idle_again"])
        let text = try await given.texts("text", of: "mail", where: "kind = 'volunteer_idle_again'").joined()
        #expect(text.contains("op 20 augustus 2027"), "\(text)")
        #expect(try await erase(given, at: day(given, 270)) == 0, "a month after the second question")
        #expect(try await erase(given, at: day(given, 272)) == 1)
        #expect(try await given.count("volunteer") == 0)
        #expect(try await given.count("account", where: "id = \(account)") == 0)
        #expect(try await given.count("mail", where: "to_address = \(person.email)") == 0)
    }

    /// The mail that names the day waits for its server, or came out of a restored database: nobody is erased unheard.
    @Test(arguments: TestEngine.available)
    func whomTheMailDidNotReachStays(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        _ = try await given.volunteer()
        #expect(try await ask(given, day: 121) == 1)
        #expect(try await ask(given, day: 245, mailLeaves: false) == 1)
        #expect(try await erase(given, at: day(given, 300)) == 0)
        let sent = day(given, 301)
        func set(_ state: String, _ attempts: Int) async throws {
            try await given.database.write { tx in
                try tx(
                    "update mail set state = \(state), sent_at = \(sent), attempts = \(attempts) where kind = 'volunteer_idle_again'"
                )
            }
        }
        try await set("failed", 20)
        #expect(try await erase(given, at: day(given, 302)) == 0, "given up, for no reason of hers")
        try await set("sent", 3)
        #expect(try await erase(given, at: day(given, 302)) == 0, "as long after it was sent as the terms say")
        #expect(try await erase(given, at: day(given, 333)) == 1)
    }

    @Test(arguments: TestEngine.available)
    func whoseMailboxIsGoneIsErasedAsWell(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        _ = try await given.volunteer()
        #expect(try await ask(given, day: 121) == 1)
        #expect(try await ask(given, day: 245, mailLeaves: false) == 1)
        try await given.database.write { tx in
            try tx(
                "update mail set state = 'failed', attempts = 1, last_error = '550 5.1.1 unknown' where kind = 'volunteer_idle_again'"
            )
        }
        #expect(try await erase(given, at: day(given, 280)) == 1)
    }

    @Test(arguments: TestEngine.available)
    func whoLogsInOrPressesTheButtonStays(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (one, two) = (try await given.volunteer("Een Persoon"), try await given.volunteer("Twee Persoon"))
        #expect(try await ask(given, day: 121) == 2)
        _ = try await given.session(of: one.actor, at: day(given, 130))
        let secret = try await given.database.read { tx in
            try tx.first("select secret from mail where kind = 'volunteer_idle' and to_address = \(two.email)")
                .map { row -> String in try row["secret"] }
        }
        let token = try #require(secret)
        let kept = try await given.write(by: .visitor(centre: given.centre), at: day(given, 131)) { work in
            try KeepVolunteer.run(token, in: work)
        }
        #expect(kept)
        let again = try await given.write(by: .visitor(centre: given.centre), at: day(given, 132)) { work in
            try KeepVolunteer.run(token, in: work)
        }
        #expect(!again, "a link works once")
        #expect(try await ask(given, day: 245) == 0)
        #expect(try await erase(given, at: day(given, 245)) == 0)
        #expect(try await ask(given, day: 252) == 2, "and begins anew")
    }

    /// Somebody with another hat keeps her account; of an active volunteer nothing goes.
    @Test(arguments: TestEngine.available)
    func anotherHatKeepsTheAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let person = try await given.volunteer()
        let account = try #require(person.actor.account)
        let elsewhere = try await given.write(by: .system(centre: given.other)) { work in
            try BecomeVolunteer.run(account, called: "Happy Unjani", in: work)
        }
        let erased = try await given.write(by: .system(centre: given.centre)) { work in
            try EraseVolunteer.run(person.id, in: work)
        }
        #expect(erased)
        #expect(try await given.count("volunteer") == 1)
        #expect(try await given.count("volunteer", where: "id = \(elsewhere)") == 1)
        #expect(try await given.count("account", where: "id = \(account)") == 1)

        let busy = try await given.volunteer("Druk Persoon")
        let organisation = try await given.organisation()
        let response = try await given.application(of: busy, to: try await given.vacancy(of: organisation))
        _ = try await made(given, response, by: organisation.member)
        #expect(try await ask(given, day: 500) == 0)
    }

    @Test(arguments: TestEngine.available)
    func rejectedRegistrationsMailsAndLogGo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let rejected = try await given.registeredOrganisation("Nee Bedankt")
        _ = try await given.review(.reject(reason: "Commercieel"), rejected.id, by: given.mediator)
        try await given.database.write { tx in
            try tx("update mail set state = 'sent', sent_at = \(given.now) where to_address = \(rejected.email)")
        }
        let mails = try await given.count("mail", where: "state = 'sent'")
        #expect(mails > 0)
        #expect(try await erase(given, at: day(given, 91)) == mails)
        #expect(try await erase(given, at: day(given, 181)) == 1)
        #expect(try await given.count("organisation") == 0)
        #expect(try await given.count("account", where: "email = \(rejected.email)") == 0)
        let log = try await given.count("audit", where: "centre_id = \(given.centre.id) and at <= \(given.now)")
        #expect(try await erase(given, at: day(given, 731)) >= log)
        #expect(try await given.count("audit", where: "at <= \(given.now) and centre_id = \(given.other.id)") > 0)
    }

    /// Anybody may type somebody's address, in capitals or not, and may say that she forgot her password.
    @Test(arguments: TestEngine.available)
    func nobodyElseKeepsAnAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let person = try await given.volunteer()
        let account = try #require(person.actor.account)
        let email = try #require(try await given.texts("email", of: "account", where: "id = \(account)").first)
        let organisation = try await given.organisation()
        _ = try await given.askColleague(email.uppercased(), by: organisation.member)
        try await given.write(by: .system(centre: given.centre)) { work in
            for _ in 1...2 {
                _ = try given.link(.reset, for: account, in: work)
            }
        }
        let erased = try await given.write(by: person.actor) { work in
            try EraseVolunteer.run(person.id, in: work)
        }
        #expect(erased)
        for (table, column) in [("account", "email"), ("mail", "to_address"), ("member_invitation", "email")] {
            #expect(try await given.texts(column, of: table).filter { $0.lowercased() == email }.isEmpty, "\(table)")
        }
    }

    @Test(arguments: TestEngine.available)
    func termsAreTheCentresOwnWithinLimits(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        func change(_ rule: RetentionRule, _ days: Int, by actor: Actor? = nil) async throws -> ChangeRetention.Outcome
        {
            var terms = RetentionTerms()
            terms[rule] = days
            let chosen = terms
            return try await given.write(by: actor ?? given.administrator) { work in
                try ChangeRetention.run(chosen, seen: RetentionTerms(), in: work)
            }
        }
        #expect(try await change(.guestResponse, 29) == .outOfRange(.guestResponse))
        #expect(try await change(.volunteerAsked, 230) == .outOfOrder)
        #expect(try await change(.response, 7, by: given.mediator) == .notFound)
        #expect(try await change(.response, 14, by: given.stranger) == .changed)
        #expect(try await change(.response, 7) == .changed)
        let terms = try await given.database.read { tx in
            (try RetentionQueries.terms(of: given.centre.id, tx), try RetentionQueries.terms(of: given.other.id, tx))
        }
        #expect(terms.0[.response] == 7 && terms.1[.response] == 14, "each at her own centre")
        // Another tab: what it did not touch stays, and what both touched is asked again.
        #expect(try await change(.mail, 80) == .changed)
        guard case .changedMeanwhile(let rules, let now) = try await change(.response, 9) else {
            Issue.record("a colleague's term was overwritten")
            return
        }
        #expect(rules == [.response] && now[.response] == 7 && now[.mail] == 80)
    }

    private func day(_ given: Given, _ days: Int) -> Instant { given.now.adding(.days(days)).adding(.minutes(1)) }

    private func ask(_ given: Given, day days: Int, mailLeaves: Bool = true) async throws -> Int {
        let asked = try await given.write(by: .system(centre: given.centre), at: day(given, days)) { work in
            try AskIdleVolunteers.run(in: work)
        }
        if mailLeaves {
            try await given.database.write { tx in
                try tx(
                    "update mail set state = 'sent', sent_at = created_at where kind = 'volunteer_idle_again' and state = 'waiting'"
                )
            }
        }
        return asked
    }

    /// What the night's run would erase.
    private func erase(_ given: Given, at instant: Instant) async throws -> Int {
        var erased = 0
        for rule in RetentionRule.erasing {
            let counted = try await given.database.read { tx in
                try RetentionQueries.count(
                    rule, try RetentionQueries.terms(of: given.centre.id, tx), in: given.centre.id, now: instant, tx)
            }
            let count = try await given.write(by: .system(centre: given.centre), at: instant) { work in
                try EraseDue.run(rule, in: work)
            }
            #expect(count == min(counted, 200), "the preview counts what goes: \(rule)")
            erased += count
        }
        return erased
    }

    private func made(_ given: Given, _ response: ID<VolunteerCentre.Application>, by actor: Actor) async throws -> ID<
        Match
    > {
        _ = try await given.match(response, by: actor)
        let id = try await given.database.read { tx in
            try tx.first("select id from match where application_id = \(response)").map { row -> ID<Match> in
                try row["id"]
            }
        }
        return try #require(id)
    }
}
