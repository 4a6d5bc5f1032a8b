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
        let configuration: Configuration
        do { configuration = try Configuration.read(file: shared.config) } catch { throw Ended("\(error)") }
        var findings = Findings()
        for warning in configuration.warnings { findings.note(warning) }
        MachineCheck(configuration: configuration).run(&findings)
        do {
            let installation = try await Installation.open(configuration)
            do { try await DataCheck(installation: installation).run(&findings) } catch {
                findings.wrong("the database: \(error)")
            }
            await installation.database.close()
        } catch {
            findings.wrong("the database: \(error)")
        }
        if let smtp = configuration.smtp {
            do {
                try await SMTPClient(smtp).check()
                findings.ok("mail server \(smtp) answers")
            } catch {
                findings.wrong("mail server \(smtp): \(error)")
            }
        } else {
            findings.note("no mail server (SCHAKEL_SMTP): mail stays in the outbox")
        }
        if !findings.isWell { throw ExitCode(1) }
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
