import Foundation
import Media
import Subprocess

/// Reads mails of strangers in a process of its own with limits of time and memory: what makes a library of C call itself a hundred
/// thousand times, or take gigabytes, ends that process and no other.
package struct MailReading: Sendable {
    /// Nothing can be read now: the machine has no process left, or the program is not there.
    package struct Unavailable: Error {}

    /// `PROGRAM read-mail FILE` prints the mail as JSON.
    package static let command = "read-mail"

    private let program: String
    /// Each takes up to 300 MB for a second.
    private let turnstile = Turnstile(places: 3)

    /// Where programs and libraries are found, and the language of nobody.
    private static let environment: [Environment.Key: String] = {
        let inherited = ProcessInfo.processInfo.environment
        var own: [Environment.Key: String] = ["LC_ALL": "C.UTF-8"]
        own["PATH"] = inherited["PATH"] ?? "/usr/bin:/bin"
        own["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
        return own
    }()

    /// - Parameter program: our own; in tests the one that was built.
    package init(program: String) { self.program = program }

    /// - Returns: nil when this is no mail that a person sent.
    package func callAsFunction(_ bytes: [UInt8]) async throws -> ReceivedMail? {
        // Named as `LeftFiles` of pictures and pages are, which sweeps these too.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "schakel-mail-\(getpid())-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        // A mail of ten megabytes takes a second and 300 MB; of these two gigabytes most is address space that nobody touches.
        let limits = ["--kill-after=1", "20", "prlimit", "--cpu=10", "--as=2000000000", "--core=0", program]
        let result = try? await turnstile.pass {
            try await Subprocess.run(
                .name("timeout"), arguments: Arguments(limits + [Self.command, file.path]),
                // Nothing of our settings: a password of the database is no business of who reads strangers' mails.
                environment: .custom(Self.environment), output: .bytes(limit: 4_000_000), error: .discarded)
        }
        guard let result else { throw Unavailable() }
        switch result.terminationStatus {
        case .exited(0): return try JSONDecoder().decode(ReceivedMail?.self, from: Data(result.standardOutput))
        // 124: a busy machine; the mail server sends it again. What takes long by itself meets the limit of the processor first.
        case .exited(124), .exited(126), .exited(127): throw Unavailable()
        default: return nil
        }
    }
}
