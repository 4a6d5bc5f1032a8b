import Foundation

/// The server as a process: how soon it is ready, how much memory it holds, how heavy its pages are and how fast.
struct ServerFigures {
    let server: String
    let folder: String
    private let port = 18_431

    func print() throws {
        let database = "sqlite:" + folder + "/server.sqlite"
        try run(["demo", "--vacancies", "940", "--organisations", "60", "--applications", "5000"], database)
        // Once before, so that the file cache is warm as it is after any deploy.
        let (warming, _) = try start(database)
        warming.terminate()
        warming.waitUntilExit()
        let (process, ready) = try start(database)
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        row("cold start to ready, 1,000 vacancies", String(format: "%.0f ms", ready * 1000), "at most 1,000 ms")
        row("idle memory after start", String(format: "%.1f MB", memory(process)), "at most 60 MB")

        let home = try Loopback.get("/", port: port, gzip: true)
        var total = home.body.count
        for address in Set(assets(in: try Loopback.get("/", port: port, gzip: false).text)) {
            total += try Loopback.get(address, port: port, gzip: true).body.count
        }
        row("home page, first visit, all assets", String(format: "%.1f KB", Double(total) / 1000), "at most 60 KB")
        try pages("SQLite")
        row("memory after 2,400 requests", String(format: "%.1f MB", memory(process)), "")
    }

    /// The same pages on the other engine, in an empty database.
    func printPostgres(_ url: String) throws {
        try run(["demo", "--vacancies", "940", "--organisations", "60", "--applications", "5000"], url)
        let (process, _) = try start(url)
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        try pages("PostgreSQL")
    }

    /// Public pages, and the dashboard of somebody who is signed in. The limit of each is 10 ms at the server.
    private func pages(_ engine: String) throws {
        let form = "email=ilse%40weekend-borne.example&wachtwoord=samen+voor+de+buurt"
        guard let cookie = try Loopback.post("/inloggen", form, port: port).cookie else {
            throw BenchError("nobody can log in")
        }
        let list: [(String, String, String?)] = [
            ("home", "/", nil), ("list", "/vacatures", nil), ("list, searched", "/vacatures?q=taal", nil),
            ("list, filtered", "/vacatures?inzet=structureel&gemeente=Borne", nil), ("dashboard", "/beheer", cookie),
            ("activity", "/beheer/activiteit?lijst=zonder-account", cookie),
        ]
        for (name, path, cookie) in list {
            let page = try Loopback.get(path, port: port, gzip: false, cookie: cookie)
            guard page.status == 200 else { throw BenchError("\(path) answers \(page.status)") }
            let times = try (0..<200).map { _ in
                try timed { _ = try Loopback.get(path, port: port, gzip: false, cookie: cookie) }
            }.sorted()
            let floor = try (0..<200).map { _ in try timed { _ = try Loopback.get("/healthz", port: port, gzip: false) }
            }.sorted()
            row(
                "\(name), \(page.body.count / 1000) KB, \(engine), median of 200",
                String(format: "%.2f ms", times[100] * 1000),
                String(format: "at most 10 ms; /healthz beside it %.2f ms", floor[100] * 1000))
        }
    }

    /// Starts the server and waits until it is ready.
    private func start(_ database: String) throws -> (Process, Double) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: server)
        process.arguments = ["serve"]
        process.environment = environment(database)
        process.standardError = FileHandle.nullDevice
        let begin = Date()
        try process.run()
        while true {
            if let answer = try? Loopback.get("/readyz", port: port, gzip: false), answer.status == 200 { break }
            guard process.isRunning, Date().timeIntervalSince(begin) < 30 else {
                throw BenchError("the server did not start")
            }
            usleep(2000)
        }
        let ready = Date().timeIntervalSince(begin)
        return (process, ready)
    }

    private func run(_ arguments: [String], _ database: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: server)
        process.arguments = arguments
        process.environment = environment(database)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError("schakel \(arguments.joined(separator: " ")) failed")
        }
    }

    private func environment(_ database: String) -> [String: String] {
        var all = ProcessInfo.processInfo.environment
        all["SCHAKEL_DATABASE"] = database
        all["SCHAKEL_LISTEN"] = "127.0.0.1:\(port)"
        all["SCHAKEL_METRICS_LISTEN"] = ""
        all["SCHAKEL_KEY_FILE"] = folder + "/key"
        all["SCHAKEL_BASE_URL"] = "http://localhost:\(port)"
        return all
    }

    private func memory(_ process: Process) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
    }

    /// The addresses of styles, scripts and pictures in a page; the browser fetches each once.
    private func assets(in html: String) -> [String] {
        html.split(separator: "\"").map(String.init).compactMap { part in
            guard part.hasPrefix("/assets/") || part.hasPrefix("/theme/") else { return nil }
            return part.split(separator: "#").first.map(String.init)
        }
    }

    private func timed(_ work: () throws -> Void) rethrows -> Double {
        let begin = ContinuousClock.now
        try work()
        let duration = ContinuousClock.now - begin
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}

func row(_ what: String, _ value: String, _ beside: String) {
    print(
        what.padding(toLength: 52, withPad: " ", startingAt: 0)
            + value.padding(toLength: 16, withPad: " ", startingAt: 0) + beside)
}

struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
