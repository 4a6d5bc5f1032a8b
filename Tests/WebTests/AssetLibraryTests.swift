import Foundation
import HTTPTypes
import Hummingbird
import Testing
import Web
import WebTestSupport

@Suite final class AssetLibraryTests {
    private let folder: URL
    private let library: AssetLibrary
    private let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\">" + String(repeating: "<g/>", count: 500) + "</svg>"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("assets-\(UUID().uuidString)")
        for name in ["css", "logos"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        for (name, text) in [
            ("css/20-b.css", "b{}"), ("css/10-a.css", "a{}"), ("logos/x.svg", drawing), ("list.txt", "secret"),
            ("p.png", "png"),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        library = try AssetLibrary(folder: folder.path, extra: ["made.js": Array("1".utf8)])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func body(_ name: String, gzip: Bool = false) async throws -> [UInt8] {
        try await #require(library.response(path: library.address(name), acceptsGzip: gzip)).bodyBytes()
    }

    @Test func sheetsAreOneInOrder() async throws {
        #expect(try await body("site.css") == Array("a{}\nb{}\n".utf8))
        #expect(!library.contains("css/10-a.css"))
    }

    @Test func filesAreServedForEver() async throws {
        let response = try #require(library.response(path: library.address("logos/x.svg"), acceptsGzip: false))
        #expect(response.headers[.contentType] == "image/svg+xml")
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response.headers[.contentEncoding] == nil)
        #expect(try await response.bodyBytes() == Array(drawing.utf8))
        let compressed = try #require(library.response(path: library.address("logos/x.svg"), acceptsGzip: true))
        #expect(compressed.headers[.contentEncoding] == "gzip" && compressed.headers[.vary] == "Accept-Encoding")
        #expect(gunzip(try await compressed.bodyBytes()) == Array(drawing.utf8))
        let image = try #require(library.response(path: library.address("p.png"), acceptsGzip: true))
        #expect(image.headers[.contentEncoding] == nil && image.headers[.contentType] == "image/png")
        #expect(try await body("made.js") == [49])
    }

    @Test func namesFollowTheContent() throws {
        let same = try AssetLibrary(folder: folder.path, extra: ["made.js": Array("1".utf8)])
        let other = try AssetLibrary(folder: folder.path, extra: ["made.js": Array("2".utf8)])
        #expect(same.address("made.js") == library.address("made.js"))
        #expect(other.address("made.js") != library.address("made.js"))
        #expect(other.address("site.css") == library.address("site.css"))
    }

    @Test(arguments: [
        "/assets/", "/assets/site.css", "/assets/0000000000/site.css", "/assets/../../etc/passwd", "/assets/list.txt",
        "/assets/0000000000/../site.css", "",
    ])
    func nothingElseIsServed(_ path: String) { #expect(library.response(path: path, acceptsGzip: false) == nil) }

    @Test func unknownNames() {
        #expect(!library.contains("list.txt") && !library.contains("nothing.svg"))
        #expect(library.address("nothing.svg") == "/assets/nothing.svg")
    }
}
