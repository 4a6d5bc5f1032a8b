import SQL
import TestSupport
import Testing
import Time
import Web

@Suite struct RateLimitTests {
    /// The table as the domain's migrations make it.
    private static let migrations = [
        Migration(
            1, "rate limits",
            [
                """
                create table rate_limit (
                    key_hash \(.text) primary key, count \(.int) not null, expires_at \(.int) not null
                ) \(.strict)
                """
            ])
    ]

    private let secret = Array("secret".utf8)
    /// A noon, so that the hours after it are of the same day.
    private let noon = Instant(milliseconds: 20_778 * 86_400_000 + 43_200_000)

    @Test(arguments: TestEngine.available)
    func onlySoManyWithinTheWindow(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("log-in", limit: 3, per: .minutes(15))
        func permits(_ subject: String, _ now: Instant, _ limit: RateLimit) async throws -> Bool {
            try await limit.permits(subject, secret: secret, now: now, in: db)
        }
        for _ in 0..<3 { #expect(try await permits("1.1.1.1", noon, limit)) }
        for _ in 0..<3 { #expect(try await !permits("1.1.1.1", noon.adding(.minutes(14)), limit)) }
        #expect(try await permits("1.1.1.2", noon, limit))
        #expect(try await permits("1.1.1.1", noon, RateLimit("reset", limit: 1, per: .minutes(15))))
        // The page says that waiting a whole window helps.
        #expect(try await permits("1.1.1.1", noon.adding(.minutes(15)), limit))
        #expect(try await permits("1.1.1.1", noon.adding(.days(1)), limit))
    }

    /// Whoever waits for the edge of the window gains nothing: eleven guesses of which any number came before it.
    @Test(arguments: TestEngine.available)
    func theEdgeOfTheWindowGivesNothingAway(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("log-in-pair", limit: 10, per: .minutes(15))
        for before in 0...10 {
            var answers: [Bool] = []
            for n in 0...10 {
                let now = noon.adding(.seconds((n - before) * 2 + 1))
                answers.append(try await limit.permits("somebody \(before)", secret: secret, now: now, in: db))
            }
            #expect(answers == Array(repeating: true, count: 10) + [false], "\(before) before the edge")
        }
    }

    /// What was refused counts for nothing: an office behind one address is let in as often as before, and nobody is kept out
    /// by trying, her own or somebody else's.
    @Test(arguments: TestEngine.available)
    func whoKeepsTryingIsLetInAgain(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("log-in", limit: 10, per: .minutes(15))
        var permitted = [0, 0, 0, 0]
        for minute in 0..<60 {
            let now = noon.adding(.minutes(minute))
            if try await limit.permits("office", secret: secret, now: now, in: db) { permitted[minute / 15] += 1 }
        }
        #expect(permitted[0] == 10 && permitted.dropFirst().allSatisfy { (8...10).contains($0) }, "\(permitted)")
    }

    @Test(arguments: TestEngine.available)
    func aDayThatBeganYesterdayCountsWholly(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("invitations", limit: 20, per: .hours(24))
        for _ in 0..<20 { #expect(try await limit.permits("a", secret: secret, now: noon.adding(.hours(11)), in: db)) }
        #expect(try await !limit.permits("a", secret: secret, now: noon.adding(.hours(12)), in: db))
        #expect(try await !limit.permits("a", secret: secret, now: noon.adding(.hours(13)), in: db))
        #expect(try await limit.permits("a", secret: secret, now: noon.adding(.hours(35)), in: db))
    }

    @Test(arguments: TestEngine.available)
    func allCountTogether(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("log-in", limit: 20, per: .minutes(15))
        let permitted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { try await limit.permits("1.1.1.1", secret: secret, now: noon, in: db) }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(permitted == 20)
        #expect(
            try await db.read { tx in try tx("select count from rate_limit").map { try $0["count"] as Int } } == [20])
    }

    @Test(arguments: TestEngine.available)
    func theTableKnowsNobody(_ engine: TestEngine) async throws {
        let db = try await engine.database(migrations: Self.migrations)
        let limit = RateLimit("log-in", limit: 3, per: .minutes(15))
        for subject in ["192.0.2.77", "jan@voorbeeld.nl"] {
            for day in 0..<2 {
                _ = try await limit.permits(subject, secret: secret, now: noon.adding(.days(day)), in: db)
            }
        }
        let rows = try await db.read { tx in try tx("select * from rate_limit") }
        #expect(rows.count == 4)
        let dump = rows.map { "\($0.values)" }.joined()
        for name in ["192", "0.2.77", "jan", "voorbeeld", "log-in"] { #expect(!dump.contains(name)) }
        for row in rows {
            let key: String = try row["key_hash"]
            #expect(key.utf8.count == 32)
        }
        let expiries: Set<Instant> = try Set(rows.map { try $0["expires_at"] })
        #expect(expiries == [noon.adding(.hours(24)), noon.adding(.hours(48))])
        // Another installation's rows for the same people are other rows.
        _ = try await limit.permits("192.0.2.77", secret: Array("other".utf8), now: noon, in: db)
        #expect(try await db.read { tx in try tx("select key_hash from rate_limit").count } == 5)
    }
}
