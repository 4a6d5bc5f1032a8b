import Foundation
import TestSupport
import Testing

@testable import Media

@Suite struct ImageReencoderTests {
    private let reencode = ImageReencoder()

    private func refusal(_ bytes: [UInt8], as shape: ImageReencoder.Shape = .picture) async -> ImageReencoder.Refusal? {
        do {
            _ = try await reencode(bytes, as: shape)
            return nil
        } catch { return error as? ImageReencoder.Refusal }
    }

    @Test func aPictureComesBackInTwoSizesWithoutItsMetadata() async throws {
        let source = PNG.picture(width: 1400, height: 875, comment: "taken at home by Ria")
        let made = try await reencode(source, as: .picture)
        for (bytes, width, height) in [(made.card, 640, 360), (made.page, 1280, 800)] {
            #expect(ImageReencoder.suffix(of: bytes) == "webp")
            #expect(try await size(bytes) == "\(width)x\(height)")
            #expect(bytes.firstRange(of: Array("Ria".utf8)) == nil)
            // It can be read again: what we write is a picture.
            _ = try await reencode(bytes, as: .picture)
        }
    }

    /// A camera's file, with make, model, position and a turn to the right.
    @Test func aPhotographDoesNotTellWhereItWasTaken() async throws {
        let source = try camera()
        #expect(
            source.firstRange(of: Array("SchakelCam".utf8)) != nil && source.firstRange(of: Array("Exif".utf8)) != nil)
        for shape in [ImageReencoder.Shape.picture, .logo] {
            let made = try await reencode(source, as: shape)
            for bytes in [made.card, made.page] {
                #expect(!ImageReencoder.hasMetadata(bytes))
                for word in ["Exif", "EXIF", "SchakelCam", "GPS", "XMP", "ICCP"] {
                    #expect(bytes.firstRange(of: Array(word.utf8)) == nil, "\(word)")
                }
            }
        }
    }

    /// Colours of another profile come out as those of sRGB, and a picture that was turned stands upright.
    @Test func coloursAndTurnStay() async throws {
        let made = try await reencode(try camera(), as: .picture)
        #expect(try await size(made.page) == "600x450")
    }

    /// Of a portrait the part with the face is shown: here a spot in the colour of skin, near the top or the bottom of much grey.
    @Test(arguments: [200, 1000]) func aPortraitKeepsItsHead(_ height: Int) async throws {
        let source = try await drawn(
            "black g.v 900 1200", "linear g.v l.v 1 120", "bandjoin \"l.v l.v l.v\" c.v", "cast c.v b.v uchar",
            "draw_circle b.v \"224 150 110\" 450 \(height) 120 --fill", "pngsave b.v out.png")
        let page = try await reencode(source, as: .picture).page
        #expect(try await size(page) == "720x540")
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(page).write(to: folder.appendingPathComponent("page.webp"))
        try sh("vips extract_band page.webp r.v 0 && vips max r.v > red", in: folder)
        let red = try String(contentsOf: folder.appendingPathComponent("red"), encoding: .utf8)
        #expect((Double(red.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 200, "\(red)")
    }

    private func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("schakel-big-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func sh(_ command: String, in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command)")
    }

    /// What these steps of `vips` leave in `out.png` or `out.jpg`.
    private func drawn(_ steps: String...) async throws -> [UInt8] {
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        for step in steps { try sh("vips " + step, in: folder) }
        let made = ["out.png", "out.jpg"].map { folder.appendingPathComponent($0) }
        return [UInt8](
            try Data(contentsOf: try #require(made.first { FileManager.default.fileExists(atPath: $0.path) })))
    }

    /// What a telephone makes: 108 megapixels, more than ten megabytes.
    @Test func aPhotographAsATelephoneMakesIt() async throws {
        let photograph = try await drawn(
            "gaussnoise n.v 3000 2250 --mean 128 --sigma 20", "resize n.v r.v 4", "bandjoin \"r.v r.v r.v\" c.v",
            "cast c.v b.v uchar", "jpegsave b.v out.jpg --Q 55")
        #expect(photograph.count > 10_000_000 && photograph.count < ImageReencoder.longest)
        #expect(try await size(try await reencode(photograph, as: .picture).page) == "1280x960")
    }

    @Test func whatIsNoPictureForEverybodyIsSaid() async throws {
        for brand in ["heic", "mif1", "avif"] {
            let bytes = [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [UInt8](repeating: 0, count: 2000)
            #expect(await refusal(bytes) == .telephoneFormat)
        }
        #expect(
            await refusal([0, 0, 0, 24] + Array("ftypmp42".utf8) + [UInt8](repeating: 0, count: 2000)) == .notAPicture)
        let large = PNG.picture(width: 400, height: 300) + [UInt8](repeating: 0, count: ImageReencoder.longest)
        #expect(await refusal(large) == .tooLarge)
    }

    /// As releases before this one kept them: WebP with what the camera said.
    @Test func storedPicturesAreCleaned() async throws {
        let exif: [UInt8] = Array("EXIF".utf8) + [10, 0, 0, 0] + Array("Exif\0\0GPS:".utf8)
        let plain = try await reencode(PNG.picture(width: 400, height: 300), as: .picture).page
        var body = Array(plain[12...]) + exif
        body = Array("VP8X".utf8) + [10, 0, 0, 0, 8, 0, 0, 0, 143, 1, 0, 43, 1, 0] + body
        let length = UInt32(body.count + 4)
        let dirty =
            Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array("WEBP".utf8)
            + body
        #expect(ImageReencoder.hasMetadata(dirty))
        let clean = try await reencode.withoutMetadata(dirty)
        #expect(!ImageReencoder.hasMetadata(clean) && clean.firstRange(of: Array("GPS:".utf8)) == nil)
        #expect(try await size(clean) == size(plain))
        #expect(try await reencode.withoutMetadata(plain) == plain, "what says nothing stays as it is")
    }

    private func camera() throws -> [UInt8] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("gps.jpg")
        return [UInt8](try Data(contentsOf: file))
    }

    @Test func logosKeepTheirShape() async throws {
        let made = try await reencode(PNG.picture(width: 300, height: 60), as: .logo)
        #expect(try await size(made.card) == "160x32")
        #expect(try await size(made.page) == "300x60", "a small one is not blown up")
    }

    @Test func disguisedFilesAreRefused() async {
        for text in ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "%PDF-1.7", "GIF89a", "", "MZ"] {
            #expect(await refusal(Array(text.utf8)) == .notAPicture, "\(text)")
        }
        #expect(await refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("<?php".utf8)) == .damaged)
        #expect(await refusal([0xFF, 0xD8, 0xFF] + Array(repeating: 0, count: 5000)) == .damaged)
        #expect(await refusal(Array("RIFF____WEBPVP8 ".utf8)) == .damaged)
    }

    /// Sixty thousand pixels square in two hundred bytes; a picture cut off halfway; one that lies about its size.
    @Test func bombsAndTornPicturesAreRefused() async {
        #expect(await refusal(PNG.picture(width: 60_000, height: 60_000, rows: 1)) == .tooManyPixels)
        #expect(await refusal(PNG.picture(width: 5000, height: 5000, rows: 1)) == .damaged)
        let whole = PNG.picture(width: 1400, height: 875)
        #expect(await refusal(Array(whole.prefix(whole.count / 2))) == .damaged)
        #expect(await refusal(PNG.picture(width: 20, height: 20), as: .logo) == .tooSmall)
        #expect(await refusal(PNG.picture(width: 200, height: 900)) == .tooSmall)
    }

    @Test func nothingIsLeftBehind() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pictures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let reencode = ImageReencoder(folder: folder)
        for bytes in [PNG.picture(width: 400, height: 300), PNG.picture(width: 5000, height: 5000, rows: 1)] {
            _ = try? await reencode(bytes, as: .picture)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    /// Many at once go two by two, and all of them come back.
    @Test func manyAtOnce() async throws {
        let source = PNG.picture(width: 400, height: 300)
        let reencode = reencode
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await reencode(source, as: .picture).card.count } }
            return try await group.reduce(0) { $0 + $1 }
        }
        #expect(made > 0)
    }

    private func size(_ webp: [UInt8]) async throws -> String {
        // Simple (VP8) and extended (VP8X) files hold their size at fixed places.
        let kind = String(decoding: webp[12..<16], as: UTF8.self)
        switch kind {
        case "VP8 ":
            let width = Int(webp[26]) | Int(webp[27] & 0x3F) << 8
            let height = Int(webp[28]) | Int(webp[29] & 0x3F) << 8
            return "\(width)x\(height)"
        case "VP8X":
            let width = 1 + (Int(webp[24]) | Int(webp[25]) << 8 | Int(webp[26]) << 16)
            let height = 1 + (Int(webp[27]) | Int(webp[28]) << 8 | Int(webp[29]) << 16)
            return "\(width)x\(height)"
        default: return kind
        }
    }
}
