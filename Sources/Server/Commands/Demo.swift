import ArgumentParser
import Composition
import Foundation
import Jobs
import Mail
import SQL
import Time
import VolunteerCentre

/// `schakel demo`: two lively centres in an empty database, and large generated sets when asked.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill an empty database with a demo.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "Add so many generated vacancies.") var vacancies = 0
    @Option(help: "Add so many generated organisations.") var organisations = 0
    @Option(help: "Add so many generated volunteers.") var volunteers = 0
    @Option(help: "Add so many generated responses.") var applications = 0
    @Option(help: "Give all that is generated to this centre: borne or hasselt.") var centre: String?
    @Option(help: "The same seed makes the same set.") var seed: UInt64 = 1

    func validate() throws {
        guard (0...2_000_000).contains(vacancies), (0...200_000).contains(organisations),
            (0...2_000_000).contains(applications), (0...1_000_000).contains(volunteers)
        else { throw ValidationError("The numbers must lie between 0 and two million.") }
    }

    func run() async throws {
        let installation = try await shared.open(makesDatabase: true)
        _ = try await installation.migrate()
        let folder = installation.configuration.resources + "/Demo"
        let hash = try await PasswordHasher().hash(DemoLogIns.password)
        let load = try LoadDemo(
            folder: folder, mails: installation.mails, passwordHash: hash)
        let outcome = try await installation.database.write { tx in try load(now: Instant.systemNow(), tx) }
        guard case .loaded(let count) = outcome else {
            await installation.database.close()
            throw Ended("The database is not empty: the demo was not loaded.")
        }
        try await catchUp(installation)
        print("Demo loaded: 2 centres, \(count) vacancies.")
        if vacancies + organisations + applications + volunteers > 0 {
            let size = GenerateDemo.Size(
                vacancies: vacancies, organisations: organisations > 0 ? organisations : max(1, vacancies / 20),
                applications: applications, volunteers: volunteers, centre: centre)
            let generate = try GenerateDemo(
                folder: folder, taxonomy: try installation.taxonomy(),
                places: try Places(file: installation.configuration.resources + "/Data/places-nl-be.csv"), size: size,
                seed: seed)
            let started = Date()
            try await generate(into: installation.workroom, now: Instant.systemNow()) { what, done, total in
                if done == total || done % 10_000 == 0 { print("  \(what): \(done) of \(total)") }
            }
            print("Generated in \((Date().timeIntervalSince(started) * 10).rounded() / 10) s.")
        }
        try await installation.database.write { tx in
            try Outbox.settle(now: Instant.systemNow(), tx)
            try tx.gatherStatistics()
        }
        await installation.database.close()
    }

    /// What the clock owes for the days that the demo has behind it, so that no reminder of it leaves when the demo is started with a
    /// mail server.
    private func catchUp(_ installation: Installation) async throws {
        let finder = try await installation.finder()
        try await finder.catchUp()
        try await installation.schedule(finder).schedule.runDue(now: Instant.systemNow())
        while try await installation.worker(finder, sendsMail: false).runOnce(limit: 1000) > 0 {}
    }
}
