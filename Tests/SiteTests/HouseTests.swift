import Composition
import Foundation
import GivenCentre
import Testing

/// The house as `ls Sources`, the manifest and docs/architecture.md show it: one picture, and nothing imports upwards.
@Suite struct HouseTests {
    /// From the ground up. `Server` and `Bench` are rooms of one target.
    private static let rooms = ["Infrastructure", "Domain", "Site", "Server", "Bench"]

    @Test func thereAreFiveRooms() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Resources.repository + "/Sources")
        #expect(folders.sorted() == Self.rooms.sorted())
        let targets = try Manifest.read().targets.filter { $0.path.hasPrefix("Sources/") }
        #expect(targets.count > 15)
        for target in targets {
            let expected = ["Server", "Bench"].contains(target.name) ? target.name : "\(target.room)/\(target.name)"
            #expect(target.path == "Sources/" + expected, "\(target.name)")
            #expect(Self.rooms.contains(target.room), "\(target.name)")
        }
        // Nothing stands beside the targets of a room.
        for room in Self.rooms.prefix(3) {
            let inside = try FileManager.default.contentsOfDirectory(atPath: Resources.repository + "/Sources/" + room)
            #expect(inside.sorted() == targets.filter { $0.room == room }.map(\.name).sorted(), "\(room)")
        }
    }

    @Test func nothingImportsUpwards() throws {
        let manifest = try Manifest.read()
        let order = Dictionary(uniqueKeysWithValues: Self.rooms.enumerated().map { ($1, $0) })
        for target in manifest.targets where target.path.hasPrefix("Sources/") {
            for name in target.dependencies {
                guard let other = manifest.targets.first(where: { $0.name == name }) else { continue }
                #expect(
                    order[other.room, default: .max] <= order[target.room, default: .min],
                    "\(target.name) stands on \(name)")
            }
        }
        // Capabilities of the domain stand on the vacancy bank and never on each other; only the roof knows them all.
        let capabilities = manifest.targets.filter {
            $0.room == "Domain" && !["VolunteerCentre", "Composition"].contains($0.name)
        }
        for one in capabilities {
            let others = capabilities.map(\.name) + ["Composition"]
            #expect(Set(one.dependencies).isDisjoint(with: others), "\(one.name)")
        }
    }

    /// What a file imports is what its target names, so the manifest tells the truth.
    @Test func filesImportWhatTheirTargetNames() throws {
        let system: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc"]
        let targets = try Manifest.read().targets
        for file in try SourceFile.all(under: "Sources") {
            let target = try #require(targets.first { file.path.hasPrefix($0.path + "/") }, "\(file.path)")
            let others = file.imports.subtracting(target.dependencies).subtracting(system)
            #expect(others.isEmpty, "\(file.path) imports \(others.sorted())")
        }
    }

    /// The table in docs/architecture.md, row by row.
    @Test func theDocumentShowsTheSamePicture() throws {
        let document = try String(contentsOfFile: Resources.repository + "/docs/architecture.md", encoding: .utf8)
        let targets = try Manifest.read().targets.filter { $0.path.hasPrefix("Sources/") }
        var rows: [String: (room: String, dependencies: Set<String>)] = [:]
        for line in document.split(separator: "\n") {
            guard let row = line.wholeMatch(of: /\| (\w+) \| (`\w+`(?: `\w+`)*) \| .+ \|([^|]*)\|/) else { continue }
            let uses = Set(row.output.3.matches(of: /`(\w+)`/).map { String($0.output.1) })
            for name in row.output.2.matches(of: /`(\w+)`/) {
                rows[String(name.output.1)] = (String(row.output.1), uses)
            }
        }
        #expect(Set(rows.keys) == Set(targets.map(\.name)))
        let ours = Set(targets.map(\.name))
        for target in targets {
            guard let row = rows[target.name] else { continue }
            #expect(row.room == target.room, "\(target.name)")
            #expect(row.dependencies == ours.intersection(target.dependencies), "\(target.name)")
        }
    }
}
