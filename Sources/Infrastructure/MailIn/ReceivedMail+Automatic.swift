extension ReceivedMail {
    /// Why nobody typed this; nil: somebody did.
    package enum Automatic: String, Sendable {
        /// Says so itself (RFC 3834), or belongs to a list.
        case marked
        /// A notice about a mail that did not arrive, was read, or a calendar's answer.
        case report
        /// Holidays and tickets that only their subject gives away.
        case subject
    }

    /// - Parameter envelopeSender: from MAIL FROM; empty for notices of mail servers.
    package func automatic(envelopeSender: String) -> Automatic? {
        func has(_ name: String, _ words: String...) -> Bool {
            guard let value = headers[name]?.lowercased() else { return false }
            return words.isEmpty || words.contains { value.contains($0) }
        }
        if envelopeSender.isEmpty || type.hasPrefix("multipart/report") || type == "text/calendar"
            || types.contains("message/delivery-status") || types.contains("message/disposition-notification")
            || sender.lowercased().hasPrefix("mailer-daemon@") || sender.lowercased().hasPrefix("postmaster@")
        {
            return .report
        }
        // `X-Auto-Response-Suppress` is no sign: Exchange puts it on what people type.
        if let auto = headers["auto-submitted"]?.lowercased(), !auto.hasPrefix("no") { return .marked }
        if has("precedence", "bulk", "junk", "list", "auto_reply") || has("list-id")
            || has("x-autoreply") || has("x-autorespond") || has("x-auto-reply")
        {
            return .marked
        }
        return Self.isMachines(subject) ? .subject : nil
    }

    private static let openings = [
        "automatisch antwoord", "automatische reactie", "automatic reply", "auto reply", "autoreply", "auto:",
        "out of office", "out of the office", "afwezig:", "afwezigheidsbericht", "afwezigheidsmelding",
        "niet aanwezig:",
        "buiten kantoor", "vacation reply", "undeliverable", "niet bezorgd", "onbestelbaar", "delivery status",
        "mail delivery failed", "read:", "gelezen:", "geaccepteerd:", "accepted:", "réponse automatique",
        "automatische antwort", "abwesend",
    ]

    private static func isMachines(_ subject: String) -> Bool {
        var words = subject.lowercased()
        while let reply = ["re:", "antw:", "aw:", "fwd:", "fw:"].first(where: words.hasPrefix) {
            words = String(words.dropFirst(reply.count).drop { $0 == " " })
        }
        if openings.contains(where: words.hasPrefix) { return true }
        // "Ticket ontvangen [#4711] …": two such systems would answer each other for hours.
        return words.contains(/\[#\s?\d+\]|\[[a-z]+-\d+\]|\bticket\b.{0,40}#\s?\d+/)
    }
}
