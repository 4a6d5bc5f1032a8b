import ArgumentParser
import Composition
import Foundation
import Jobs
import Mail
import SQL
import Time
import VolunteerCentre

/// `schakel doctor`: is everything here that is needed, in words. Exit code 1 when something must be mended.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check this installation.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try await shared.open()
        var problems = 0
        func report(_ good: Bool, _ text: String) {
            print((good ? "ok    " : "WRONG ") + text)
            if !good { problems += 1 }
        }
        let configuration = installation.configuration
        let pending = try await Migrator(Capabilities.all.migrations).pending(installation.database)
        report(
            pending.isEmpty,
            pending.isEmpty
                ? "database \(installation.database.engine.rawValue) is up to date"
                : "\(pending.count) migrations wait: schakel migrate")
        if pending.isEmpty {
            let counts = try await installation.database.read { tx in
                let row = try tx.first(
                    """
                    select (select count(*) from centre) as centres, (select count(*) from job where state = 'dead' and name <> 'mail.deliver') as dead,
                        (select count(*) from mail where state = 'failed') as failed, (select count(*) from vacancy) as vacancies
                    """)
                return [
                    try row?["centres"] ?? 0, try row?["dead"] ?? 0, try row?["failed"] ?? 0,
                    try row?["vacancies"] ?? 0,
                ] as [Int]
            }
            report(
                counts[0] > 0,
                counts[0] > 0 ? "\(counts[0]) centres, \(counts[3]) vacancies" : "no centre yet: schakel centre create")
            let finder = try installation.finder()
            try await finder.catchUp()
            let (index, megabytes) = (finder.size, Double(finder.size.bytes) / 1_048_576)
            report(
                true,
                String(
                    format: "the index holds %ld vacancies in %.1f MiB, read in %.2f s", index.documents, megabytes,
                    index.seconds))
            report(counts[1] == 0, "\(counts[1]) jobs gave up")
            try await work(installation, report)
            report(counts[2] == 0, "\(counts[2]) mails could not be sent" + (counts[2] > 0 ? ": see the outbox" : ""))
        }
        for warning in configuration.warnings { print("note  " + warning) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: configuration.keyFile)
        let mode = (attributes?[.posixPermissions] as? Int) ?? 0
        report(
            mode & 0o077 == 0,
            "key file \(configuration.keyFile) is read by its owner only; keep a copy apart from the backups")
        report(
            FileManager.default.fileExists(atPath: configuration.resources + "/Assets/icons.svg"),
            "icons are there (bin/assets makes them)")
        let tools = ["vipsheader", "vipsthumbnail", "cwebp", "prlimit", "timeout"].filter { !isInstalled($0) }
        report(
            tools.isEmpty,
            tools.isEmpty
                ? "pictures can be written again"
                : "logos and photographs need \(tools.joined(separator: ", ")): install libvips-tools and webp")
        if !FileManager.default.isReadableFile(atPath: configuration.wordList) {
            print("note  no word list at \(configuration.wordList) (Debian: wdutch): a search takes no compounds apart")
        }
        if let smtp = configuration.smtp {
            let answer = await Result { try await SMTPClient(smtp).check() }
            if case .failure(let error) = answer {
                report(false, "mail server \(smtp): \(error)")
            } else {
                report(true, "mail server \(smtp) answers")
            }
        } else {
            print("note  no mail server (SCHAKEL_SMTP): mail stays in the outbox")
        }
        if !configuration.baseURL.hasPrefix("https://") {
            print("note  SCHAKEL_BASE_URL is not https: fine for a demo only")
        }
        await installation.database.close()
        if problems > 0 { throw ExitCode(1) }
    }
}

extension Doctor {
    /// Whether somebody works, with the right key, on what can be read.
    private func work(_ installation: Installation, _ report: (Bool, String) -> Void) async throws {
        let (secret, now) = (installation.secret, Instant.systemNow())
        // Without a mail server mail waits, which is said by itself.
        let untaken = installation.configuration.smtp == nil ? Outbox.jobs : []
        let (isOurs, held, oldest, unreadable, untakenMail) = try await installation.database.read { tx in
            return (
                try InstallationKey.matches(secret, tx), try JobQueue.heldSince(Outbox.job, tx),
                try JobQueue.oldestDue(now: now, except: untaken, tx), try SavedSearch.unreadable(tx),
                try Outbox.lastTrouble(tx)
            )
        }
        report(
            isOurs,
            isOurs
                ? "the key file is the one that this database was used with"
                : "the key file is another than the one that this database was used with: copy that one here, or schakel key accept"
        )
        if let held { print("note  mail is held since \(held.date.ISO8601Format()): schakel mail release") }
        let minutes = oldest.map { ($0.milliseconds.distance(to: now.milliseconds)) / 60_000 } ?? 0
        report(
            minutes < 15,
            minutes < 15
                ? "the background work keeps up"
                : "work is due since \(minutes) minutes: is schakel serve or schakel work running?")
        if let untakenMail {
            report(false, "the mail server did not take \(untakenMail.count) mails, lately: \(untakenMail.words)")
        }
        report(unreadable == 0, "\(unreadable) kept searches cannot be read, so nothing comes of them")
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        report(
            limit.rlim_cur >= 4096,
            limit.rlim_cur >= 4096
                ? "\(limit.rlim_cur) files may be open"
                : "only \(limit.rlim_cur) files may be open, each visitor takes one: set LimitNOFILE=65536 in the unit")
    }
}

/// Whether a program of this name is on the path.
private func isInstalled(_ tool: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
