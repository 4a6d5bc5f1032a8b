package import Foundation
import Subprocess

/// Makes pictures of strangers safe to show: decoded and written again by another process with limits of time and memory,
/// in the sizes that pages need, without the metadata (places, names of cameras) that telephones add.
///
/// Tools: `vipsheader` and `vipsthumbnail` (Debian's libvips-tools) and `cwebp` (webp), under `timeout` and `prlimit`. A
/// picture that makes them fail or run long harms only that process.
package struct ImageReencoder: Sendable {
    package enum Shape: Sendable {
        /// Cut to 16:9 for cards; up to 1280 by 960 for pages, whole, or cut to 4:3 around what draws the eye when it is higher than
        /// wide: pages show a picture wider than high, and of a portrait the middle has no head.
        case picture
        /// Whole, up to 160 and 480 pixels square.
        case logo
    }

    package struct Reencoded: Sendable {
        /// WebP for lists.
        package let card: [UInt8]
        /// WebP for the page itself.
        package let page: [UInt8]
    }

    package enum Refusal: String, Error, Equatable, Sendable, CaseIterable {
        /// Neither PNG, JPEG nor WebP by its first bytes, whatever its name says.
        case notAPicture
        /// HEIC or AVIF, as telephones keep photographs: whoever sends one can have it as JPEG.
        case telephoneFormat
        /// More bytes than we take.
        case tooLarge
        /// More pixels than a screen or our memory needs.
        case tooManyPixels
        case tooSmall
        /// It begins as a picture and does not go on as one.
        case damaged
    }

    /// The tools are not installed, or the machine is out of processes.
    package struct Unavailable: Error {}

    /// A photograph of a telephone as it is.
    package static let longest = 15 * 1024 * 1024
    /// Telephones make up to 108 megapixels. JPEG is read in smaller pieces, so it costs no memory of that size.
    package static let mostPixels = 120_000_000

    private let gate = Turnstile(places: 2)

    private let folder: URL

    /// - Parameter folder: where pictures lie while they are written again.
    package init(folder: URL = FileManager.default.temporaryDirectory) { self.folder = folder }

    /// - Throws: `Refusal` for what is wrong with the picture, `Unavailable` for what is wrong here.
    package func callAsFunction(_ bytes: [UInt8], as shape: Shape) async throws -> Reencoded {
        guard bytes.count <= Self.longest else { throw Refusal.tooLarge }
        guard let suffix = Self.suffix(of: bytes) else {
            throw Self.isOfATelephone(bytes) ? Refusal.telephoneFormat : Refusal.notAPicture
        }
        return try await inFolder(bytes, suffix) { source in
            try await measure(source, shape)
            let (card, page) = shape.sizes
            return Reencoded(
                card: try await make(card, from: source, as: "card"),
                page: try await make(page, from: source, as: "page", isWide: shape == .picture))
        }
    }

    /// Which of the three kinds this is, by its first bytes.
    static func suffix(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.count > 12, bytes.starts(with: Array("RIFF".utf8)), Array(bytes[8..<12]) == Array("WEBP".utf8) {
            return "webp"
        }
        return nil
    }

    /// HEIF and AVIF begin with a box `ftyp` that names the brand (ISO 14496-12).
    private static func isOfATelephone(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 12, Array(bytes[4..<8]) == Array("ftyp".utf8) else { return false }
        let brand = String(decoding: bytes[8..<12], as: UTF8.self)
        return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"].contains(brand)
    }

    /// The header tells the size before anything is decoded: a small file may claim a picture that fills the memory.
    private func measure(_ source: URL, _ shape: Shape) async throws {
        let (width, height) = try await size(of: source)
        if width * height > Self.mostPixels { throw Refusal.tooManyPixels }
        if min(width, height) < shape.smallestSide { throw Refusal.tooSmall }
    }

    private func size(of picture: URL) async throws -> (width: Int, height: Int) {
        let output = try await run("vipsheader", [picture.path])
        // `source.png: 900x600 uchar, 3 bands, srgb, pngload`
        guard let match = output.firstMatch(of: #/: (\d+)x(\d+) /#), let width = Int(match.output.1),
            let height = Int(match.output.2)
        else { throw Refusal.damaged }
        return (width, height)
    }

    /// A picture that was kept before metadata were taken out of WebP: as it is when it has none, else written again.
    package func withoutMetadata(_ webp: [UInt8]) async throws -> [UInt8] {
        guard Self.hasMetadata(webp) else { return webp }
        return try await inFolder(webp, "webp") { source in
            try await make(["-s", "4096x4096>"], from: source, as: "clean")
        }
    }

    /// Whether a WebP file (RIFF: chunks of a name, a length and bytes) carries anything but its picture.
    static func hasMetadata(_ webp: [UInt8]) -> Bool {
        var place = 12
        while place + 8 <= webp.count {
            if ["EXIF", "XMP ", "ICCP"].contains(String(decoding: webp[place..<place + 4], as: UTF8.self)) {
                return true
            }
            let length = webp[place + 4..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            place += 8 + length + length % 2
        }
        return false
    }

    /// Two pictures at a time, each with what is made of it in a folder of its own, which goes afterwards.
    private func inFolder<T: Sendable>(
        _ picture: [UInt8], _ suffix: String, _ body: @Sendable (URL) async throws -> T
    ) async throws -> T {
        try await gate.pass {
            let folder = LeftFiles(in: self.folder).place("picture")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            let source = folder.appendingPathComponent("source." + suffix)
            try Data(picture).write(to: source)
            return try await body(source)
        }
    }

    /// By way of a PNG: libvips 8.14 writes what it knows of the camera into WebP even when told to strip, and dropping the
    /// profile is right only once the colours are those of sRGB.
    private func make(
        _ arguments: [String], from source: URL, as name: String, isWide: Bool = false
    ) async throws -> [UInt8] {
        func beside(_ ending: String) -> URL {
            source.deletingLastPathComponent().appendingPathComponent(name + ending)
        }
        var plain = beside(".png")
        _ = try await run(
            "vipsthumbnail",
            [source.path + "[fail_on=truncated]"] + arguments
                + ["--eprofile", "srgb", "-o", plain.path + "[strip,compression=1]"])
        let (width, height) = try await size(of: plain)
        if isWide && height > width {
            let cut = beside(".cut.png")
            _ = try await run(
                "vipsthumbnail",
                [plain.path, "-s", "\(width)x\(width * 3 / 4)", "--smartcrop", "attention", "-o"]
                    + [cut.path + "[strip,compression=1]"])
            plain = cut
        }
        let target = beside(".webp")
        _ = try await run("cwebp", ["-quiet", "-q", "82", "-metadata", "none", plain.path, "-o", target.path])
        guard let data = try? Data(contentsOf: target), !data.isEmpty else { throw Refusal.damaged }
        return [UInt8](data)
    }

    /// Two seconds of the processor, a gigabyte of address space, files of 20 MB at most. The clock has thirty: it is for a
    /// process that waits, and a busy machine must not refuse good pictures.
    private func run(_ tool: String, _ arguments: [String]) async throws -> String {
        let limits = [
            "--kill-after=1", "30", "prlimit", "--cpu=2", "--as=1200000000", "--fsize=20000000", "--core=0", tool,
        ]
        let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
        do {
            result = try await Subprocess.run(
                .name("timeout"), arguments: Arguments(limits + arguments),
                environment: .inherit.updating([
                    // Loaders that libvips itself does not trust stay off; one thread per picture.
                    "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1", "LC_ALL": "C",
                ]), output: .string(limit: 4096), error: .string(limit: 16 * 1024))
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            // A line of complaint per row of a torn picture.
            throw Refusal.damaged
        } catch {
            throw Unavailable()
        }
        switch result.terminationStatus {
        case .exited(0):
            // libvips fills up what a file lacks with grey and says so; a profile it does not like is no harm.
            guard !result.standardError.lowercased().contains("not enough") else { throw Refusal.damaged }
            return result.standardOutput
        // 124: the clock ran out before the processor's two seconds did, which says nothing of the picture. 126 and 127: `timeout` or
        // `prlimit` found no such tool.
        case .exited(124), .exited(126), .exited(127): throw Unavailable()
        default: throw Refusal.damaged
        }
    }
}

extension ImageReencoder.Shape {
    fileprivate var sizes: (card: [String], page: [String]) {
        switch self {
        case .picture: (["-s", "640x360", "--smartcrop", "attention"], ["-s", "1280x960>"])
        case .logo: (["-s", "160x160>"], ["-s", "480x480>"])
        }
    }

    fileprivate var smallestSide: Int {
        switch self {
        case .picture: 240
        case .logo: 32
        }
    }
}
