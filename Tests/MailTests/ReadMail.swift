import Foundation

/// A message as Python's `email` package reads it.
struct ReadMail: Decodable {
    let subject: String
    let from: [[String]]
    let to: [[String]]
    let replyTo: [[String]]
    let text: String?
    let html: String?
    let headers: [String: String]
    let date: String
    let defects: [String]
    let longestLine: Int
    let bareLineBreaks: Int
    let ascii: Bool

    init(_ bytes: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(
            ReadMail.self, from: run(SMTPServer.python(), [SMTPServer.script("read_mail.py")], input: bytes))
    }
}
