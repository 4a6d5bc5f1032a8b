import ArgumentParser
import Foundation
import Jobs
import SQL
import Time

struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "The schedule.", subcommands: [RunSchedule.self])
}

/// `schakel schedule run`: what the schedule owes at a time, then the work that follows from it, as the worker would.
struct RunSchedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Do what the schedule owes.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "The time to act as if it were, for example 2026-12-01T03:00:00Z.") var at: String?

    func run() async throws {
        var now = Instant.systemNow()
        if let at {
            guard let date = try? Date(at, strategy: .iso8601) else {
                throw Ended("--at must be a time such as 2026-12-01T03:00:00Z.")
            }
            now = Instant(date)
        }
        let installation = try await shared.open()
        try await installation.ready()
        let finder = try await installation.finder()
        installation.readDictionaries(for: finder)
        let done = try await installation.schedule(finder).schedule.runDue(now: now)
        let jobs = try await installation.worker(finder).runOnce(limit: 1000)
        print("\(done.isEmpty ? "nothing due" : done.joined(separator: ", ")); \(jobs) jobs done")
        await installation.database.close()
    }
}
