import ArgumentParser
import SQL

/// `schakel migrate`: brings the database to this version's shape.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database to this version.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try await shared.open(makesDatabase: true)
        let applied = try await installation.migrate()
        for migration in applied { print("\(migration.number) \(migration.name)") }
        print(applied.isEmpty ? "Nothing to do: the database is up to date." : "\(applied.count) migrations applied.")
        await installation.database.close()
    }
}
