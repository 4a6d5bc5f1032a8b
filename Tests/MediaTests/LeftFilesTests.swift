import Foundation
import Media
import Testing

/// What a killed process left goes at the next start, with all that a camera wrote in it; what another one is at work with stays.
@Suite struct LeftFilesTests {
    @Test func whatWasLeftIsSwept() throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent("left-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: folder) }
        let living = getppid()
        let names = [
            "schakel-picture-\(getpid())-a", "schakel-page-\(getpid())-b", "schakel-mail-\(Int32.max)-c",
            "schakel-picture-\(living)-d", "another", "schakel-other-1-x",
        ]
        for name in names {
            try manager.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        let files = LeftFiles(in: folder)
        files.sweep()
        let kept = Set(try manager.contentsOfDirectory(atPath: folder.path))
        #expect(kept == ["schakel-picture-\(living)-d", "another", "schakel-other-1-x"])
        files.sweep(now: Date(timeIntervalSinceNow: 3700))
        #expect(Set(try manager.contentsOfDirectory(atPath: folder.path)) == ["another", "schakel-other-1-x"])
        #expect(files.place("picture").lastPathComponent.hasPrefix("schakel-picture-\(getpid())-"))
    }
}
