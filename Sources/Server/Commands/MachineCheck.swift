import Foundation

/// Files, tools, room and clock of this machine, without the database.
struct MachineCheck {
    let configuration: Configuration

    /// Below this a day with many photographs may fill the disk.
    private static let enough = 1_000_000_000

    func run(_ findings: inout Findings) {
        key(&findings)
        resources(&findings)
        tools(&findings)
        room(&findings)
        clock(&findings)
        front(&findings)
        let limit = OpenFiles.limit
        findings.check(
            limit >= 4096, "\(limit) files may be open",
            otherwise:
                "only \(limit) files may be open, each visitor takes one: set LimitNOFILE=65536 in the unit")
    }

    private func key(_ findings: inout Findings) {
        let file = configuration.keyFile
        // Whether there must be one, the database knows.
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else { return }
        do { _ = try KeyFile.load(file) } catch { return findings.wrong("\(error)") }
        let mode = (attributes[.posixPermissions] as? Int) ?? 0
        findings.check(
            mode & 0o077 == 0, "key file \(file) is read by its owner only; keep a copy apart from the backups",
            otherwise: "key file \(file) can be read by others: chmod 600 \(file)")
    }

    private func resources(_ findings: inout Findings) {
        let missing = ResourceFiles.lacking(in: configuration.resources)
        findings.check(
            missing.isEmpty, "\(configuration.resources) is complete",
            otherwise:
                "\(configuration.resources) lacks \(ResourceFiles.words(missing)): copy it again, bin/assets makes icons and map"
        )
        if !FileManager.default.isReadableFile(atPath: configuration.wordList) {
            findings.note(
                "no word list at \(configuration.wordList) (Debian: wdutch): a search takes no compounds apart")
        }
    }

    private func tools(_ findings: inout Findings) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let missing = ["vipsheader", "vipsthumbnail", "cwebp", "prlimit", "timeout"].filter { tool in
            !path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
        }
        findings.check(
            missing.isEmpty, "pictures can be written again",
            otherwise: "logos and photographs need \(missing.joined(separator: ", ")): install libvips-tools and webp")
        if FileManager.default.isExecutableFile(atPath: configuration.weasyPrint) {
            findings.ok("PDFs can be made")
        } else {
            findings.note("no WeasyPrint at \(configuration.weasyPrint) (SCHAKEL_WEASYPRINT): pages offer no PDF")
        }
    }

    private func room(_ findings: inout Findings) {
        var files = [configuration.keyFile]
        if case .sqlite(let file) = configuration.database { files.append(file) }
        for folder in Set(files.map { URL(filePath: $0).deletingLastPathComponent().path }).sorted() {
            var disk = statvfs()
            guard statvfs(folder, &disk) == 0 else { continue }
            let free = Int(disk.f_bavail) * Int(disk.f_frsize)
            let words = "\(free / 1_000_000) MB free in \(folder)"
            findings.check(free >= Self.enough, words, otherwise: "only \(words): make room before it is full")
        }
    }

    /// What systemd-timesyncd, chrony and ntpd leave where they run.
    private func clock(_ findings: inout Findings) {
        let signs = ["/run/systemd/timesync/synchronized", "/run/chrony", "/run/ntpd.pid", "/run/openntpd.pid"]
        if signs.contains(where: { FileManager.default.fileExists(atPath: $0) }) {
            findings.ok("the clock of this machine is kept right")
        } else {
            findings.note("nothing seems to keep the clock of this machine right (NTP): links and reminders follow it")
        }
    }

    private func front(_ findings: inout Findings) {
        let isSecure = configuration.baseURL.hasPrefix("https://")
        if !isSecure { findings.note("SCHAKEL_BASE_URL is not https: fine for a demo only") }
        if isSecure && configuration.trustedProxies.isEmpty {
            findings.wrong(
                "SCHAKEL_BASE_URL is https and no proxy is trusted (SCHAKEL_TRUSTED_PROXIES): all visitors would count as one"
            )
        }
    }
}
