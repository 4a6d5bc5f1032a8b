import Foundation

/// What must stand in the folder Resources: its list lies there too (`bin/manifest`), so that a copy of which a file is missing is known
/// before somebody waits for a mail that it would have been.
enum ResourceFiles {
    static let list = "manifest.txt"

    /// Those that are missing or empty.
    static func lacking(in folder: String) -> [String] {
        guard let names = try? String(contentsOfFile: "\(folder)/\(list)", encoding: .utf8) else { return [list] }
        return names.split(separator: "\n").map(String.init).filter { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return (attributes?[.size] as? Int ?? 0) == 0
        }
    }

    /// The first of them; there may be hundreds.
    static func words(_ lacking: [String]) -> String {
        lacking.prefix(5).joined(separator: ", ") + (lacking.count > 5 ? " and \(lacking.count - 5) more" : "")
    }
}
