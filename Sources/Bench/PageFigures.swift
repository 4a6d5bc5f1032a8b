import Composition
import Foundation
import VolunteerCentre

/// The vacancy board over HTTP beside a web server that sends a file of 30 KB: as a share of that, on the same two cores.
///
/// Needs `nginx` and `wrk` on the path; without them only memory, the start and the time of one request after another.
struct PageFigures {
    let server: Server
    let folder: String
    private let seconds = 6
    private let rounds = 3

    func print(_ count: Int) throws {
        let database = "sqlite:\(folder)/pages-\(count).sqlite"
        try server.run(
            ["demo", "--vacancies", "\(count)", "--organisations", "\(max(1, count / 20))", "--centre", "borne"],
            database)
        let running = try server.start(database)
        defer { running.stop() }
        row(
            "\(count): resident after start", String(format: "%.0f MiB", running.mebibytes),
            "at most 100 at 10,000, 250 at 100,000")
        let metrics = try Loopback.get("/metrics", port: server.metricsPort, gzip: false).text
        let load = metrics.split(separator: "\n").first { $0.hasPrefix("schakel_index_load_seconds") } ?? ""
        row(
            "\(count): index read from the database", "\(load.split(separator: " ").last ?? "?") s",
            "at most 4 s at 100,000")
        let addresses = try addresses()
        let found = try addresses.prefix(200).map { try hits($0) }
        let bytes = try Loopback.get(addresses[0], port: server.port, gzip: false).body.count
        row(
            "\(count): \(addresses.count) searches",
            String(format: "%.1f found", Double(found.reduce(0, +)) / Double(found.count)),
            "\(bytes / 1000) KB of HTML the first")
        guard let tools = WebTools(folder: folder) else {
            Swift.print("nginx and wrk are not installed: no shares")
            return
        }
        defer { tools.stop() }
        let plain = try share(count, gzip: false, addresses, tools)
        _ = try share(count, gzip: true, plain: plain, addresses, tools)
        let single = try tools.load(
            "http://127.0.0.1:\(server.port)", addresses, connections: 1, seconds: seconds, gzip: false)
        row(
            "\(count): one connection", String(format: "p50 %.2f ms", single.median),
            String(format: "p99 %.2f ms; at most 1 and 3 at 10,000", single.slow))
        row("\(count): resident after that", String(format: "%.0f MiB", running.mebibytes), "")
    }

    /// - Parameter plain: what the web server did without gzip, to print the share of that too.
    /// - Returns: what the web server does, per second.
    private func share(
        _ count: Int, gzip: Bool, plain: Double? = nil, _ addresses: [String], _ tools: WebTools
    ) throws -> Double {
        var (ours, ceilings): ([Double], [Double]) = ([], [])
        var last: WebTools.Load?
        for _ in 0..<rounds {
            ceilings.append(
                try tools.load(tools.ceiling, ["/page.html"], connections: 64, seconds: seconds / 2, gzip: gzip).rate)
            let load = try tools.load(
                "http://127.0.0.1:\(server.port)", addresses, connections: 64, seconds: seconds, gzip: gzip)
            ours.append(load.rate)
            last = load
        }
        let (rate, ceiling) = (ours.sorted()[rounds / 2], ceilings.sorted()[rounds / 2])
        row(
            "\(count): 64 connections\(gzip ? ", gzip 1" : "")",
            String(format: "%.0f /s, 1/%.1f", rate, ceiling / rate),
            String(
                format: "nginx %.0f /s; p50 %.1f, p99 %.1f ms, %ld errors", ceiling, last?.median ?? 0, last?.slow ?? 0,
                last?.errors ?? 0) + (plain.map { String(format: "; 1/%.1f of nginx without", $0 / rate) } ?? ""))
        return ceiling
    }

    private func addresses() throws -> [String] {
        return try DemoSearches(
            folder: Server.resources + "/Demo", taxonomy: try Taxonomy(file: Server.resources + "/Data/taxonomy.csv")
        ).addresses(600, seed: 7)
    }

    private func hits(_ address: String) throws -> Int {
        let text = try Loopback.get(address, port: server.port, gzip: false).text
        let after = text.range(of: "data-part=\"summary\"><strong>").map { text[$0.upperBound...] } ?? ""
        return Int(after.prefix { $0.isNumber || $0 == "." }.filter(\.isNumber)) ?? 0
    }
}
