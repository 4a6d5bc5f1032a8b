import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite struct MultipartFormTests {
    private func read(_ text: String, boundary: String = "X") throws -> FormData {
        try MultipartForm.read(Array(text.utf8), boundary: boundary)
    }

    @Test func fieldsAndFiles() throws {
        let data = try read(
            "--X\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nKok é\r\n--X\r\n"
                + "Content-Disposition: form-data; name=\"foto\"; filename=\"a \\b.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--x\r\n\r\n--X\r\n"
                + "Content-Disposition: form-data; name=\"titel\"\r\n\r\n\r\n--X--\r\n")
        #expect(data.all("titel") == ["Kok é", ""])
        #expect(data.files["foto"].map { String(decoding: $0.bytes, as: UTF8.self) } == "\r\n--x\r\n")
        #expect(data.first("foto") == nil)
    }

    /// A file field that was left empty is no file.
    /// Names of files as people give them; what is in the file decides, never its name.
    @Test(arguments: ["zomer; de tuin.jpg", "%22kaart%22.png", "été.jpg", "a=b; name=x.jpg", "x"])
    func namesOfFiles(_ name: String) throws {
        let form = try read(
            "--X\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"\(name)\"\r\nContent-Type: image/jpeg\r\n\r\nbytes\r\n--X--\r\n"
        )
        let file = try #require(form.files["foto"])
        #expect(file.name == name.replacing("%22", with: "\"") && file.bytes == Array("bytes".utf8))
        #expect(form.pairs.isEmpty)
    }

    /// Too large a photograph costs the photograph and nothing that was typed, before it or after it.
    @Test(arguments: [1_000, 600_000, 3_000_000], [10, 700, 70_000])
    func aFileThatIsTooLarge(_ size: Int, _ piece: Int) async throws {
        let head = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\neen\r\n--X\r\n"
        let file = "Content-Disposition: form-data; name=\"foto\"; filename=\"f.jpg\"\r\n\r\n"
        let end = "\r\n--X\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\ntwee\r\n--X--"
        let body = Array((head + file + String(repeating: "f", count: size) + end).utf8)
        let pieces = AsyncStream<ByteBuffer> { stream in
            for start in Swift.stride(from: 0, to: body.count, by: piece) {
                stream.yield(ByteBuffer(bytes: body[start..<min(start + piece, body.count)]))
            }
            stream.finish()
        }
        let asked = HTTPRequest(
            method: .post, scheme: "http", authority: "a", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=X"])
        func form(_ kept: Int, longest: Int) async throws -> FormData {
            try await Request(head: asked, body: .init(asyncSequence: pieces)).form(files: kept, longest: longest)
        }
        let data = try await form(500, longest: 4_000_000)
        #expect(data.first("a") == "een" && data.first("b") == "twee")
        #expect(data.files["foto"]?.isCut == true && data.files["foto"]?.bytes == [])
        let whole = request(.post, headers: [.contentType: "multipart/form-data; boundary=X"], body: body)
        #expect(try await whole.form(files: 4_000_000).files["foto"]?.bytes.count == size)
        #expect(await status { _ = try await whole.form(files: 500) } == 413)
        #expect(await status { _ = try await whole.form(files: 500, longest: size) } == 413)
    }

    /// Files that look like an end all the time cost no more than others: two megabytes of CR filled a core.
    @Test(.timeLimit(.minutes(1)), arguments: ["\r", "\r\n", "\r\n--", "\r\n--X\r"])
    func nothingSlowsTheSearch(_ piece: String) throws {
        let end = piece == "\r\n--X\r" ? "" : "\r\n--X--"
        let file = String(repeating: piece, count: 20_000_000 / piece.utf8.count)
        let text = "--X\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a\"\r\n\r\n" + file + end
        let data = try? read(text)
        #expect(piece == "\r\n--X\r" || data?.files["foto"]?.bytes.count == file.utf8.count)
    }

    @Test func aFileWithoutAName() throws {
        let form = try read(
            "--X\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"\"\r\n\r\nbytes\r\n--X--\r\n")
        #expect(form.files["foto"]?.bytes == Array("bytes".utf8))
    }

    @Test func emptyFileFields() throws {
        let data = try read(
            "--X\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--X--\r\n"
        )
        #expect(data.files.isEmpty)
    }

    @Test func controlCharactersGoAsInOtherForms() throws {
        let data = try read("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\u{0}\u{7}\r\ny\r\n--X--")
        #expect(data.first("a") == "x\ny")
    }

    @Test func whatNoBrowserSendsIsRefused() {
        for text in [
            "", "--X", "--X\r\n", "--Y\r\n\r\n--Y--", "--X\r\n\r\n--X--",
            "--X\r\nContent-Disposition: form-data\r\n\r\nx\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\nx\r\n--X--",
        ] {
            #expect(throws: HTTPError.self, "\(text)") { try read(text) }
        }
        #expect(throws: HTTPError.self) { try read("----\r\n", boundary: "") }
        #expect(throws: HTTPError.self) {
            try MultipartForm.read(
                Array("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF, 0xFE]
                    + Array("\r\n--X--".utf8),
                boundary: "X")
        }
    }

    /// Every cut and every changed byte of a good form is answered, never a crash.
    @Test func anyDamageIsAnswered() {
        let good = Array(
            "--X\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nxyz\r\n--X\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\nd\r\n--X--\r\n"
                .utf8)
        for end in 0...good.count { _ = try? MultipartForm.read(Array(good[..<end]), boundary: "X") }
        for index in good.indices {
            for byte in [0, 13, 10, 34, 45, 255] as [UInt8] {
                var bad = good
                bad[index] = byte
                _ = try? MultipartForm.read(bad, boundary: "X")
            }
        }
    }
}
