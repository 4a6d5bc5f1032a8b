import Foundation
import VolunteerCentre

/// The installation's secret: 32 random bytes in a file that only its owner reads, made at the first start.
enum KeyFile {
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    static func load(_ path: String) throws -> [UInt8] {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) {
            guard let data = manager.contents(atPath: path), data.count >= 32 else {
                throw Unusable(description: "The key file \(path) cannot be read or is shorter than 32 bytes.")
            }
            return [UInt8](data)
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let key = SystemRandom.bytes(32)
        guard manager.createFile(atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600]) else {
            throw Unusable(description: "The key file \(path) cannot be written.")
        }
        return key
    }
}
