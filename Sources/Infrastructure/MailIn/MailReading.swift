import Foundation
import Subprocess

/// Reads mails of strangers in a process of its own with limits of time and memory: what makes a library of C call itself a hundred
/// thousand times, or take gigabytes, ends that process and no other.
package struct MailReading: Sendable {
    /// Nothing can be read now: the machine has no process left, or the program is not there.
    package struct Unavailable: Error {}

    /// `PROGRAM read-mail FILE` prints the mail as JSON.
    package static let command = "read-mail"

    private let program: String

    /// - Parameter program: our own; in tests the one that was built.
    package init(program: String) { self.program = program }

    /// - Returns: nil when this is no mail that a person sent.
    package func callAsFunction(_ bytes: [UInt8]) async throws -> ReceivedMail? {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("schakel-mail-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        // A mail of ten megabytes takes a second and 300 MB; of these two gigabytes most is address space that nobody touches.
        let limits = ["--kill-after=1", "20", "prlimit", "--cpu=5", "--as=2000000000", "--core=0", program]
        let result = try? await Subprocess.run(
            .name("timeout"), arguments: Arguments(limits + [Self.command, file.path]),
            environment: .inherit, output: .bytes(limit: 4_000_000), error: .discarded)
        guard let result else { throw Unavailable() }
        switch result.terminationStatus {
        case .exited(0): return try JSONDecoder().decode(ReceivedMail?.self, from: Data(result.standardOutput))
        case .exited(126), .exited(127): throw Unavailable()
        default: return nil
        }
    }
}
