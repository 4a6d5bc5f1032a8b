import Foundation
import MailIn
import Testing

/// Replies as mail programs write them, judged by somebody who had not seen how they are read.
@Suite struct RepliesTests {
    private struct Reply: Decodable {
        let file: String, kind: String
        let contains: [String], lacks: [String]
        let text: String?
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Support/replies")

    private static func replies() throws -> [Reply] {
        try JSONDecoder().decode([Reply].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    }

    private func mail(_ file: String) throws -> ReceivedMail? {
        ReceivedMail(Array(try Data(contentsOf: Self.folder.appending(path: file))))
    }

    private func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func peopleAreUnderstood() throws {
        var exact = 0
        for reply in try Self.replies() where reply.kind == "answer" {
            let mail = try #require(try mail(reply.file))
            #expect(mail.automatic(envelopeSender: "truus@mail.example") == nil, "\(reply.file)")
            let words = mail.words
            for part in reply.contains {
                #expect(folded(words).contains(folded(part)), "\(reply.file) lost \(part): \(words)")
            }
            for part in reply.lacks {
                #expect(!folded(words).contains(folded(part)), "\(reply.file) kept \(part): \(words)")
            }
            #expect(!TypedWords.isOnlyGreeting(words), "\(reply.file)")
            if let text = reply.text {
                if folded(text) == folded(words) {
                    exact += 1
                } else {
                    print("REPLY \(reply.file): [\(words)] wanted [\(text)]")
                }
            }
        }
        print("REPLY exact \(exact)")
    }

    @Test func whoSaysNothingSaysNothing() throws {
        for reply in try Self.replies() where reply.kind == "empty" {
            let words = try #require(try mail(reply.file)).words
            #expect(words.isEmpty || TypedWords.isOnlyGreeting(words), "\(reply.file): \(words)")
        }
    }

    @Test func machinesAreKnown() throws {
        for reply in try Self.replies() where reply.kind == "automatic" {
            let text = try String(decoding: Data(contentsOf: Self.folder.appending(path: reply.file)), as: UTF8.self)
            let sender = text.contains("Return-Path: <>") ? "" : "x@mail.example"
            #expect(try mail(reply.file)?.automatic(envelopeSender: sender) != nil, "\(reply.file)")
        }
    }

    @Test func oddMailsBreakNothing() throws {
        for reply in try Self.replies() where reply.kind == "odd" {
            _ = try mail(reply.file)?.words
        }
        #expect(ReceivedMail([]) == nil || ReceivedMail([])?.text == "")
        let nested = (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
        #expect(ReceivedMail(Array("MIME-Version: 1.0\r\n\(nested)".utf8)) == nil)
    }
}
