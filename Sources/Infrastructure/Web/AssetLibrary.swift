import Crypto
import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore

/// The files of `Resources/Assets`, read once at start, compressed once, and served under names that change with their content.
///
/// They are a few hundred kilobytes, so they live in memory: no file is opened while serving and none can be reached that
/// was not listed at start.
package struct AssetLibrary: Sendable {
    package struct Asset: Sendable {
        let type: String
        let body: ByteBuffer
        let compressed: ByteBuffer?
    }

    private let assets: [String: Asset]
    private let addresses: [String: String]

    /// - Parameters:
    ///   - folder: the folder of assets. Files of `css/` become one sheet `site.css` in the order of their names.
    ///   - extra: generated files, by name (the icon sprite, the themes).
    package init(folder: String, extra: [String: [UInt8]] = [:]) throws {
        var contents = extra
        var sheet: [UInt8] = []
        let manager = FileManager.default
        let names = try manager.subpathsOfDirectory(atPath: folder).sorted()
        for name in names where Self.types[Self.suffix(name)] != nil {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
            if name.hasPrefix("css/") { sheet += bytes + [10] } else { contents[name] = bytes }
        }
        contents["site.css"] = sheet
        var assets: [String: Asset] = [:]
        var addresses: [String: String] = [:]
        for (name, bytes) in contents {
            let hash = SHA256.hash(data: bytes).prefix(5).hex
            let address = "/assets/\(hash)/\(name)"
            let body = ByteBuffer(bytes: bytes)
            let compressible = ["css", "js", "svg", "geojson"].contains(Self.suffix(name))
            assets[address] = Asset(
                type: Self.types[Self.suffix(name)] ?? "application/octet-stream", body: body,
                compressed: compressible ? Compression.gzip(asset: body.readableBytesView) : nil)
            addresses[name] = address
        }
        self.assets = assets
        self.addresses = addresses
    }

    /// The address of an asset by its plain name, e.g. `illustrations/zorg.svg`; the plain address when there is none such.
    package func address(_ name: String) -> String { addresses[name] ?? "/assets/\(name)" }

    /// The address of an asset, or nil when there is none such.
    package func known(_ name: String) -> String? { addresses[name] }

    package func contains(_ name: String) -> Bool { addresses[name] != nil }

    /// The answer for a path under `/assets/`, or nil when there is no such file.
    package func response(path: String, acceptsGzip: Bool) -> Response? {
        guard let asset = assets[path] else { return nil }
        var headers: HTTPFields = [
            .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        if acceptsGzip, let compressed = asset.compressed {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.body))
    }

    /// What stands behind the last dot of a file's name; a folder has none.
    private static func suffix(_ name: String) -> String {
        URL(fileURLWithPath: name).pathExtension
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "webp": "image/webp", "jpg": "image/jpeg", "woff2": "font/woff2",
        "geojson": "application/geo+json",
    ]
}
