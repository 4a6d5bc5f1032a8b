import Crypto
import Foundation
package import SQL
package import Time

/// How often one address, or one name, may do something within a window. Rows, so that all nodes count together.
///
/// The window slides: what was done in the slot before counts for the part of it that the window still covers, as if it had
/// been spread evenly. With fixed windows whoever waits for the edge may do twice as much at once. Only what is permitted is
/// counted: who keeps trying waits no longer than who stops, and after a whole window of rest nothing counts.
///
/// Keys are HMACs with a key of the day, so that the table tells nobody's address and nothing can be linked over days.
package struct RateLimit: Sendable {
    package let name: String
    package let limit: Int
    package let window: Span

    package init(_ name: String, limit: Int, per window: Span) {
        self.name = name
        self.limit = limit
        self.window = window
    }

    /// Counts one attempt. False when it is one too many.
    package func permits(_ subject: String, secret: [UInt8], now: Instant, in database: any Database) async throws
        -> Bool
    {
        let (slot, expires) = (Slot(now, of: window), now.adding(.hours(24)))
        let (key, before) = (keyHash(subject, slot.number, secret), keyHash(subject, slot.number - 1, secret))
        // Of a slot in which nothing was done within the window, by when its row would go.
        let rested = expires.subtracting(window)
        let limit = limit
        return try await database.write { tx in
            let room = slot.room(limit, earlier: try Self.count(before, after: rested, tx))
            guard room > 0 else { return false }
            let counted = try tx(
                """
                insert into rate_limit (key_hash, count, expires_at) values (\(key), 1, \(expires))
                on conflict (key_hash) do update set count = rate_limit.count + 1, expires_at = excluded.expires_at
                    where rate_limit.count < \(room)
                returning count
                """)
            return !counted.isEmpty
        }
    }

    /// Takes back the attempt that was counted now: it was a good one.
    package func release(_ subject: String, secret: [UInt8], now: Instant, in database: any Database) async throws {
        let key = keyHash(subject, Slot(now, of: window).number, secret)
        try await database.write { tx in
            _ = try tx("update rate_limit set count = count - 1 where key_hash = \(key) and count > 0")
        }
    }

    /// In how many minutes who was refused may try again, if nobody else counts by then.
    package func wait(_ subject: String, secret: [UInt8], now: Instant, in database: any Database) async throws -> Int {
        let slot = Slot(now, of: window)
        let (key, before) = (keyHash(subject, slot.number, secret), keyHash(subject, slot.number - 1, secret))
        let rested = now.adding(.hours(24)).subtracting(window)
        let (earlier, current) = try await database.read { tx in
            (try Self.count(before, after: rested, tx), try Self.count(key, after: rested, tx))
        }
        let last = Int(window.milliseconds / Span.minutes(1).milliseconds)
        return (1...max(last, 1)).first { minutes in
            let then = Slot(now.adding(.minutes(minutes)), of: window)
            return then.number == slot.number
                ? then.room(limit, earlier: earlier) > current : then.room(limit, earlier: current) > 0
        } ?? last
    }

    private static func count(_ key: String, after rested: Instant, _ tx: Transaction) throws -> Int {
        try tx.first("select count from rate_limit where key_hash = \(key) and expires_at > \(rested)")?["count"] ?? 0
    }

    /// A piece of time as long as the window, and how much of it has passed.
    private struct Slot {
        let number: Int64
        let passed: Double

        init(_ now: Instant, of window: Span) {
            number = now.milliseconds / window.milliseconds
            passed = Double(now.milliseconds % window.milliseconds) / Double(window.milliseconds)
        }

        /// How many attempts fit in it until now.
        func room(_ limit: Int, earlier: Int) -> Int {
            Int((Double(limit) - Double(min(earlier, limit)) * (1 - passed)).rounded(.down))
        }
    }

    private func keyHash(_ subject: String, _ slot: Int64, _ secret: [UInt8]) -> String {
        let day = slot * window.milliseconds / Span.days(1).milliseconds
        let dayKey = HMAC<SHA256>.authenticationCode(
            for: Array("rate-limit \(day)".utf8), using: SymmetricKey(data: secret))
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(name) \(slot) \(subject)".utf8), using: SymmetricKey(data: Array(dayKey)))
        return code.prefix(16).hex
    }
}
