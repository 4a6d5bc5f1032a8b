import CGMime

/// A mail that somebody, or a machine, sent to us, read by GMime.
package struct ReceivedMail: Sendable, Equatable {
    /// In lower case.
    package let headers: [String: String]
    /// The address in From; empty where there is none.
    package let sender: String
    package let subject: String
    package let messageID: String
    /// What stands in it as text: the plain part, or the one of HTML as a reader would see it.
    package let text: String
    /// Files that came along; they are not kept.
    package let attachments: Int
    /// The type of its outermost part.
    package let type: String
    /// Whether it holds an answer to a question about a calendar, or a report.
    let types: Set<String>

    /// Nesting deeper than people's mail programs write would be read with as many calls inside each other.
    private static let mostMultiparts = 30
    private static let start: Void = cgmime_start()

    /// - Returns: nil when there is no mail in these bytes, or one that no person wrote.
    package init?(_ bytes: [UInt8]) {
        guard Self.multiparts(in: bytes) <= Self.mostMultiparts else { return nil }
        _ = Self.start
        let reading = Reading()
        let read = bytes.withUnsafeBufferPointer { buffer in
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
        guard read != 0 else { return nil }
        headers = reading.headers
        sender = headers["sender address"] ?? ""
        subject = headers["subject"] ?? ""
        messageID = headers["message-id"] ?? ""
        type = headers["body type"] ?? ""
        attachments = reading.attachments
        types = reading.types
        text = reading.plain.isEmpty ? ReadableHTML.text(of: reading.html) : reading.plain
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

        func header(_ name: String, _ value: String) {
            let name = name.lowercased()
            // The first of a name counts; a second Subject is somebody's trick.
            if headers[name] == nil { headers[name] = value }
        }

        func part(_ type: String, _ text: String?, _ isAttachment: Bool) {
            types.insert(type.lowercased())
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
