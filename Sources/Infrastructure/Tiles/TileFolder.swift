import Foundation
import Synchronization

/// Pictures that were fetched, as files: bounded, the longest unused go first, and each knows until when it is fresh.
final class TileFolder: Sendable {
    struct Kept: Sendable {
        let image: TileImage
        let isFresh: Bool
    }

    private struct Entry {
        var bytes: Int
        var used: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var total = 0
        var clock: UInt64 = 0
        var isLoaded = false
    }

    private let folder: URL
    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: bytes of all files together.
    init(_ folder: String, most: Int) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        self.most = most
    }

    /// Until when a file is fresh stands as its time of change.
    func find(_ name: String, now: Date) -> Kept? {
        let file = folder.appendingPathComponent(name)
        guard let data = try? Data(contentsOf: file), let image = TileImage([UInt8](data)) else { return nil }
        let until = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
        state.withLock { state in
            state.clock += 1
            state.entries[name]?.used = state.clock
        }
        return Kept(image: image, isFresh: until ?? .distantPast > now)
    }

    func keep(_ image: TileImage, as name: String, until: Date) {
        let file = folder.appendingPathComponent(name)
        let part = folder.appendingPathComponent(name + ".part")
        let files = FileManager.default
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(image.bytes).write(to: part)
            try files.setAttributes([.modificationDate: until], ofItemAtPath: part.path)
            // Over an older one in one step: a reader never sees half a picture.
            guard rename(part.path, file.path) == 0 else { return }
        } catch {
            // A full or read-only disk keeps nothing, and the map still works.
            try? files.removeItem(at: part)
            return
        }
        for name in state.withLock({ note(name, Self.room(image.bytes.count), &$0) }) {
            try? files.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    /// A small file takes a block of the disk.
    private static func room(_ bytes: Int) -> Int { (bytes + 4095) / 4096 * 4096 }

    var bytes: Int { state.withLock { $0.total } }

    /// - Returns: what has to go.
    private func note(_ name: String, _ count: Int, _ state: inout State) -> [String] {
        load(&state)
        state.clock += 1
        state.total += count - (state.entries[name]?.bytes ?? 0)
        state.entries[name] = Entry(bytes: count, used: state.clock)
        guard state.total > most else { return [] }
        var gone: [String] = []
        // A tenth at once: sorting for each picture would be work for nothing.
        for (name, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used })
        where state.total > most - most / 10 {
            state.entries[name] = nil
            state.total -= entry.bytes
            gone.append(name)
        }
        return gone
    }

    /// What was there before this process, the longest unchanged first.
    private func load(_ state: inout State) {
        guard !state.isLoaded else { return }
        state.isLoaded = true
        let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)) ?? []
        let known = files.compactMap { file -> (String, Int, Date)? in
            guard let values = try? file.resourceValues(forKeys: Set(keys)), file.pathExtension != "part" else {
                return nil
            }
            return (file.lastPathComponent, values.fileSize ?? 0, values.contentModificationDate ?? .distantPast)
        }
        for (name, bytes, _) in known.sorted(by: { $0.2 < $1.2 }) {
            state.clock += 1
            state.entries[name] = Entry(bytes: Self.room(bytes), used: state.clock)
            state.total += Self.room(bytes)
        }
    }
}
