import Foundation
import GRDB
import Synchronization
import Testing

@testable import Tiles

/// Pictures of a service through us: from a real server that is slow, wrong, hostile and gone.
@Suite struct TilesTests {
    /// A tile server of the tests, in a process of its own.
    private final class Service {
        private let process = Process()
        private let input = Pipe()
        let port: Int

        init() throws {
            let output = Pipe()
            process.executableURL = URL(
                filePath: try #require(ProcessInfo.processInfo.environment["SCHAKEL_TEST_PYTHON"]))
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            process.arguments = [tests.appending(path: "Support/tile_server.py").path]
            (process.standardInput, process.standardOutput) = (input, output)
            try process.run()
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
        }

        deinit { end() }

        /// At once; nobody waits for it, since waiting would take a thread that the tests need.
        func end() { kill(process.processIdentifier, SIGKILL) }

        func service(_ kind: String) throws -> TileService {
            try #require(
                try TileService.list(
                    """
                    [\(kind)]
                    address = http://127.0.0.1:\(port)/\(kind)/{z}/{x}/{y}
                    bounds = 50 3 54 8
                    zooms = 6 19
                    licence = x
                    contact = beheer@centrum.example
                    """
                ).first)
        }

        /// How often each path was asked, and what was told of us.
        func asked() async throws -> [String: Int] {
            let text = try await TileFetch(userAgent: "test").get("http://127.0.0.1:\(port)/asked").get().bytes
            var asked: [String: Int] = [:]
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
                let parts = line.split(separator: " ", maxSplits: 1)
                asked[String(parts[1])] = Int(parts[0])
            }
            return asked
        }
    }

    private final class Clock: Sendable {
        private let value = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        var now: Date { value.withLock { $0 } }
        func forward(_ seconds: TimeInterval) { value.withLock { $0 += seconds } }
    }

    private final class Counter: Sendable {
        private let value = Mutex(0)
        var count: Int { value.withLock { $0 } }
        func add() { value.withLock { $0 += 1 } }
    }

    private func folder() -> String { NSTemporaryDirectory() + "schakel-tiles-\(UUID().uuidString)" }

    /// In Borne, at zoom 14.
    private func tile(_ x: Int = 8498) throws -> Tile { try #require(Tile(zoom: 14, x: x, y: 5382)) }

    private var limits: Tiles.Limits {
        var limits = Tiles.Limits()
        // A busy machine is slow too; only who never answers is to be waited for no longer than needed.
        (limits.connect, limits.total) = (20, 60)
        return limits
    }

    @Test func fetchedOnceKeptAsLongAsToldAndNobodyIsNamed() async throws {
        let (server, clock, folder) = (try Service(), Clock(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service("well")
        let tiles = try Tiles([service], folder: folder, limits: limits, now: { clock.now })
        // Thirty at once are one request.
        let answers = try await withThrowingTaskGroup(of: Tiles.Answer.self) { group in
            let tile = try tile()
            for _ in 1...30 { group.addTask { await tiles.find(tile, of: service) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        guard case .image(let image) = answers[0] else {
            Issue.record("no picture")
            return
        }
        #expect(image.kind == .png && answers.allSatisfy { $0 == answers[0] })
        let path = "/well/14/8498/5382"
        #expect(try await server.asked()[path] == 1)
        // Another process finds what was kept; after two hours it is asked anew.
        let later = try Tiles([service], folder: folder, limits: limits, now: { clock.now })
        #expect(await later.find(try tile(), of: service) == answers[0])
        #expect(try await server.asked()[path] == 1)
        clock.forward(7300)
        _ = await later.find(try tile(), of: service)
        let asked = try await server.asked()
        #expect(asked[path] == 2)
        #expect(asked.keys.contains("agent Schakel (volunteer centre software; beheer@centrum.example)"))
        #expect(!asked.keys.contains { $0.hasPrefix("leak") })
        // Outside of the service's bounds and zooms nobody is asked.
        for odd in [Tile(zoom: 14, x: 0, y: 0), Tile(zoom: 3, x: 4, y: 2)] {
            #expect(await later.find(try #require(odd), of: service) == .none)
        }
        let after = try await server.asked()
        #expect(after.count == asked.count)
    }

    @Test(arguments: ["html", "large", "endless", "broken", "elsewhere", "stuck"])
    func whatIsNoPictureIsNotServed(_ kind: String) async throws {
        let (server, folder) = (try Service(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service(kind)
        var patience = limits
        if kind == "stuck" { patience.total = 2 }
        // Time stands still: however long it takes, the pause is not over.
        let clock = Clock()
        let tiles = try Tiles([service], folder: folder, limits: patience, now: { clock.now })
        #expect(await tiles.find(try tile(), of: service) == .notNow)
        // And is left alone for a while.
        for _ in 1...20 { #expect(await tiles.find(try tile(), of: service) == .notNow) }
        // One bad picture says nothing of the others: only who fails three times is taken for gone.
        let isGone = ["broken", "stuck"].contains(kind)
        for x in 8499...8503 { _ = await tiles.find(try tile(x), of: service) }
        let others = try await server.asked().keys.count { $0.hasPrefix("/\(kind)/") }
        #expect(others == (isGone ? 3 : 6), "\(others)")
        let asked = try await server.asked()
        #expect(asked["/\(kind)/14/8498/5382"] == 1 && asked["/well/1/1/1"] == nil)
        #expect(tiles.bytes == 0)
    }

    @Test func aTileThatIsNotThereIsNone() async throws {
        let (server, folder) = (try Service(), folder())
        let service = try server.service("missing")
        let tiles = try Tiles([service], folder: folder, limits: limits)
        for _ in 1...3 { #expect(await tiles.find(try tile(), of: service) == .none) }
        #expect(try await server.asked()["/missing/14/8498/5382"] == 1, "remembered for an hour")
    }

    /// An old picture is better than none.
    @Test func whenTheServiceIsGoneTheOldStays() async throws {
        let (server, clock, folder) = (try Service(), Clock(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service("once")
        let tiles = try Tiles([service], folder: folder, limits: limits, now: { clock.now })
        let first = await tiles.find(try tile(), of: service)
        clock.forward(2 * 3600)
        #expect(await tiles.find(try tile(), of: service) == first && first != .notNow)
        server.end()
        while case .success = await TileFetch(userAgent: "test").get("http://127.0.0.1:\(server.port)/asked") {}
        clock.forward(100)
        #expect(await tiles.find(try tile(), of: service) == first)
        #expect(await tiles.find(try tile(8499), of: service) == .notNow)
    }

    /// A slow service is asked four things at once, four more wait, and who comes then is told to come again.
    @Test func aSlowServiceIsNotRunOver() async throws {
        let (server, folder) = (try Service(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service("held")
        var few = limits
        few.waiting = 4
        let tiles = try Tiles([service], folder: folder, limits: few)
        let refused = Counter()
        let port = server.port
        let served = await withTaskGroup(of: Bool.self) { group in
            for x in 8490..<8520 {
                group.addTask {
                    guard let tile = Tile(zoom: 14, x: x, y: 5382) else { return false }
                    let answer = await tiles.find(tile, of: service)
                    if answer == .notNow { refused.add() }
                    return answer != .notNow && answer != .none
                }
            }
            // Nothing is answered before the others were refused.
            while refused.count < 22 { try? await Task.sleep(for: .milliseconds(20)) }
            _ = await TileFetch(userAgent: "test").get("http://127.0.0.1:\(port)/release")
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(served == 8 && refused.count == 22)
    }

    /// One visitor has so many fetched in ten minutes; what is kept she still sees, and others have theirs.
    @Test func oneVisitorEmptiesNoMap() async throws {
        let (server, clock, folder) = (try Service(), Clock(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service("well")
        var few = limits
        few.perVisitor = 3
        let tiles = try Tiles([service], folder: folder, limits: few, now: { clock.now })
        var answers: [Tiles.Answer] = []
        for x in 8490..<8495 { answers.append(await tiles.find(try tile(x), of: service, for: "one")) }
        #expect(answers.prefix(3).allSatisfy { $0 != .notNow } && answers.suffix(2).allSatisfy { $0 == .notNow })
        #expect(await tiles.find(try tile(8490), of: service, for: "one") == answers[0])
        #expect(await tiles.find(try tile(8494), of: service, for: "other") != .notNow)
        clock.forward(601)
        #expect(await tiles.find(try tile(8493), of: service, for: "one") != .notNow)
    }

    /// The folder stays within its bound, and what was used last stays.
    @Test func theFolderIsBounded() async throws {
        let (server, folder) = (try Service(), folder())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try server.service("well")
        var small = limits
        small.disk = 40_000
        let tiles = try Tiles([service], folder: folder, limits: small)
        for x in 8490..<8520 {
            _ = await tiles.find(try tile(x), of: service)
            _ = await tiles.find(try tile(8490), of: service)
        }
        #expect(tiles.bytes <= 40_000 && tiles.bytes > 10_000)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.contains("well-14-8490-5382") && files.count < 15)
    }

    /// Rows of an MBTiles file count from the south.
    @Test func aFileOfTheHouse() async throws {
        let path = folder() + ".mbtiles"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let tile = try tile()
        let picture =
            [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + [UInt8](repeating: 1, count: 8) + [
                0, 0, 1, 0, 0, 0, 1, 0,
            ]
            + [UInt8](repeating: 0, count: 20)
        let queue = try DatabaseQueue(path: path)
        try await queue.write { db in
            try db.execute(sql: "create table tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)")
            try db.execute(
                sql: "insert into tiles values (14, 8498, ?, ?)", arguments: [(1 << 14) - 1 - 5382, Data(picture)])
        }
        try queue.close()
        let text = "[eigen]\nfile = \(path)\nbounds = 50 3 54 8\nzooms = 6 14\nlicence = x"
        let tiles = try Tiles(try TileService.list(text), folder: folder())
        let service = try #require(tiles.service("eigen"))
        #expect(await tiles.find(tile, of: service) == TileImage(picture).map { .image($0) })
        #expect(await tiles.find(try self.tile(8499), of: service) == .none)
        #expect(throws: (any Error).self) {
            try Tiles(try TileService.list(text.replacing(path, with: "/etc/hostname")), folder: folder())
        }
    }
}
