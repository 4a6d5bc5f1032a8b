import Foundation
import Synchronization

/// Gives messages to a mail server. Each `send` has a thread of its own, because libcurl blocks; up to four connections
/// are kept for the next messages.
package struct SMTPClient: Sendable {
    /// Time limits, in milliseconds where nothing else is said. A silent server may hold a thread for twice the total,
    /// until it answers QUIT.
    package struct Limits: Sendable {
        package var connect: Int
        package var total: Int
        /// Seconds after which an unused connection is given up: mail servers hang up on idle clients after minutes.
        package var idle: Int

        package init(connect: Int = 10_000, total: Int = 60_000, idle: Int = 20) {
            self.connect = connect
            self.total = total
            self.idle = idle
        }
    }

    package let settings: SMTPSettings
    private let limits: Limits
    private let idle = IdleTransfers()

    package init(_ settings: SMTPSettings, limits: Limits = Limits()) {
        self.settings = settings
        self.limits = limits
    }

    /// Returns once the server said that it has the message. `from` is the envelope sender, empty for the null sender.
    package func send(_ bytes: [UInt8], from: String, to: String) async throws(SMTPFailure) {
        // The envelope is lines of a protocol: nothing goes in that is not an address.
        guard from.isEmpty || (try? MailAddress(from))?.address == from else {
            throw .configuration(text: "the envelope sender is not an address")
        }
        guard let recipient = try? MailAddress(to) else { throw .refused(code: 553, text: "not a mail address") }
        try await onThread {
            idle.send(bytes, from: from, to: recipient.address, settings: settings, limits: limits)
        }
    }

    /// Whether the server takes us: connection, TLS and password are tried, nothing is sent.
    package func check() async throws(SMTPFailure) {
        try await onThread {
            SMTPTransfer(settings, limits)?.probe() ?? .failure(.configuration(text: "libcurl cannot be started"))
        }
    }

    private func onThread(_ work: @escaping @Sendable () -> Result<Void, SMTPFailure>) async throws(SMTPFailure) {
        let result = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.name = "smtp"
            thread.start()
        }
        try result.get()
    }
}

/// The connections between messages. A transfer is used by one thread at a time: whoever takes it out.
private final class IdleTransfers: Sendable {
    private let transfers = Mutex<[SMTPTransfer]>([])

    func send(
        _ bytes: [UInt8], from: String, to: String, settings: SMTPSettings, limits: SMTPClient.Limits
    ) -> Result<Void, SMTPFailure> {
        if let used = transfers.withLock({ $0.popLast() }) {
            let attempt = used.send(bytes, from: from, to: to)
            if case .success = attempt.result { keep(used) }
            // A kept connection may have died meanwhile. Before the server asked for the message nothing is sent twice.
            guard case .failure(.temporary(nil, _)) = attempt.result, !attempt.uploadBegan else {
                return attempt.result
            }
        }
        guard let fresh = SMTPTransfer(settings, limits) else {
            return .failure(.temporary(code: nil, text: "libcurl could not start"))
        }
        let attempt = fresh.send(bytes, from: from, to: to)
        if case .success = attempt.result { keep(fresh) }
        return attempt.result
    }

    private func keep(_ transfer: SMTPTransfer) {
        transfers.withLock { if $0.count < 4 { $0.append(transfer) } }
    }
}
