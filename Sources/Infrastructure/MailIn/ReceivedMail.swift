import CGMime
import Foundation

/// A mail that somebody, or a machine, sent to us, read by GMime.
package struct ReceivedMail: Sendable, Equatable, Codable {
    /// In lower case.
    package let headers: [String: String]
    /// The address in From; empty where there is none.
    package let sender: String
    package let subject: String
    package let messageID: String
    /// What stands in it as text: the plain part, or the one of HTML as a reader would see it; the beginning of a long one.
    package let text: String
    /// What was typed of that.
    package let words: String
    /// Several From headers, or addresses in one: another mail server may have checked another one than we read.
    package let isAmbiguous: Bool
    /// It was longer than is kept.
    package let isCut: Bool
    /// Files that came along; they are not kept.
    package let attachments: Int
    /// The type of its outermost part.
    package let type: String
    /// Whether it holds an answer to a question about a calendar, or a report.
    let types: Set<String>

    /// Bytes of text that are read of one mail, and that are kept of it.
    private static let longestRead = 200_000
    private static let longestKept = 16_000
    private static let longestHeader = 2000
    private static let longestPart = 3_000_000
    /// The walk hands over three hundred, and two of its own.
    private static let mostHeaders = 310
    /// Nesting deeper than people's mail programs write would be read with as many calls inside each other.
    private static let mostMultiparts = 30
    private static let start: Void = cgmime_start()

    /// - Returns: nil when there is no mail in these bytes, or one that no person wrote.
    package init?(_ bytes: [UInt8]) {
        guard Self.multiparts(in: bytes) <= Self.mostMultiparts else { return nil }
        // Text of C ends there, and what somebody typed after it would be lost.
        let bytes = bytes.map { $0 == 0 ? 0x20 : $0 }
        _ = Self.start
        let reading = Reading()
        let isMail = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                cgmime_read(
                    characters.baseAddress, characters.count, Unmanaged.passUnretained(reading).toOpaque(),
                    { context, name, value in
                        guard let context, let name, let value else { return }
                        Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
                            .header(String(cString: name), String(cString: value))
                    },
                    { context, type, text, isAttachment, group in
                        guard let context, let type else { return }
                        Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
                            .part(
                                String(cString: type), text.map { String(cString: $0) }, isAttachment != 0, Int(group))
                    })
            }
        }
        guard isMail != 0 else { return nil }
        headers = reading.headers
        sender = headers["sender address"] ?? ""
        subject = headers["subject"] ?? ""
        messageID = headers["message-id"] ?? ""
        type = headers["body type"] ?? ""
        attachments = reading.attachments
        types = reading.types
        isAmbiguous = reading.froms > 1 || reading.senders > 1 || !Self.isPlain(headers["from"] ?? "", sender)
        let clean = Self.withoutControls(Self.beginning(of: reading.text, Self.longestRead))
        let typed = TypedWords.of(clean)
        words = Self.beginning(of: typed, Self.longestKept)
        isCut = words.utf8.count < typed.utf8.count || clean.utf8.count >= Self.longestRead
        text = Self.beginning(of: clean.replacing(ReadableHTML.quoteMark, with: ""), Self.longestKept)
    }

    /// Signs that steer a terminal or turn the direction of a text, which forms drop too.
    private static func withoutControls(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x09: kept.append(scalar)
            case 0x0D: break
            case 0...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF9...0xFFFB:
                break
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func beginning(of text: String, _ bytes: Int) -> String {
        text.utf8.count <= bytes ? text : String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
    }

    /// Whether From is one address and a name at most. Of anything else a server that checks the sender may read another one than we.
    private static func isPlain(_ from: String, _ sender: String) -> Bool {
        let typed = from.trimmingCharacters(in: .whitespacesAndNewlines)
        let address =
            typed.hasSuffix(">") ? String(typed.dropLast().split(separator: "<").last ?? "") : typed
        return !sender.isEmpty && address.lowercased() == sender.lowercased()
            && address.count(where: { $0 == "@" }) == 1
            && !address.contains { $0.isWhitespace || ";,<>\"\\()".contains($0) }
            && !address.unicodeScalars.contains(where: isDisguise)
    }

    /// What IDNA drops or takes for another sign: a server that checks the sender may read another domain.
    private static func isDisguise(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x180B...0x180F, 0x200B...0x200F, 0x2024, 0x2060...0x206F, 0x3002, 0xFE00...0xFE0F, 0xFE52,
            0xFEFF,
            0xFF00...0xFFEF:
            true
        default: false
        }
    }

    /// How often a part within parts is announced.
    private static func multiparts(in bytes: [UInt8]) -> Int {
        let wanted = Array("multipart/".utf8)
        var (count, index) = (0, 0)
        while index + wanted.count <= bytes.count {
            if wanted.indices.allSatisfy({ (bytes[index + $0] | 0x20) == wanted[$0] | 0x20 }) {
                count += 1
                index += wanted.count
            } else {
                index += 1
            }
        }
        return count
    }

    private final class Reading {
        var headers: [String: String] = [:]
        /// The texts in their order. Of a group that says one thing in several ways the plain one counts, unless it only says that there
        /// is another.
        private var texts: [(group: Int, isHTML: Bool, text: String)] = []
        var attachments = 0
        var types: Set<String> = []
        /// Headers, and addresses in them.
        var (froms, senders) = (0, 0)

        func header(_ name: String, _ value: String) {
            let name = ReceivedMail.beginning(of: name, 100).lowercased()
            if name == "sender address" { senders += 1 }
            if name == "from" { froms += 1 }
            guard headers.count < ReceivedMail.mostHeaders else { return }
            let value = ReceivedMail.beginning(of: value, ReceivedMail.longestHeader)
            // The first of a name counts; a second Subject is somebody's trick.
            if headers[name] == nil { headers[name] = value }
        }

        var text: String {
            var parts: [String] = []
            for (place, one) in texts.enumerated() {
                let others = one.group == 0 ? [] : texts.filter { $0.group == one.group }
                let first = texts.firstIndex { $0.group == one.group } ?? place
                guard one.group == 0 || first == place else { continue }
                parts.append(others.isEmpty ? Self.read(one) : Self.best(of: others))
            }
            return parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
        }

        private static func read(_ one: (group: Int, isHTML: Bool, text: String)) -> String {
            one.isHTML ? ReadableHTML.text(of: one.text) : one.text
        }

        private static func best(of forms: [(group: Int, isHTML: Bool, text: String)]) -> String {
            let plain = forms.filter { !$0.isHTML }.map(\.text).joined(separator: "\n")
            let marked = forms.filter(\.isHTML)
            let isStub = plain.utf8.count < 200 && !marked.isEmpty
            guard isStub else { return plain }
            let html = marked.map { read($0) }.joined(separator: "\n")
            return html.split(whereSeparator: \.isWhitespace).count > 2
                * plain.split(whereSeparator: \.isWhitespace).count
                ? html : plain
        }

        func part(_ type: String, _ text: String?, _ isAttachment: Bool, _ group: Int) {
            let type = ReceivedMail.beginning(of: type, 200).lowercased()
            if types.count < 100 { types.insert(type) }
            guard isAttachment || text != nil else { return }
            guard let text, !isAttachment else {
                // A signature of a mail program, or a report of a machine, is no file of the writer.
                let isQuiet =
                    type.contains("signature") || type.contains("delivery-status") || type.contains("calendar")
                if !isQuiet { attachments += 1 }
                return
            }
            guard type.hasPrefix("text/"), type != "text/calendar", texts.count < 200 else { return }
            texts.append((group, type == "text/html", ReceivedMail.beginning(of: text, ReceivedMail.longestPart)))
        }
    }
}
