package import Foundation

/// Files for a moment: photographs with all that a camera wrote in them, letters, pages. Each is removed after its use; of a process that
/// was killed in the middle they are removed at the next start.
package struct LeftFiles: Sendable {
    private static let own = "schakel-"
    private let folder: URL

    package init(in folder: URL = FileManager.default.temporaryDirectory) { self.folder = folder }

    /// A place of our own for one: its name says whose it is.
    /// - Parameter kind: picture, page, mail.
    package func place(_ kind: String) -> URL {
        folder.appendingPathComponent("\(Self.own)\(kind)-\(getpid())-\(UUID().uuidString)")
    }

    /// Called at the start, before anything of ours is made: what bears our number was made by one that had it before, as in a container
    /// everybody is number one. Of others that run, all stays that is younger than an hour.
    package func sweep(now: Date = Date()) {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        // A folder of a machine holds thousands of others' files.
        for name in names where name.hasPrefix(Self.own) {
            guard let process = name.firstMatch(of: /^schakel-(?:picture|page|mail)-(\d+)-/).flatMap({ Int32($0.1) })
            else { continue }
            let path = folder.appendingPathComponent(name)
            let made = (try? manager.attributesOfItem(atPath: path.path))?[.modificationDate] as? Date
            let isOld = made.map { now.timeIntervalSince($0) > 3600 } ?? false
            let isGone = kill(process, 0) != 0 && errno == ESRCH
            if isOld || process == getpid() || isGone { try? manager.removeItem(at: path) }
        }
    }
}
