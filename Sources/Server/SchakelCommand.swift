import ArgumentParser
import Composition
import Foundation

@main
struct SchakelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schakel", abstract: "The platform of a volunteer centre.",
        version: "0.1.0, \(Capabilities.all.migrations.count) migrations",
        subcommands: [
            Serve.self, Work.self, Migrate.self, BackupCommand.self, RestoreCommand.self, Doctor.self, Demo.self,
            CentreCommand.self,
            StaffCommand.self, ScheduleCommand.self, MailCommand.self, KeyCommand.self, ReadMail.self,
        ])
}

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(name: .long, help: "A file of KEY=value lines; the environment wins.")
    var config: String?

    /// Opens the installation, or ends with what is wrong.
    /// - Parameter makesDatabase: see `Installation.open`.
    func open(makesDatabase: Bool = false) async throws -> Installation {
        do {
            return try await Installation.open(try Configuration.read(file: config), makesDatabase: makesDatabase)
        } catch let error as Ended {
            throw error
        } catch {
            throw Ended("\(error)")
        }
    }
}

/// Tools that turn logs or watch processes send these signals, and to be ended by them would be their default.
func ignoreOddSignals() { for signal in [SIGHUP, SIGUSR1, SIGUSR2] { Foundation.signal(signal, SIG_IGN) } }

/// Ends the command with one clear line and exit code 1.
struct Ended: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
