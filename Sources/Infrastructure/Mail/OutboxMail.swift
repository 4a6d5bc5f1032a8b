import Jobs
package import SQL
package import Time

/// `waiting` also while it is being tried again; `failed` when the server refused it or it was given up; `needless` when what it
/// says was settled before it could leave.
package enum MailState: String, SQLValue, CaseIterable {
    case waiting, sent, failed, needless
}

/// Why a mail is not out, read from the server's words. Those are for who looks after the server.
package enum MailTrouble: Sendable {
    /// It is tried again by itself.
    case notYet
    /// Tried for three days: most often the matter of the settings, or of a mail server that was away.
    case givenUp
    case noSuchAddress, isFull, refused
    /// What it says was settled before it could leave.
    case needless
}

/// A mail of the outbox as its readers see it: bodies know where the secret goes, never the secret itself.
package struct OutboxMail: Sendable, Equatable {
    package let id: ID<OutboxMail>
    package let centre: Int64?
    package let key: String
    package let messageID: String
    package let kind: String
    package let language: String
    package let toName: String
    package let toAddress: String
    package let fromName: String
    package let fromAddress: String
    package let replyTo: String?
    package let subject: String
    package let text: MailBody
    package let html: MailBody?
    package let inReplyTo: String?
    package let unsubscribe: MailLink?
    /// What must still be true when it leaves.
    package let premise: String?
    package let state: MailState
    package let createdAt: Instant
    package let sentAt: Instant?
    package let attempts: Int
    /// In the server's words where it said something.
    package let lastError: String?

    /// Whether `Outbox.retry` does something.
    package var canRetry: Bool { state == .failed }

    package var trouble: MailTrouble? {
        if state == .needless { return .needless }
        guard let lastError else { return nil }
        if state == .waiting { return .notYet }
        if attempts >= Worker.attempts { return .givenUp }
        // Enhanced status codes (RFC 3463): addresses and mailboxes.
        let words = lastError.dropFirst(4)
        if ["5.1.1", "5.1.2", "5.1.3", "5.1.10"].contains(words.prefix { $0 != " " }) { return .noSuchAddress }
        return words.hasPrefix("5.2.2") || lastError.hasPrefix("552 ") ? .isFull : .refused
    }

    static let columns: SQL = """
        id, centre_id, key, message_id, kind, language, to_name, to_address, from_name, from_address, reply_to,
        subject, text, text_places, html, html_places, in_reply_to, unsubscribe, unsubscribe_secret, premise, state,
        created_at, sent_at, attempts, last_error
        """

    init(_ row: Row) throws {
        id = try row["id"]
        centre = try row["centre_id"]
        key = try row["key"]
        messageID = try row["message_id"]
        kind = try row["kind"]
        language = try row["language"]
        toName = try row["to_name"]
        toAddress = try row["to_address"]
        fromName = try row["from_name"]
        fromAddress = try row["from_address"]
        replyTo = try row["reply_to"]
        subject = try row["subject"]
        text = MailBody(try row["text"], storedPlaces: try row["text_places"])
        let htmlPlaces: String = try row["html_places"]
        html = (try row["html"] as String?).map { MailBody($0, storedPlaces: htmlPlaces) }
        inReplyTo = try row["in_reply_to"]
        let endsInSecret: Bool = try row["unsubscribe_secret"]
        unsubscribe = (try row["unsubscribe"] as String?).map { MailLink($0, endsInSecret: endsInSecret) }
        premise = try row["premise"]
        state = try row["state"]
        createdAt = try row["created_at"]
        sentAt = try row["sent_at"]
        attempts = try row["attempts"]
        lastError = try row["last_error"]
    }
}
