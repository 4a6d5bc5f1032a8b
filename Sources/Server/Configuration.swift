import Foundation
import Logging
import Mail
import Tiles
import Web

/// The settings of an installation, from the environment or a `KEY=value` file. Everything wrong is told at once, in words.
struct Configuration: Sendable {
    enum Database: Sendable, Equatable { case sqlite(String), postgres(String) }

    struct Problems: Error, CustomStringConvertible {
        let list: [String]
        var description: String {
            "The configuration is not right:\n" + list.map { "  - " + $0 }.joined(separator: "\n")
        }
    }

    let database: Database
    /// The most that one process opens to PostgreSQL.
    let databaseConnections: Int
    let listen: (host: String, port: Int)
    /// Seconds that a node which was told to end serves on, while it says that it is not ready.
    let drain: Int
    let metricsListen: (host: String, port: Int)?
    let baseURL: String
    let smtp: SMTPSettings?
    let mailFrom: String
    /// Where answers by plain mail are taken, and the domain of their addresses; nil: they go to the centre.
    let relay: (host: String, port: Int, domain: String)?
    let keyFile: String
    let trustedProxies: [Network]
    let resources: String
    /// Makes PDFs; pages offer none where it is not installed.
    let weasyPrint: String
    /// The words of Dutch, to take compounds apart; without it they stay whole.
    let wordList: String
    /// The maps that centres may choose from, where their pictures are kept, and how many bytes of them.
    let tiles: [TileService]
    let tileFolder: String
    let tileBytes: Int
    let logLevel: Logger.Level
    let logFormat: LogFormat
    /// What is odd and does no harm.
    let warnings: [String]
    /// What cannot be used; the standard stands in its place. Only `doctor` goes on with it.
    let problems: [String]

    static let names = [
        "SCHAKEL_DATABASE", "SCHAKEL_DATABASE_CONNECTIONS", "SCHAKEL_DRAIN", "SCHAKEL_LISTEN", "SCHAKEL_METRICS_LISTEN",
        "SCHAKEL_BASE_URL", "SCHAKEL_SMTP",
        "SCHAKEL_SMTP_CA",
        "SCHAKEL_MAIL_FROM", "SCHAKEL_RELAY_LISTEN", "SCHAKEL_RELAY_DOMAIN", "SCHAKEL_KEY_FILE",
        "SCHAKEL_TRUSTED_PROXIES", "SCHAKEL_RESOURCES", "SCHAKEL_LOG",
        "SCHAKEL_LOG_FORMAT", "SCHAKEL_TILES", "SCHAKEL_TILES_FOLDER", "SCHAKEL_TILES_MEGABYTES", "SCHAKEL_WEASYPRINT",
        "SCHAKEL_WORD_LIST",
    ]

    /// Set for the scripts in `bin`, not for the server.
    private static func isForScripts(_ name: String) -> Bool {
        name == "SCHAKEL_VENV" || name.hasPrefix("SCHAKEL_TEST_") || name.hasPrefix("SCHAKEL_BENCH_")
    }

    /// - Parameter problems: what was wrong before any setting was looked at.
    init(environment: [String: String], problems: [String] = []) {
        var problems = problems
        var warnings: [String] = []
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        for name in environment.keys.sorted()
        where name.hasPrefix("SCHAKEL_") && !Self.names.contains(name) && !Self.isForScripts(name) {
            warnings.append("\(name) is not a setting, so it does nothing.\(Self.nearest(to: name))")
        }

        switch value("SCHAKEL_DATABASE") ?? "sqlite:var/schakel.sqlite" {
        case let url where url.hasPrefix("sqlite:") && url.count > 7: database = .sqlite(String(url.dropFirst(7)))
        case let url where url.prefix { $0 != "?" }.count(where: { $0 == "@" }) > 1:
            // What stands behind the first would be taken for a host, and be printed.
            database = .sqlite("")
            problems.append("SCHAKEL_DATABASE: write an @ in the user or the password as %40.")
        case let url where url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"): database = .postgres(url)
        default:
            database = .sqlite("")
            problems.append("SCHAKEL_DATABASE must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.")
        }
        databaseConnections = value("SCHAKEL_DATABASE_CONNECTIONS").map { Int($0) ?? 0 } ?? 8
        if !(1...100).contains(databaseConnections) {
            problems.append("SCHAKEL_DATABASE_CONNECTIONS must be a number from 1 to 100; without it there are 8.")
        }
        drain = value("SCHAKEL_DRAIN").map { Int($0) ?? -1 } ?? 0
        if !(0...60).contains(drain) { problems.append("SCHAKEL_DRAIN must be a number of seconds from 0 to 60.") }
        func address(_ name: String, _ standard: String) -> (host: String, port: Int)? {
            let text = environment[name] ?? standard
            guard !text.isEmpty else { return nil }
            guard !text.contains("/"), let colon = text.lastIndex(of: ":"),
                let port = Int(text[text.index(after: colon)...]),
                (0...65535).contains(port), colon > text.startIndex
            else {
                problems.append("\(name) must be HOST:PORT, for example \(standard).")
                return nil
            }
            return (text[..<colon].trimmingCharacters(in: ["[", "]"]), port)
        }
        listen = address("SCHAKEL_LISTEN", "127.0.0.1:8080") ?? ("127.0.0.1", 8080)
        metricsListen = address("SCHAKEL_METRICS_LISTEN", "127.0.0.1:9090")
        if let metricsListen, metricsListen == listen, listen.port > 0 {
            problems.append(
                "SCHAKEL_METRICS_LISTEN and SCHAKEL_LISTEN name the same address: give one of them another port.")
        }

        let base = value("SCHAKEL_BASE_URL") ?? "http://localhost:\(listen.port)"
        if let url = URL(string: base), ["http", "https"].contains(url.scheme), url.host != nil,
            ["", "/"].contains(url.path), url.query == nil, url.fragment == nil
        {
            baseURL = base.hasSuffix("/") ? String(base.dropLast()) : base
        } else {
            baseURL = ""
            problems.append(
                "SCHAKEL_BASE_URL must be an address such as https://vrijwilligers.example.org, without a path behind it."
            )
        }
        do {
            smtp = try value("SCHAKEL_SMTP").map { try SMTPSettings(url: $0, caFile: value("SCHAKEL_SMTP_CA")) }
        } catch {
            smtp = nil
            problems.append(
                "SCHAKEL_SMTP must be smtp://USER:PASSWORD@HOST:587?starttls=required or smtps://…: \(error).")
        }
        if let file = value("SCHAKEL_SMTP_CA"), !FileManager.default.isReadableFile(atPath: file) {
            problems.append("SCHAKEL_SMTP_CA names a file that cannot be read.")
        }
        let host = URL(string: baseURL)?.host ?? "localhost"
        // A number is no domain of a mail address as people write it.
        mailFrom = value("SCHAKEL_MAIL_FROM") ?? "noreply@\(Network(host) == nil ? host : "localhost")"
        if (try? MailAddress(mailFrom)) == nil, mailFrom != "noreply@localhost" {
            problems.append("SCHAKEL_MAIL_FROM must be an e-mail address.")
        }
        switch (
            value("SCHAKEL_RELAY_LISTEN") == nil ? nil : address("SCHAKEL_RELAY_LISTEN", ""),
            value("SCHAKEL_RELAY_DOMAIN")
        ) {
        case (nil, nil): relay = nil
        case (let address?, let domain?) where (try? MailAddress("reactie@\(domain)")) != nil:
            relay = (address.host, address.port, domain)
        default:
            relay = nil
            problems.append(
                "SCHAKEL_RELAY_LISTEN (HOST:PORT) and SCHAKEL_RELAY_DOMAIN (such as antwoord.example.org) go together."
            )
        }
        keyFile = value("SCHAKEL_KEY_FILE") ?? "var/schakel.key"
        trustedProxies = (value("SCHAKEL_TRUSTED_PROXIES") ?? "").split(separator: ",").compactMap { part in
            let text = part.trimmingCharacters(in: .whitespaces)
            if let network = Network(text) { return network }
            problems.append(
                "SCHAKEL_TRUSTED_PROXIES holds “\(text)”, which is no address or network such as 10.0.0.0/8.")
            return nil
        }
        resources = value("SCHAKEL_RESOURCES") ?? "Resources"
        weasyPrint = value("SCHAKEL_WEASYPRINT") ?? "var/tools/bin/weasyprint"
        wordList = value("SCHAKEL_WORD_LIST") ?? "/usr/share/dict/dutch"
        var tiles: [TileService] = []
        if let file = value("SCHAKEL_TILES") {
            if let text = try? String(contentsOfFile: file, encoding: .utf8) {
                do { tiles = try TileService.list(text) } catch {
                    problems.append("SCHAKEL_TILES (\(file)), line \(error.line): \(error.description).")
                }
            } else {
                problems.append("SCHAKEL_TILES names a file that cannot be read.")
            }
        }
        self.tiles = tiles
        tileFolder = value("SCHAKEL_TILES_FOLDER") ?? "var/tiles"
        let megabytes = value("SCHAKEL_TILES_MEGABYTES").map { Int($0) ?? 0 } ?? 500
        tileBytes = megabytes * 1024 * 1024
        if !(1...100_000).contains(megabytes) {
            problems.append("SCHAKEL_TILES_MEGABYTES must be a number from 1 to 100000; without it there are 500.")
        }
        if !FileManager.default.fileExists(atPath: resources + "/Locale") {
            problems.append("SCHAKEL_RESOURCES (now “\(resources)”) must be the folder Resources of the project.")
        }
        logLevel = Logger.Level(rawValue: value("SCHAKEL_LOG") ?? "info") ?? .info
        if value("SCHAKEL_LOG").map({ Logger.Level(rawValue: $0) == nil }) ?? false {
            problems.append("SCHAKEL_LOG must be one of trace, debug, info, notice, warning, error, critical.")
        }
        logFormat = LogFormat(rawValue: value("SCHAKEL_LOG_FORMAT") ?? "text") ?? .text
        if value("SCHAKEL_LOG_FORMAT").map({ LogFormat(rawValue: $0) == nil }) ?? false {
            problems.append("SCHAKEL_LOG_FORMAT must be text or json.")
        }
        self.warnings = warnings
        self.problems = problems
    }

    /// Whether something is wrong with this setting.
    func isWrong(_ setting: String) -> Bool { problems.contains { $0.prefix { !" :".contains($0) } == setting } }

    /// The setting that was probably meant: most of its letters, in this order.
    private static func nearest(to name: String) -> String {
        func distance(_ other: String) -> Int { Array(name).difference(from: Array(other)).count }
        guard let near = names.min(by: { distance($0) < distance($1) }), distance(near) <= 6 else { return "" }
        return " Do you mean \(near)?"
    }

    /// As systemd reads an `EnvironmentFile`: comments, quotes around a value; and as Windows writes one: a mark at the front, its
    /// own line ends. `$` is a letter like others.
    private static func lines(of text: String, _ file: String) -> (values: [String: String], problems: [String]) {
        var values: [String: String] = [:]
        var problems: [String] = []
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (number, line) in plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            if trimmed.hasPrefix("export ") { trimmed = String(trimmed.dropFirst(7)) }
            let parts = trimmed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            guard parts.count == 2, name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
                problems.append("Line \(number + 1) of \(file) is no KEY=value.")
                continue
            }
            var value = parts[1].trimmingCharacters(in: .whitespaces)
            if let quote = value.first, "\"'".contains(quote) {
                guard value.count > 1, value.last == quote else {
                    problems.append("Line \(number + 1) of \(file): the quote is not closed.")
                    continue
                }
                value = String(value.dropFirst().dropLast())
            }
            values[name] = value
        }
        return (values, problems)
    }

    /// The environment, with the lines of a file where one is named; the environment wins.
    /// - Throws: `Problems` with everything that cannot be used.
    static func read(file: String?) throws -> Configuration {
        let configuration = readWithProblems(file: file)
        guard configuration.problems.isEmpty else { throw Problems(list: configuration.problems) }
        return configuration
    }

    static func readWithProblems(file: String?) -> Configuration {
        var (values, problems): ([String: String], [String]) = ([:], [])
        if let file {
            if let text = try? String(contentsOfFile: file, encoding: .utf8) {
                (values, problems) = lines(of: text, file)
            } else {
                problems = ["The file \(file) cannot be read."]
            }
        }
        return Configuration(
            environment: values.merging(ProcessInfo.processInfo.environment) { $1 }, problems: problems)
    }
}
