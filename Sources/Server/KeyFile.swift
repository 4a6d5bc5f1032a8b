import Foundation
import VolunteerCentre

/// The installation's secret: 32 random bytes in a file that only its owner reads, made at the first start.
enum KeyFile {
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// - Returns: nil when there is no file.
    static func load(_ path: String) throws -> [UInt8]? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return nil }
        guard let data = manager.contents(atPath: path), data.count >= 32 else {
            throw Unusable(description: "The key file \(path) cannot be read or is shorter than 32 bytes.")
        }
        return [UInt8](data)
    }

    static func make() -> [UInt8] { SystemRandom.bytes(32) }

    /// Does nothing when there is a file.
    static func keep(_ key: [UInt8], at path: String) throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard manager.createFile(atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600]) else {
            throw Unusable(description: "The key file \(path) cannot be written.")
        }
    }
}
