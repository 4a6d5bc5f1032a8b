import Crypto

/// 256 random bits for sessions and links. Only the hash is stored: who reads the database cannot use it.
package struct Token: Sendable {
    package let text: String

    package init(random: RandomBytes) { text = random(32).hex }

    package static func hash(_ text: String) -> String { SHA256.hash(data: Array(text.utf8)).hex }

    package var hash: String { Self.hash(text) }
}

/// Where chance comes from: the system in production, a seed in tests.
package typealias RandomBytes = @Sendable (_ count: Int) -> [UInt8]

package enum SystemRandom {
    package static let bytes: RandomBytes = { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        // Each number is a call of the system: eight bytes at a time.
        while bytes.count < count { withUnsafeBytes(of: generator.next() as UInt64) { bytes += $0 } }
        return Array(bytes.prefix(count))
    }
}
