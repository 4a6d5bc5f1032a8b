import Crypto
import Foundation
package import SQL
package import Time

/// How often one address, or one name, may do something within a window. Rows, so that all nodes count together.
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
        let key = keyHash(subject, secret: secret, now: now)
        let expires = now.adding(.hours(24))
        let limit = limit
        let count: Int = try await database.write { tx in
            let rows = try tx(
                """
                insert into rate_limit (key_hash, count, expires_at) values (\(key), 1, \(expires))
                on conflict (key_hash) do update set count = rate_limit.count + 1 returning count
                """)
            return try rows.first.map { try $0["count"] } ?? 1
        }
        return count <= limit
    }

    private func keyHash(_ subject: String, secret: [UInt8], now: Instant) -> String {
        let day = now.milliseconds / Span.days(1).milliseconds
        let dayKey = HMAC<SHA256>.authenticationCode(
            for: Array("rate-limit \(day)".utf8), using: SymmetricKey(data: secret))
        let slot = now.milliseconds / window.milliseconds
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(name) \(slot) \(subject)".utf8), using: SymmetricKey(data: Array(dayKey)))
        return code.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
