import Foundation

/// The server as a process: how soon it is ready, how much memory it holds, how heavy its pages are and how fast.
struct ServerFigures {
    let server: Server
    let folder: String

    func print() throws {
        let database = "sqlite:" + folder + "/server.sqlite"
        try server.run(["demo", "--vacancies", "940", "--organisations", "60", "--applications", "5000"], database)
        // Once before, so that the file cache is warm as it is after any deploy.
        try server.start(database).stop()
        let running = try server.start(database)
        defer { running.stop() }
        row("cold start to ready, 1,000 vacancies", String(format: "%.0f ms", running.ready * 1000), "at most 1,000 ms")
        row("idle memory after start", String(format: "%.1f MiB", running.mebibytes), "at most 57 MiB (60 MB)")

        let home = try Loopback.get("/", port: server.port, gzip: true)
        var total = home.body.count
        for address in Set(assets(in: try Loopback.get("/", port: server.port, gzip: false).text)) {
            total += try Loopback.get(address, port: server.port, gzip: true).body.count
        }
        row("home page, first visit, all assets", String(format: "%.1f KB", Double(total) / 1000), "at most 60 KB")
        try pages("SQLite")
        row("memory after 2,400 requests", String(format: "%.1f MiB", running.mebibytes), "")
    }

    /// The same pages on the other engine, in an empty database.
    func printPostgres(_ url: String) throws {
        try server.run(["demo", "--vacancies", "940", "--organisations", "60", "--applications", "5000"], url)
        let running = try server.start(url)
        defer { running.stop() }
        try pages("PostgreSQL")
    }

    /// Public pages, and the dashboard of somebody who is signed in. The limit of each is 10 ms at the server.
    private func pages(_ engine: String) throws {
        let form = "email=ilse%40weekend-borne.example&wachtwoord=samen+voor+de+buurt"
        guard let cookie = try Loopback.post("/inloggen", form, port: server.port).cookie else {
            throw BenchError("nobody can log in")
        }
        let list: [(String, String, String?)] = [
            ("home", "/", nil), ("list", "/vacatures", nil), ("list, searched", "/vacatures?q=taal", nil),
            ("list, filtered", "/vacatures?inzet=structureel&gemeente=Borne", nil), ("dashboard", "/beheer", cookie),
            ("activity", "/beheer/activiteit?lijst=zonder-account", cookie),
        ]
        for (name, path, cookie) in list {
            let page = try Loopback.get(path, port: server.port, gzip: false, cookie: cookie)
            guard page.status == 200 else { throw BenchError("\(path) answers \(page.status)") }
            var (times, floor) = (Times(), Times())
            for _ in 0..<200 {
                _ = try times.measure { try Loopback.get(path, port: server.port, gzip: false, cookie: cookie) }
            }
            for _ in 0..<200 { _ = try floor.measure { try Loopback.get("/healthz", port: server.port, gzip: false) } }
            row(
                "\(name), \(page.body.count / 1000) KB, \(engine), median of 200",
                String(format: "%.2f ms", times.percentile(50)),
                String(format: "at most 10 ms; /healthz beside it %.2f ms", floor.percentile(50)))
        }
    }

    /// The addresses of styles, scripts and pictures in a page; the browser fetches each once.
    private func assets(in html: String) -> [String] {
        html.split(separator: "\"").map(String.init).compactMap { part in
            guard part.hasPrefix("/assets/") || part.hasPrefix("/theme/") else { return nil }
            return part.split(separator: "#").first.map(String.init)
        }
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
