import ArgumentParser
import Jobs
import Mail
import SQL

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "The mail that waits.", subcommands: [ReleaseMail.self])
}

/// `schakel mail release`: a restored database is the real one; what waits is sent.
struct ReleaseMail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Send the mail that is held since a restore.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try await shared.open()
        let (wasHeld, waiting) = try await installation.database.write { tx in
            let waiting: Int = try tx.first("select count(*) as n from mail where state = 'waiting'")?["n"] ?? 0
            return (try Outbox.release(tx), waiting)
        }
        print(wasHeld ? "\(waiting) mails go out now." : "No mail is held.")
        await installation.database.close()
    }
}
