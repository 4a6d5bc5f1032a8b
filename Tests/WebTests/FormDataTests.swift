import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing
import Web

@Suite struct FormDataTests {
    private func read(_ text: String) throws -> FormData { try FormData(urlEncoded: text.utf8) }

    @Test func fields() throws {
        let form = try read("a=1&b=x+y%2Bz&a=2&c&=d&&e=f=g&%C3%A9=%c3%a9")
        #expect(form.all("a") == ["1", "2"])
        #expect(form.first("a") == "1")
        #expect(form.first("b") == "x y+z")
        #expect(form.first("c") == "" && form.contains("c"))
        #expect(form.first("") == "d")
        #expect(form.first("e") == "f=g")
        #expect(form.first("é") == "é")
        #expect(form.first("nothing") == nil && !form.contains("nothing") && form.all("nothing") == [])
        #expect(form.pairs.map(\.0) == ["a", "b", "a", "c", "", "e", "é"])
    }

    /// Signs that nobody sees go, where no word and no emoji needs them.
    @Test(arguments: [
        ("vrij\u{AD}willigers\u{AD}werk", "vrijwilligerswerk"), ("jan\u{200B}@zon.example", "jan@zon.example"),
        ("7622\u{2060}AB\u{FEFF}", "7622AB"), ("\u{200B}\u{200D}\u{200E}", ""), ("naam\u{202E}txt.exe", "naamtxt.exe"),
        ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200C}b", "ab"), ("a\u{FE0F}", "a"), ("Zoë", "Zoë"),
    ])
    func whatNobodySees(_ typed: String, _ kept: String) throws {
        let bytes = typed.utf8.map { "%" + String(Int($0) + 256, radix: 16).suffix(2) }.joined()
        #expect(try read("a=\(bytes)").first("a") == kept)
    }

    @Test func controlsAndLineEnds() throws {
        #expect(try read("a=x%00y%07z%7F%1b").first("a") == "xyz")
        #expect(try read("a=1%0D%0A2%0D3%0A4%0D%0D%0A5%095").first("a") == "1\n2\n3\n4\n\n5\t5")
    }

    @Test(arguments: [
        "a=%ff", "a=%C3", "a=%ED%A0%80", "a=%C0%80", "%ff=a", "a=%", "a=%4", "a=%zz", "a=%4g", "a=%u0041",
    ])
    func brokenFormsAreRefused(_ text: String) async {
        #expect(await status { _ = try FormData(urlEncoded: text.utf8) } == 400)
        #expect(FormData(query: text).pairs.isEmpty)
    }

    @Test func rawBytesThatAreNoText() async {
        #expect(await status { _ = try FormData(urlEncoded: [97, 61, 255]) } == 400)
    }

    @Test func fieldsAreCounted() async throws {
        func form(_ count: Int) -> String { (0..<count).map { "a=\($0)" }.joined(separator: "&") }
        #expect(try read(form(1000)).pairs.count == 1000)
        #expect(await status { _ = try FormData(urlEncoded: form(1001).utf8) } == 413)
        #expect(FormData(query: form(1001)).pairs.isEmpty)
        #expect(FormData(query: nil).pairs.isEmpty)
    }

    @Test func whateverIsEncodedComesBack() throws {
        var random = SeededRandom(7)
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 32...0x2_ffff, using: &random))
            }.filter { scalar in
                // What nobody sees has its own test.
                let unseen: [ClosedRange<UInt32>] = [
                    127...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F, 0x202A...0x202E,
                    0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
                ]
                return !unseen.contains { $0.contains(scalar.value) }
            }
            let text = String(String.UnicodeScalarView(scalars))
            let encoded = text.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            #expect(try read("v=" + encoded).first("v")?.unicodeScalars.elementsEqual(scalars) == true)
        }
    }

    @Test func bodies() async throws {
        let urlEncoded: HTTPFields = [.contentType: "Application/X-WWW-Form-Urlencoded; charset=utf-8"]
        let plain = request(.post, headers: urlEncoded, body: Array("a=1".utf8))
        #expect(try await plain.form().first("a") == "1")
        #expect(try await request(.post, body: Array("a=1".utf8)).form().first("a") == "1")
        for type in ["multipart/form-data; boundary=x", "text/plain", "application/json"] {
            #expect(await status { _ = try await request(.post, headers: [.contentType: type]).form() } == 415)
        }
    }

    @Test func bodiesHaveALimit() async throws {
        let text = Array("a=".utf8) + [UInt8](repeating: 97, count: 98)
        #expect(try await request(.post, body: text).form(limit: 100).first("a")?.count == 98)
        #expect(await status { _ = try await request(.post, body: text).form(limit: 99) } == 413)
        // The announced length is believed before anything is read.
        let announced: HTTPFields = [.contentLength: "100"]
        #expect(await status { _ = try await request(.post, headers: announced).form(limit: 99) } == 413)
        // And a body that announces nothing is cut off while it streams.
        let head = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
        let endless = AsyncStream<ByteBuffer> { stream in
            for _ in 0..<50 { stream.yield(ByteBuffer(repeating: 97, count: 10)) }
            stream.finish()
        }
        let streamed = Request(head: head, body: .init(asyncSequence: endless))
        #expect(await status { _ = try await streamed.form(limit: 99) } == 413)
    }
}
