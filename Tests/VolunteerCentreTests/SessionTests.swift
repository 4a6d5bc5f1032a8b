import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct SessionTests {
    private let millisecond = Span(milliseconds: 1)

    private func find(_ given: Given, _ token: Token, in centre: Centre? = nil, at now: Instant) async throws -> (
        Session, stale: Bool
    )? {
        let centre = (centre ?? given.centre).id
        return try await given.database.read { tx in try Session.find(token: token.text, in: centre, now: now, tx) }
    }

    /// Keeps a session in use, every so often, until `end`; answers when it was last alive.
    private func use(_ given: Given, _ token: Token, every step: Span, until end: Instant) async throws -> Instant? {
        var (now, last) = (given.now, Instant?.none)
        while now <= end, let (session, _) = try await find(given, token, at: now) {
            let moment = now
            try await given.database.write { tx in try session.touch(now: moment, tx) }
            last = now
            now = now.adding(step)
        }
        return last
    }

    @Test(arguments: TestEngine.available)
    func idleLimits(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let member = try await given.organisation().member
        for (actor, limit) in [
            (member, Span.hours(2)), (given.desk, .minutes(30)), (given.mediator, .minutes(30)),
            (given.administrator, .minutes(30)),
        ] {
            let token = try await given.session(of: actor)
            let end = given.now.adding(limit)
            #expect(try await find(given, token, at: end.subtracting(millisecond)) != nil)
            #expect(try await find(given, token, at: end) == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func absoluteLimits(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let member = try await given.organisation().member
        for (actor, limit) in [(member, Span.hours(24)), (given.desk, .hours(12))] {
            let token = try await given.session(of: actor)
            let last = try await use(given, token, every: .minutes(29), until: given.now.adding(.hours(30)))
            let end = given.now.adding(limit)
            #expect(try #require(last) < end && #require(last) >= end.subtracting(.minutes(29)))
            #expect(try await find(given, token, at: end) == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func seenIsWrittenOnceAMinute(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let token = try await given.session(of: given.desk)
        #expect(try await find(given, token, at: given.now.adding(.seconds(60)))?.stale == false)
        #expect(try await find(given, token, at: given.now.adding(.seconds(61)))?.stale == true)
        let session = try #require(try await find(given, token, at: given.now)?.0)
        // A late answer of an older request does not turn the clock back.
        for moment in [given.now.adding(.minutes(5)), given.now.adding(.minutes(2))] {
            try await given.database.write { tx in try session.touch(now: moment, tx) }
        }
        let seen = try await given.rows("select seen_at from session")
        #expect(try seen.map { try $0["seen_at"] as Instant } == [given.now.adding(.minutes(5))])
    }

    @Test(arguments: TestEngine.available)
    func onlyHereAndOnlyWithTheToken(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let token = try await given.session(of: given.desk)
        #expect(try await find(given, token, in: given.other, at: given.now) == nil)
        let stored = try await given.texts("token_hash", of: "session")
        #expect(stored == [token.hash] && token.text.utf8.count == 64)
        let withHash = try await given.database.read { tx in
            try Session.find(token: token.hash, in: given.centre.id, now: given.now, tx)
        }
        #expect(withHash == nil)
        try await given.database.write { tx in try Session.close(token: token.text, tx) }
        #expect(try await find(given, token, at: given.now) == nil)
    }

    @Test(arguments: TestEngine.available)
    func rightsAreReadEachTime(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let token = try await given.session(of: organisation.member)
        #expect(try await find(given, token, at: given.now)?.0.organisation?.organisation == organisation.id)
        try await given.database.write { tx in try tx("update organisation set state = 'suspended'") }
        #expect(try await find(given, token, at: given.now)?.0.organisation == nil)
        let desk = try await given.session(of: given.desk)
        try await given.database.write { tx in try tx("delete from centre_role where role = 'desk'") }
        #expect(try await find(given, desk, at: given.now)?.0.staffRole == nil)
    }

    @Test(arguments: TestEngine.available)
    func theDeadArePurged(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        _ = try await given.session(of: given.desk)
        _ = try await given.session(of: given.desk, at: given.now.subtracting(.hours(13)))
        try await given.database.write { tx in try Session.purge(now: given.now, tx) }
        #expect(try await given.count("session") == 1)
    }
}
