import ArgumentParser
import Composition
import Foundation
import Jobs
import Mail
import Postgres
import SQL
import Time
import VolunteerCentre

/// `schakel doctor`: is everything here that is needed, in words, a line each. What cannot be looked at is a line too, and the
/// others follow. Exit code 1 when something must be mended.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check this installation.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let configuration = Configuration.readWithProblems(file: shared.config)
        var findings = Findings()
        for problem in configuration.problems { findings.wrong(problem) }
        for warning in configuration.warnings { findings.note(warning) }
        MachineCheck(configuration: configuration).run(&findings)
        if !configuration.isWrong("SCHAKEL_DATABASE") { await database(configuration, &findings) }
        if !configuration.isWrong("SCHAKEL_SMTP") { await mailServer(configuration, &findings) }
        if !findings.isWell { throw ExitCode(1) }
    }

    private func mailServer(_ configuration: Configuration, _ findings: inout Findings) async {
        guard let smtp = configuration.smtp else {
            return findings.note("no mail server (SCHAKEL_SMTP): mail stays in the outbox")
        }
        do {
            try await SMTPClient(smtp).check()
            findings.ok("mail server \(smtp) answers")
        } catch {
            findings.wrong("mail server \(smtp): \(error)")
        }
    }

    private func database(_ configuration: Configuration, _ findings: inout Findings) async {
        do {
            let database = try await Installation.database(configuration)
            let data = DataCheck(configuration: configuration, database: database)
            do { try await data.run(&findings) } catch { findings.wrong("the database: \(error)") }
            do { try await IndexCheck(configuration: configuration, database: database).run(&findings) } catch {
                findings.wrong("the index: \(error)")
            }
            await database.close()
        } catch {
            findings.wrong("the database: \(error)")
        }
    }
}

/// What was found, said at once.
struct Findings {
    private(set) var isWell = true

    func ok(_ text: String) { print("ok    " + text) }

    /// Good to know; nothing has to be mended.
    func note(_ text: String) { print("note  " + text) }

    mutating func wrong(_ text: String) {
        print("WRONG " + text)
        isWell = false
    }

    mutating func check(_ isGood: Bool, _ text: String, otherwise: String? = nil) {
        if isGood { ok(text) } else { wrong(otherwise ?? text) }
    }
}
