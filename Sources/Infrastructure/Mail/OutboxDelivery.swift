package import Jobs
package import SQL
import Synchronization
package import Time

/// Sends the mails of the outbox: handlers for a `Worker`.
///
///     Worker(database, handlers: [Outbox.job: delivery.handler], deadLetters: [Outbox.job: delivery.deadLetter], …)
package struct OutboxDelivery: Sendable {
    private let client: SMTPClient
    private let envelopeSender: String
    private let isOwed: @Sendable (OutboxMail, Instant, Transaction) throws -> Bool
    private let accepted = Accepted()

    /// - Parameters:
    ///   - envelopeSender: where refusals after acceptance go (Return-Path); empty for nowhere.
    ///   - isOwed: whether a mail with a premise is still needed when its turn comes.
    package init(
        client: SMTPClient, envelopeSender: String,
        isOwed: @escaping @Sendable (OutboxMail, Instant, Transaction) throws -> Bool
    ) {
        self.client = client
        self.envelopeSender = envelopeSender
        self.isOwed = isOwed
    }

    package var handler: JobHandler {
        { job in
            let id = try job.payload(DeliverMail.self).mail
            // Gone or out already: this is the second run of a job whose first could not tell that it succeeded.
            guard let mail = try await Waiting.load(id, job.database) else { return }
            if !accepted.contains(id), try await isNeedless(mail.row, job) { return }
            do {
                if !accepted.contains(id) {
                    try await client.send(try mail.bytes(now: job.now), from: envelopeSender, to: mail.row.toAddress)
                    accepted.insert(id)
                }
            } catch {
                // Words for people; the state follows when the worker gives the job up.
                let reason = "\(error)"
                try await job.database.write { tx in
                    try tx.run(
                        """
                        update mail set attempts = attempts + 1, last_error = \(reason)
                        where id = \(id) and state = 'waiting'
                        """
                    )
                }
                if case .refused = error as? SMTPFailure { throw JobFailure.refused(reason) }
                throw error
            }
            try await record(id, job)
            accepted.remove(id)
        }
    }

    /// Mail that waited out an outage asks nobody for what was done meanwhile.
    private func isNeedless(_ mail: OutboxMail, _ job: JobContext) async throws -> Bool {
        guard mail.premise != nil,
            try await !job.database.read({ tx in try isOwed(mail, job.now, tx) })
        else { return false }
        try await job.database.write { tx in
            try tx.run(
                "update mail set state = 'needless' where id = \(mail.id) and state = 'waiting'")
        }
        return true
    }

    /// The server has it: that must be written down, however long the database is away. The lease is renewed meanwhile.
    private func record(_ id: ID<OutboxMail>, _ job: JobContext) async throws {
        var pause = Duration.seconds(1)
        for attempt in 1... {
            do {
                return try await job.database.write { tx in
                    try tx.run(
                        """
                        update mail set state = 'sent', sent_at = \(job.now), attempts = attempts + 1,
                            last_error = null, secret = null
                        where id = \(id)
                        """)
                }
            } catch  where attempt < Self.recordings {
                try await Task.sleep(for: pause)
                pause = min(pause * 2, .seconds(60))
            }
        }
    }

    /// About a quarter of an hour; what was accepted is remembered longer, as long as this process lives.
    private static let recordings = 20

    package var deadLetter: DeadLetterHandler {
        { job, reason, tx in
            let id = try job.payload(DeliverMail.self).mail
            try tx.run(
                "update mail set state = 'failed', last_error = \(reason) where id = \(id) and state = 'waiting'")
        }
    }
}

/// Mails that the server has and the database does not know of yet: whoever takes their jobs again here sends nothing twice.
private final class Accepted: Sendable {
    private let ids = Mutex<Set<ID<OutboxMail>>>([])

    func contains(_ id: ID<OutboxMail>) -> Bool { ids.withLock { $0.contains(id) } }
    func insert(_ id: ID<OutboxMail>) { ids.withLock { _ = $0.insert(id) } }
    func remove(_ id: ID<OutboxMail>) { ids.withLock { _ = $0.remove(id) } }
}

/// A mail on its way out: the only place where the secret meets the bodies.
private struct Waiting: Sendable {
    let row: OutboxMail
    private let secret: String?

    static func load(_ id: ID<OutboxMail>, _ database: any Database) async throws -> Waiting? {
        try await database.read { tx in
            try tx.first("select \(OutboxMail.columns), secret from mail where id = \(id) and state = 'waiting'")
                .map { Waiting(row: try OutboxMail($0), secret: try $0["secret"]) }
        }
    }

    /// Throws `JobFailure.permanent` for a row that cannot become a message.
    func bytes(now: Instant) throws(JobFailure) -> [UInt8] {
        guard let messageID = MessageID(row.messageID) else { throw .permanent("the Message-ID is malformed") }
        var headers: [MailHeader] = [.autoGenerated, .contentLanguage(row.language)]
        if let original = row.inReplyTo.flatMap(MessageID.init) {
            headers += [.inReplyTo(original), .references([original])]
        }
        let secret = secret ?? ""
        if let link = row.unsubscribe {
            headers.append(
                .listUnsubscribe(address: link.address + (link.endsInSecret ? secret : ""), oneClick: true))
        }
        var replyTo: MailAddress?
        if let address = row.replyTo, !address.isEmpty {
            replyTo = try mailbox(address, row.fromName, "the reply address")
        }
        let message = MailMessage(
            messageID: messageID, from: try mailbox(row.fromAddress, row.fromName, "the sender's address"),
            replyTo: replyTo, to: try mailbox(row.toAddress, row.toName, "the recipient's address"),
            subject: row.subject,
            text: row.text.filled(with: secret), html: row.html?.filled(with: secret), headers: headers, date: now)
        return MIME.encode(message)
    }

    private func mailbox(_ address: String, _ name: String, _ role: String) throws(JobFailure) -> MailAddress {
        do { return try MailAddress(address, name: name) } catch { throw .permanent("\(role) is not a mail address") }
    }
}
