package import Foundation
import Synchronization

/// The pictures of the maps that the operator offers: from a file of the house, or from a public service through us. Each is fetched once
/// for all who ask at the same time, kept as long as the service says, and served when it is old and the service is gone.
package actor Tiles {
    package enum Answer: Sendable, Equatable {
        case image(TileImage)
        /// There is no such picture.
        case none
        /// The service is slow, gone, or answers nonsense; or too much is asked of it already.
        case notNow
    }

    package struct Limits: Sendable {
        /// At once, of each service.
        package var fetches = 4
        /// More than these are told to come again.
        package var waiting = 60
        /// Of several pictures one after another: then the service is taken for gone.
        package var failures = 3
        /// Whoever failed is left alone for so many seconds.
        package var pause: TimeInterval = 30
        /// Without a word of the service, and at least and at most, in seconds.
        package var usual = 7 * 86_400
        package var kept = 3_600...(30 * 86_400)
        /// New pictures that one visitor may have fetched in each ten minutes, by the clock of all visitors: fifteen screens of streets that nobody looked at before.
        package var perVisitor = 600
        /// Bytes on disk.
        package var disk = 500 * 1024 * 1024
        /// Of one request to a service, in seconds.
        package var connect = 4
        package var total = 8

        package init() {}
    }

    package nonisolated let services: [TileService]
    private let folder: TileFolder
    private let limits: Limits
    private let files: [String: TileFile]
    private let now: @Sendable () -> Date
    private var running: [String: Task<Answer, Never>] = [:]
    private var fetching: [String: Int] = [:]
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
    private var pausedUntil: [String: Date] = [:]
    /// Pictures that a service does not have.
    private var absentUntil: [String: Date] = [:]
    /// What each visitor had fetched since the last ten minutes began.
    private var fetched: [String: Int] = [:]
    private var countedSince = Date.distantPast
    /// How often a service failed without a success between.
    private var failures: [String: Int] = [:]

    /// - Throws: when a file of the list cannot be read as MBTiles.
    package init(
        _ services: [TileService], folder: String, limits: Limits = Limits(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.services = services
        self.limits = limits
        self.now = now
        self.folder = TileFolder(folder, most: limits.disk)
        var files: [String: TileFile] = [:]
        for service in services {
            if case .file(let path) = service.source { files[service.id] = try TileFile(path) }
        }
        self.files = files
    }

    package nonisolated func service(_ id: String) -> TileService? { services.first { $0.id == id } }

    /// How much is kept on disk.
    package nonisolated var bytes: Int { folder.bytes }

    /// - Parameter visitor: as limits know her; forgotten by the first fetch after ten minutes.
    package func find(_ tile: Tile, of service: TileService, for visitor: String = "") async -> Answer {
        guard service.zooms.contains(tile.zoom), tile.bounds.meets(service.bounds) else { return .none }
        if let file = files[service.id] {
            return (try? await file.find(tile)).flatMap { $0 }.map { .image($0) } ?? .none
        }
        guard case .address(let address) = service.source else { return .none }
        let name = "\(service.id)-\(tile.zoom)-\(tile.x)-\(tile.y)"
        let kept = folder.find(name, now: now())
        if let kept, kept.isFresh { return .image(kept.image) }
        let answer = await fetch(
            address.replacing("{z}", with: "\(tile.zoom)").replacing("{x}", with: "\(tile.x)")
                .replacing("{y}", with: "\(tile.y)"), as: name, of: service, for: visitor)
        // An old picture of a street is better than none.
        if answer == .notNow, let kept { return .image(kept.image) }
        return answer
    }

    private func fetch(
        _ address: String, as name: String, of service: TileService, for visitor: String
    ) async -> Answer {
        if let running = running[name] { return await running.value }
        if pausedUntil.count > 2000 { pausedUntil = pausedUntil.filter { $0.value > now() } }
        // Forgotten rather than looked through at each picture: a service is asked again then.
        if absentUntil.count > 20_000 { absentUntil = [:] }
        if absentUntil[name] ?? .distantPast > now() { return .none }
        if isPaused(service.id) || isPaused(name) { return .notNow }
        guard (waiting[service.id]?.count ?? 0) < limits.waiting,
            running.keys.count(where: { $0.hasPrefix(service.id + "-") }) < limits.fetches + limits.waiting
        else { return .notNow }
        guard mayFetch(visitor) else { return .notNow }
        let task = Task { await self.load(address, as: name, of: service) }
        running[name] = task
        let answer = await task.value
        running[name] = nil
        return answer
    }

    /// The operator's name stands on each request: nobody empties a map through us.
    private func mayFetch(_ visitor: String) -> Bool {
        if now().timeIntervalSince(countedSince) > 600 { (fetched, countedSince) = ([:], now()) }
        fetched[visitor, default: 0] += 1
        return fetched[visitor, default: 0] <= limits.perVisitor
    }

    private func load(_ address: String, as name: String, of service: TileService) async -> Answer {
        while fetching[service.id, default: 0] >= limits.fetches {
            await withCheckedContinuation { waiting[service.id, default: []].append($0) }
        }
        // It may have failed while we waited.
        if isPaused(service.id) {
            if waiting[service.id]?.isEmpty == false { waiting[service.id]?.removeFirst().resume() }
            return .notNow
        }
        fetching[service.id, default: 0] += 1
        let fetch = TileFetch(
            userAgent: "Schakel (volunteer centre software; \(service.contact))", connect: limits.connect,
            total: limits.total)
        let result = await fetch.get(address)
        fetching[service.id, default: 1] -= 1
        if waiting[service.id]?.isEmpty == false { waiting[service.id]?.removeFirst().resume() }
        switch result {
        case .success(let fetched):
            guard let image = TileImage(fetched.bytes) else {
                return pause(name)
            }
            failures[service.id] = nil
            let seconds = min(max(fetched.keep ?? limits.usual, limits.kept.lowerBound), limits.kept.upperBound)
            folder.keep(image, as: name, until: now().addingTimeInterval(TimeInterval(seconds)))
            return .image(image)
        case .failure(.missing):
            absentUntil[name] = now().addingTimeInterval(TimeInterval(limits.kept.lowerBound))
            return .none
        // One picture that is none, or that is refused, says nothing of the others.
        case .failure(.tooLarge): return pause(name)
        case .failure(let failure):
            if case .refused(let status) = failure, (300..<429).contains(status) { return pause(name) }
            failures[service.id, default: 0] += 1
            return pause(failures[service.id, default: 0] >= limits.failures ? service.id : name)
        }
    }

    private func isPaused(_ what: String) -> Bool { pausedUntil[what] ?? .distantPast > now() }

    private func pause(_ what: String) -> Answer {
        pausedUntil[what] = now().addingTimeInterval(limits.pause)
        return .notNow
    }
}
