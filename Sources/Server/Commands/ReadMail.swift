import ArgumentParser
import Foundation
import MailIn

/// `schakel read-mail FILE`: prints what stands in a mail, for the process that takes mails (see `MailReading`).
struct ReadMail: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: MailReading.command, abstract: "Print what stands in a mail.", shouldDisplay: false)

    @Argument(help: "The mail.") var file: String

    func run() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        FileHandle.standardOutput.write(try JSONEncoder().encode(ReceivedMail(bytes)))
    }
}
