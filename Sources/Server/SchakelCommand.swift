import ArgumentParser
import Foundation

@main
struct SchakelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schakel", abstract: "The platform of a volunteer centre.",
        subcommands: [
            Serve.self, Work.self, Migrate.self, BackupCommand.self, RestoreCommand.self, Doctor.self, Demo.self,
            CentreCommand.self,
            StaffCommand.self, ScheduleCommand.self, MailCommand.self, KeyCommand.self,
        ])
}

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(name: .long, help: "A file of KEY=value lines; the environment wins.")
    var config: String?

    /// Opens the installation, or ends with what is wrong.
    func open() async throws -> Installation {
        do {
            return try await Installation.open(try Configuration.read(file: config))
        } catch {
            throw Ended("\(error)")
        }
    }
}

/// Ends the command with one clear line and exit code 1.
struct Ended: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
