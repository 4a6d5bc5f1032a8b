import Dispatch
import GivenCentre
import SQL
import Synchronization
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct LogInTests {
    private let password = "drie groene fietsen"

    private func logIn(_ given: Given, _ email: String, _ password: String, in centre: Centre? = nil) async throws
        -> Session?
    {
        let hasher = PasswordHasher(logRounds: 4, random: given.random)
        let use = LogIn(in: given.workroom, hasher: hasher)
        let outcome = try await use(
            email: email, password: password, at: centre ?? given.centre, now: given.now)
        if case .welcome(_, let session) = outcome { return session }
        return nil
    }

    private func giveEverybodyAPassword(_ given: Given) async throws {
        let hash = try await PasswordHasher(logRounds: 4, random: given.random).hash(password)
        try await given.database.write { tx in try tx("update account set password_hash = \(hash)") }
    }

    @Test(arguments: TestEngine.available)
    func everyRefusalIsTheSame(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        #expect(try await logIn(given, organisation.email, password) == nil, "no password yet")
        try await giveEverybodyAPassword(given)
        let before = try await given.counts()
        for (email, password, centre) in [
            ("nobody@x.example", password, given.centre), ("", password, given.centre), ("", "", given.centre),
            (organisation.email, "drie groene fiets", given.centre), (organisation.email, "", given.centre),
        ] {
            #expect(try await logIn(given, email, password, in: centre) == nil, "\(email)")
        }
        #expect(try await given.counts() == before, "no session and no trace is left behind")
    }

    @Test(arguments: TestEngine.available)
    func welcome(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        try await giveEverybodyAPassword(given)
        let member = try await logIn(given, organisation.email.uppercased(), password)
        #expect(member?.organisation?.organisation == organisation.id && member?.staffRole == nil)
        let desk = try await logIn(given, "desk@borne.example", password)
        #expect(desk?.staffRole == .desk && desk?.organisation == nil)
        #expect(try await given.count("session") == 2)
        #expect(try await given.texts("action", of: "audit").suffix(2) == ["session.opened", "session.opened"])
    }

    /// Who has an account may come in everywhere, as somebody who may do nothing there yet but volunteer.
    @Test(arguments: TestEngine.available)
    func elsewhereOneIsNobodyYet(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let waiting = try await given.registeredOrganisation("Nog niet")
        try await giveEverybodyAPassword(given)
        for (email, centre) in [(waiting.email, given.centre), ("administrator@borne.example", given.other)] {
            let session = try #require(try await logIn(given, email, password, in: centre))
            #expect(session.organisation == nil && session.staffRole == nil && session.volunteer == nil)
        }
    }

    @Test func passwordsHaveOneSpelling() async throws {
        let hasher = PasswordHasher(logRounds: 4, random: { SeededBytes(1)($0) })
        let hash = try await hasher.hash("caf\u{e9} met vrienden")
        #expect(try await hasher.verify("cafe\u{301} met vrienden", against: hash))
        #expect(try await !hasher.verify("cafe met vrienden", against: hash))
        for broken in [
            nil, "", "scrypt", "scrypt$4$8$2$$", "scrypt$x$8$2$AAAA$AAAA", "bcrypt$4$8$2$AAAA$AAAA",
            "scrypt$4$8$2$!$AAAA",
        ] {
            #expect(try await !hasher.verify("", against: broken), "\(broken ?? "nil")")
        }
        // The stored parameters decide, so that they can be raised later.
        #expect(try await PasswordHasher(logRounds: 6).verify("caf\u{e9} met vrienden", against: hash))
        let other = PasswordHasher(logRounds: 4)
        #expect(try await other.hash("x") != other.hash("x"), "every hash has its own salt")
    }

    /// Hashing has threads of its own: while both are full it waits, and the threads on which the rest of the program runs do not.
    @Test func hashingMakesNobodyWait() async throws {
        let threads = HashingThreads(2)
        let release = DispatchSemaphore(value: 0)
        for _ in 1...2 { threads.run { release.wait() } }
        let hasher = PasswordHasher(logRounds: 4, threads: threads)
        final class Order: Sendable { let names = Mutex<[String]>([]) }
        let order = Order()
        let hashes = (1...8).map { _ in
            Task {
                _ = try await hasher.hash("drie groene fietsen")
                order.names.withLock { $0.append("hash") }
            }
        }
        for _ in 0..<50 { await Task.detached { await Task.yield() }.value }
        order.names.withLock { $0.append("others") }
        for _ in 1...2 { release.signal() }
        for hash in hashes { try await hash.value }
        #expect(order.names.withLock { $0 } == ["others"] + Array(repeating: "hash", count: 8))
    }
}
