import Foundation
import GivenCentre

/// A Swift file of the repository, for the contracts about the sources.
struct SourceFile: Sendable {
    let path: String
    let text: String

    var name: String { (path as NSString).lastPathComponent }
    /// The target it belongs to: the folder within its room, or the room where that is one target.
    var target: String {
        let parts = path.split(separator: "/")
        let isRoom = ["Server", "Bench"].contains(parts[1]) || parts[0] == "Tests"
        return String(isRoom ? parts[1] : parts[2])
    }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    var imports: Set<String> {
        Set(
            text.matches(
                of:
                    /(?m)^\s*(?:@\w+ )*(?:package |internal |private |fileprivate |public )?import (?:struct |enum |func |class |protocol |let |var |typealias )?(\w+)/
            ).map {
                String($0.output.1)
            })
    }

    static func all(under folder: String) throws -> [SourceFile] {
        let root = Resources.repository + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }.sorted().map
        {
            SourceFile(path: folder + "/" + $0, text: try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
        }
    }
}
