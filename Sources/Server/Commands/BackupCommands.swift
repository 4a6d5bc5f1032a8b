import ArgumentParser
import Composition
import Foundation
import Jobs
import Mail
import SQL
import Time
import VolunteerCentre

/// `schakel backup FILE`: everything in one portable file, while the site goes on.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write everything to one portable file.")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "The file to write.") var file: String

    func run() async throws {
        let installation = try await shared.open()
        guard try await Migrator(Capabilities.all.migrations).hasBegun(installation.database) else {
            throw Ended("The database is empty (SCHAKEL_DATABASE): there is nothing to back up.")
        }
        let now = Instant.systemNow()
        try await Backup.write(from: installation.database, to: file, now: now) { table, rows in
            print("  \(table): \(rows)")
        }
        try await installation.database.write { tx in try BackupMade.record(at: now, tx) }
        print("Written to \(file). The key file \(installation.configuration.keyFile) is not in it: keep it apart.")
        await installation.database.close()
    }
}

/// `schakel restore FILE`: fills an empty database from a backup of either engine.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Fill an empty database from a backup.")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "The file that `schakel backup` wrote.") var file: String

    func run() async throws {
        let installation = try await shared.open(makesDatabase: true)
        _ = try await installation.migrate()
        // In the same moment: a worker that runs already sends nothing of it.
        try await Backup.restore(
            file, into: installation.database, progress: { table, rows in print("  \(table): \(rows)") },
            then: { tx in try Outbox.hold(now: Instant.systemNow(), tx) })
        print(
            """
            Restored from \(file). Mail is held: nothing is sent from here until you say that this is the real one with
              schakel mail release
            """)
        await installation.database.close()
    }
}
