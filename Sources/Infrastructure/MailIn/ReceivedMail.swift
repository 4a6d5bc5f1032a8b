import CGMime

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
                    { context, type, text, isAttachment in
                        guard let context, let type else { return }
                        Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
                            .part(String(cString: type), text.map { String(cString: $0) }, isAttachment != 0)
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
        isAmbiguous = reading.froms > 1 || reading.senders > 1
        func begin(_ text: String, _ bytes: Int) -> String {
            text.utf8.count <= bytes ? text : String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
        }
        let isBlank = reading.plain.allSatisfy(\.isWhitespace)
        let read =
            isBlank
            ? ReadableHTML.text(of: begin(reading.html, Self.longestRead)) : begin(reading.plain, Self.longestRead)
        let clean = Self.withoutControls(read)
        words = begin(TypedWords.of(clean), Self.longestKept)
        text = begin(clean.replacing(ReadableHTML.quoteMark, with: ""), Self.longestKept)
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
        var (plain, html) = ("", "")
        var attachments = 0
        var types: Set<String> = []
        /// Headers, and addresses in them.
        var (froms, senders) = (0, 0)

        func header(_ name: String, _ value: String) {
            let name = name.prefix(100).lowercased()
            if name == "sender address" { senders += 1 }
            if name == "from" { froms += 1 }
            guard headers.count < ReceivedMail.mostHeaders else { return }
            let value = String(decoding: value.utf8.prefix(ReceivedMail.longestHeader), as: UTF8.self)
            // The first of a name counts; a second Subject is somebody's trick.
            if headers[name] == nil { headers[name] = value }
        }

        func part(_ type: String, _ text: String?, _ isAttachment: Bool) {
            if types.count < 100 { types.insert(String(type.lowercased().prefix(200))) }
            guard isAttachment || text != nil else { return }
            guard let text, !isAttachment else {
                // A signature of a mail program, or a report of a machine, is no file of the writer.
                let isQuiet =
                    type.contains("signature") || type.contains("delivery-status") || type.contains("calendar")
                if !isQuiet { attachments += 1 }
                return
            }
            if type.lowercased() == "text/plain" {
                plain += plain.isEmpty ? text : "\n" + text
            } else if type.lowercased() == "text/html" {
                html += text
            }
        }
    }
}
