import Foundation
import GivenCentre

/// The targets of Package.swift, as it writes them down.
struct Manifest {
    struct Target {
        let name: String
        let path: String
        /// Names of targets and of products.
        let dependencies: [String]

        /// The folder below Sources or Tests.
        var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    let targets: [Target]

    /// Reads calls such as `target("Domain", "VolunteerCentre", ["SQL", crypto])`: the manifest has no other form.
    static func read() throws -> Manifest {
        let text = try String(contentsOfFile: Resources.repository + "/Package.swift", encoding: .utf8)
            .replacing(/(?m)\/\/.*$/, with: "")
        var products: [String: String] = [:]
        for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
            products[String(match.output.1)] = String(match.output.2)
        }
        func names(_ list: some StringProtocol) -> [String] {
            list.split { ", \n[]".contains($0) }.map { word in
                word.hasPrefix("\"") ? String(word.dropFirst().dropLast()) : products[String(word)] ?? String(word)
            }
        }
        var targets: [Target] = []
        for match in text.matches(of: /\blibrary\("(\w+)"/) {
            let name = String(match.output.1)
            targets.append(Target(name: name, path: "Sources/Infrastructure/\(name)", dependencies: []))
        }
        for match in text.matches(of: /\btarget\(\s*"(\w+)", "(\w+)"(?:,\s*\[([^\]]*)\])?/) {
            let (room, name) = (String(match.output.1), String(match.output.2))
            targets.append(
                Target(name: name, path: "Sources/\(room)/\(name)", dependencies: names(match.output.3 ?? "")))
        }
        for match in text.matches(of: /\.executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/) {
            let name = String(match.output.1)
            targets.append(Target(name: name, path: "Sources/\(name)", dependencies: names(match.output.2)))
        }
        return Manifest(targets: targets)
    }
}
