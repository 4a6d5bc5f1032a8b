import Foundation
import Logging
import MailIn
import SQL
import ServiceLifecycle
import Time
import VolunteerCentre

/// Takes answers by plain mail from the mail server beside it (`SCHAKEL_RELAY_LISTEN`).
enum RelayPort {
    static func make(
        _ address: (host: String, port: Int), _ relay: RelayAddress.Relay, _ workroom: Workroom, logger: Logger,
        wakeWorker: @escaping @Sendable () -> Void
    ) -> MailPort {
        let read = MailReading(program: Bundle.main.executablePath ?? CommandLine.arguments[0])
        let receiver = MailPort.Receiver(
            knows: { recipient in
                guard let address = RelayAddress(recipient, at: relay) else { return false }
                return try await workroom.database.read { tx in try ReceiveReply.knows(address, tx) } != nil
            },
            take: { bytes, sender, recipient in
                do {
                    guard let address = RelayAddress(recipient, at: relay),
                        let centre = try await workroom.database.read({ tx in try ReceiveReply.knows(address, tx) })
                    else { return .unknown }
                    guard let mail = try await read(bytes) else {
                        logger.notice(
                            "a mail could not be read, and was refused", metadata: ["bytes": "\(bytes.count)"])
                        return .unreadable
                    }
                    let outcome = try await workroom.write(by: .system(centre: centre), at: Instant.systemNow()) {
                        work in
                        try ReceiveReply.run(mail, from: sender, to: address, in: work)
                    }
                    wakeWorker()
                    logger.info("a mail was taken", metadata: ["outcome": "\(outcome?.rawValue ?? "gone")"])
                    return outcome == nil ? .unknown : outcome == .full ? .later : .kept
                } catch {
                    logger.error(
                        "a mail could not be taken; its server sends it again", metadata: ["error": "\(error)"])
                    return .later
                }
            })
        return MailPort(host: address.host, port: address.port, receiver: receiver, logger: logger)
    }
}
