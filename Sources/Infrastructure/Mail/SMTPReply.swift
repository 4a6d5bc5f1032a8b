import CCurl

/// The last answer of the server, with the lines of a long one joined.
struct SMTPReply {
    private(set) var code: Int?
    private(set) var text = ""
    private var goesOn = false

    /// `250-first`, `250 last`. The answer to QUIT (221) says nothing about the message and is left out.
    mutating func add(_ line: UnsafeRawBufferPointer) {
        guard line.count >= 3, let number = Int(String(decoding: line.prefix(3), as: UTF8.self)), number != 221 else {
            return
        }
        let words = String(decoding: line.dropFirst(4).prefix(500), as: UTF8.self).asOneLine
        text = goesOn && text.utf8.count < 1000 ? "\(text) \(words)" : words
        code = number
        goesOn = line.count > 3 && line[3] == UInt8(ascii: "-")
    }

    /// It takes nothing with our sender's address, or nothing from us for others: every mail would get this answer. That the
    /// message is too large (552, 5.3.4) is said at the sender's address too. For relaying and for lists of senders there is no code
    /// of its own: their words tell.
    func refusesUs(_ step: SMTPStep) -> Bool {
        switch step {
        case .sender: code != 552 && !text.hasPrefix("5.3.4")
        case .receiver:
            says(Self.ours + ["relay", "blocked using", "spamhaus", "blocklist", "block list", "blacklist"])
        case .message: says(Self.ours)
        }
    }

    /// About who sends, not about who would get it: too much in a day, not logged in, a name or a signature that is not ours.
    private static let ours = [
        "sending quota", "sending limit", "sending rate", "daily limit", "not authenticated", "authentication required",
        "helo command rejected", "helo rejected", "dmarc", "sender policy", "spf check", "spf fail", "dkim",
    ]

    private func says(_ words: [String]) -> Bool { words.contains(where: text.lowercased().contains) }
}

/// How far a sending came.
enum SMTPStep { case sender, receiver, message }

extension SMTPFailure {
    /// Reads libcurl's result together with the server's last answer.
    static func of(_ code: CURLcode, _ words: String, _ reply: SMTPReply, _ step: SMTPStep) -> SMTPFailure {
        let isAboutUs = [
            CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL,
        ].contains(code)
        guard let number = reply.code, (400...599).contains(number) else {
            return isAboutUs ? .configuration(text: words) : .temporary(code: nil, text: words)
        }
        guard number >= 500 else { return .temporary(code: number, text: reply.text) }
        // 530, 534, 535 and 538 ask for a log-in or encryption. A 5xx before MAIL is about us too: libcurl reports
        // refusals of MAIL, RCPT and DATA as a failed sending, and one after the message as a strange answer.
        let isAboutMessage = code == CURLE_SEND_ERROR || step == .message
        guard !isAboutUs, isAboutMessage, ![530, 534, 535, 538].contains(number), !reply.refusesUs(step) else {
            return .configuration(text: "\(number) \(reply.text)")
        }
        return .refused(code: number, text: reply.text)
    }
}
