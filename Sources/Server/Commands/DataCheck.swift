import Composition
import Foundation
import Jobs
import Mail
import Postgres
import SQL
import Time
import VolunteerCentre

/// What the database tells: whether it is of this program, who works, what waits, when it was last backed up.
struct DataCheck {
    let configuration: Configuration
    let database: any Database

    func run(_ findings: inout Findings) async throws {
        let pending = try await Installation.migrator.pending(database)
        findings.check(
            pending.isEmpty, "database \(database.engine.rawValue) is up to date",
            otherwise: "\(pending.count) migrations wait: schakel migrate")
        try await connections(&findings)
        guard pending.isEmpty else { return }
        try await content(&findings)
        try await key(&findings)
        try await work(&findings)
        try await backup(&findings)
    }

    private func connections(_ findings: inout Findings) async throws {
        guard let postgres = database as? PostgresDatabase else { return }
        let (limit, wanted) = (try await postgres.connectionLimit(), configuration.databaseConnections)
        findings.check(
            limit >= wanted, "PostgreSQL gives up to \(limit) connections, each process takes up to \(wanted)",
            otherwise: Installation.shortage(limit, wanted))
        let before = Instant.systemNow()
        let theirs = try await postgres.read { tx in
            Instant(milliseconds: try tx.first("select \(.clock) as now")?["now"] ?? 0)
        }
        let apart = abs(before.milliseconds.distance(to: theirs.milliseconds))
        findings.check(
            apart < 5000, "the clocks of this machine and of PostgreSQL agree",
            otherwise: "the clocks of this machine and of PostgreSQL are \(apart / 1000) seconds apart")
    }

    private func content(_ findings: inout Findings) async throws {
        let (centres, vacancies, dead, failed) = try await database.read { tx in
            let row = try tx.first(
                """
                select (select count(*) from centre) as centres, (select count(*) from vacancy) as vacancies,
                    (select count(*) from job where state = 'dead' and name <> 'mail.deliver') as dead,
                    (select count(*) from mail where state = 'failed') as failed
                """)
            return (
                try row?["centres"] ?? 0, try row?["vacancies"] ?? 0, try row?["dead"] ?? 0, try row?["failed"] ?? 0
            ) as (Int, Int, Int, Int)
        }
        findings.check(
            centres > 0, "\(centres) centres, \(vacancies) vacancies",
            otherwise: "no centre yet: schakel centre create")
        findings.check(dead == 0, "\(dead) jobs gave up")
        findings.check(failed == 0, "\(failed) mails could not be sent" + (failed > 0 ? ": see the outbox" : ""))
    }

    private func key(_ findings: inout Findings) async throws {
        let file = configuration.keyFile
        // A file that cannot be read is said by who looks at the machine.
        guard let secret = try? KeyFile.load(file) ?? [] else { return }
        let (isUsed, isOurs) = try await database.read { tx in
            (try InstallationKey.isUsed(tx), try InstallationKey.matches(secret, tx))
        }
        switch (isUsed, secret.isEmpty) {
        case (false, true):
            findings.note("there is no key file \(file) yet; it is made with the first command that needs it")
        case (false, false): findings.note("no key was used with this database yet")
        case (true, true):
            findings.wrong(
                "there is no key file \(file), and this database was used with one: copy that one here, or schakel key accept"
            )
        case (true, false):
            findings.check(
                isOurs, "the key file is the one that this database was used with",
                otherwise: """
                    the key file is another than the one that this database was used with: copy that one here, or schakel key \
                    accept
                    """)
        }
    }

    /// Whether somebody works on what can be read.
    private func work(_ findings: inout Findings) async throws {
        let now = Instant.systemNow()
        // Without a mail server mail waits, which is said by itself.
        let untaken = configuration.smtp == nil ? Outbox.jobs : []
        let (held, oldest, unreadable, untakenMail) = try await database.read { tx in
            return (
                try JobQueue.heldSince(Outbox.job, tx),
                try JobQueue.oldestDue(now: now, except: untaken, tx), try SavedSearch.unreadable(tx),
                try Outbox.lastTrouble(tx)
            )
        }
        if let held { findings.note("mail is held since \(held.date.ISO8601Format()): schakel mail release") }
        let minutes = oldest.map { ($0.milliseconds.distance(to: now.milliseconds)) / 60_000 } ?? 0
        findings.check(
            minutes < 15, "the background work keeps up",
            otherwise: "work is due since \(minutes) minutes: is schakel serve or schakel work running?")
        if let untakenMail {
            findings.wrong("the mail server did not take \(untakenMail.count) mails, lately: \(untakenMail.words)")
        }
        findings.check(unreadable == 0, "\(unreadable) kept searches cannot be read, so nothing comes of them")
    }

    private func backup(_ findings: inout Findings) async throws {
        guard let made = try await database.read({ tx in try BackupMade.last(tx) }) else {
            return findings.note("no backup was made with schakel backup; another way is yours to watch")
        }
        let days = made.milliseconds.distance(to: Instant.systemNow().milliseconds) / 86_400_000
        findings.check(
            days <= BackupMade.longest, "the last backup was made \(days) days ago",
            otherwise: "the last backup was made \(days) days ago: schakel backup")
    }
}
