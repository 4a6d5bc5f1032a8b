/// One conversation with a mail server: what it says, and what it is answered.
struct MailTalk {
    private let receiver: MailPort.Receiver
    private var lines: MailLines
    /// After LHLO each recipient gets an answer of its own at the end.
    private var isLMTP = false
    private var sender: String?
    private var recipients: [String] = []
    private(set) var isOver = false

    init(receiver: MailPort.Receiver, lines: MailLines) {
        (self.receiver, self.lines) = (receiver, lines)
    }

    /// - Returns: nil when the other side has gone.
    mutating func next() async throws -> [String]? {
        guard let line = try await lines.next() else { return nil }
        guard line.count <= MailLines.longest else { return ["500 5.5.2 That line is too long"] }
        let text = String(decoding: line, as: UTF8.self)
        switch text.prefix(4).uppercased() {
        case "LHLO":
            isLMTP = true
            return hello()
        case "EHLO": return hello()
        case "HELO": return ["250 schakel"]
        case "MAIL": return from(text)
        case "RCPT": return try await to(text)
        case "DATA": return try await data()
        case "RSET":
            reset()
            return ["250 2.0.0 Forgotten"]
        case "NOOP": return ["250 2.0.0 Here"]
        case "VRFY": return ["252 2.5.0 Send it and see"]
        case "QUIT":
            isOver = true
            return ["221 2.0.0 Goodbye"]
        default: return ["500 5.5.1 What?"]
        }
    }

    private func hello() -> [String] {
        [
            "250-schakel", "250-8BITMIME", "250-SMTPUTF8", "250-ENHANCEDSTATUSCODES", "250-PIPELINING",
            "250 SIZE \(MailPort.largest)",
        ]
    }

    private mutating func reset() { (sender, recipients) = (nil, []) }

    private mutating func from(_ text: String) -> [String] {
        guard let path = Self.path(text) else { return ["501 5.5.4 MAIL FROM:<address>"] }
        if let size = text.firstMatch(of: /(?i)\bSIZE=(\d+)/), (Int(size.output.1) ?? .max) > MailPort.largest {
            return ["552 5.3.4 That is too large. Leave the attachments out, or answer on the page"]
        }
        reset()
        sender = path
        return ["250 2.1.0 Go on"]
    }

    private mutating func to(_ text: String) async throws -> [String] {
        guard sender != nil else { return ["503 5.5.1 MAIL first"] }
        guard let path = Self.path(text) else { return ["501 5.5.4 RCPT TO:<address>"] }
        guard recipients.count < MailPort.recipients else { return ["452 4.5.3 Too many recipients"] }
        do {
            guard try await receiver.knows(path) else { return ["550 5.1.1 Nobody has this address"] }
        } catch { return ["451 4.3.0 Try again later"] }
        recipients.append(path)
        return ["250 2.1.5 Go on"]
    }

    private mutating func data() async throws -> [String] {
        guard let sender, !recipients.isEmpty else { return ["503 5.5.1 RCPT first"] }
        // The one answer that comes before the other side goes on.
        pending = (sender, recipients)
        return ["354 End with a point"]
    }

    private var pending: (sender: String, recipients: [String])?

    /// After `354` was said: the mail itself.
    mutating func body() async throws -> [String]? {
        guard let (sender, recipients) = pending else { return [] }
        pending = nil
        var (mail, isTooLarge, afterProperEnd): ([UInt8], Bool, Bool) = ([], false, true)
        while true {
            guard var line = try await lines.next() else { return nil }
            if line == [0x2E], lines.endedProperly, afterProperEnd { break }
            if line.first == 0x2E, afterProperEnd { line.removeFirst() }
            afterProperEnd = lines.endedProperly
            guard !isTooLarge, mail.count + line.count + 2 <= MailPort.largest else {
                (mail, isTooLarge) = ([], true)
                continue
            }
            mail += line
            mail += [0x0D, 0x0A]
        }
        reset()
        var replies: [String] = []
        for recipient in recipients {
            if isTooLarge {
                replies.append("552 5.3.4 That is too large. Leave the attachments out, or answer on the page")
                continue
            }
            do {
                switch try await receiver.take(mail, sender, recipient) {
                case .kept: replies.append("250 2.0.0 Kept")
                case .unreadable: replies.append("554 5.6.0 This mail cannot be read")
                case .unknown: replies.append("550 5.1.1 Nobody has this address")
                case .later: replies.append("451 4.3.0 Try again later")
                }
            } catch { replies.append("451 4.3.0 Try again later") }
        }
        // SMTP has one answer for all: what one of them could not take is sent again, and kept once.
        return isLMTP ? replies : [replies.first { !$0.hasPrefix("250") } ?? "250 2.0.0 Kept"]
    }

    /// Between `<` and `>`.
    private static func path(_ text: String) -> String? {
        guard let begin = text.firstIndex(of: "<"), let end = text[begin...].firstIndex(of: ">") else { return nil }
        let path = text[text.index(after: begin)..<end]
        return path.utf8.count <= 320 ? String(path) : nil
    }
}
