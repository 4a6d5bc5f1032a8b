import Crypto
import CryptoExtras
import Foundation
import Synchronization

/// scrypt with the parameters stored beside the hash: `scrypt$16$8$2$salt$key`, base64.
///
/// N = 2^16, r = 8, p = 2 costs 64 MiB and about 0.3 s of a core, so no more than two run at once; who finds 64 waiting is
/// refused at once instead of holding a request for half a minute.
package final class PasswordHasher: Sendable {
    package struct Busy: Error {}

    private let logRounds: Int
    private let parallelism: Int
    private let random: RandomBytes
    private let threads: HashingThreads
    private let waiting = Atomic(0)
    private static let longestQueue = 64

    /// - Parameter logRounds: 16 in production; tests lower it, since the stored parameters decide when checking.
    package init(
        logRounds: Int = 16, parallelism: Int = 2, random: @escaping RandomBytes = SystemRandom.bytes,
        threads: HashingThreads = .shared
    ) {
        self.threads = threads
        self.logRounds = logRounds
        self.parallelism = parallelism
        self.random = random
    }

    package func hash(_ password: String) async throws -> String {
        let salt = random(16)
        let (rounds, parallelism) = (logRounds, parallelism)
        return try await onQueue {
            let key = try Self.derive(password, salt: salt, logRounds: rounds, blockSize: 8, parallelism: parallelism)
            return
                "scrypt$\(rounds)$8$\(parallelism)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
        }
    }

    /// False also for no hash at all, after the same work: the time must not tell who has an account.
    package func verify(_ password: String, against stored: String?) async throws -> Bool {
        let parts = (stored ?? "").split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let block = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let key = Data(base64Encoded: parts[5])
        else {
            _ = try await hash(password)
            return false
        }
        let derived = try await onQueue {
            try Self.derive(password, salt: Array(salt), logRounds: rounds, blockSize: block, parallelism: parallelism)
        }
        // Compared without an early exit, by hashing both.
        return SHA256.hash(data: derived) == SHA256.hash(data: key)
    }

    private func onQueue<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.longestQueue else {
            waiting.subtract(1, ordering: .relaxed)
            throw Busy()
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        return try await withCheckedThrowingContinuation { continuation in
            threads.run { continuation.resume(with: Result(catching: work)) }
        }
    }

    private static func derive(
        _ password: String, salt: [UInt8], logRounds: Int, blockSize: Int, parallelism: Int
    ) throws -> [UInt8] {
        // Same characters, same password: people type é in more than one way.
        let normal = password.precomposedStringWithCompatibilityMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Array(normal.utf8), salt: salt, outputByteCount: 32, rounds: 1 << logRounds, blockSize: blockSize,
            parallelism: parallelism, maxMemory: (1 << logRounds) * blockSize * 256)
        return key.withUnsafeBytes { Array($0) }
    }
}
