import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Time
import WebTestSupport

@testable import Web

@Suite struct PageDeliveryTests {
    private let long = HTML(trustedMarkup: String(repeating: "<p>één twee</p>", count: 400))

    @Test func whoHasThePageGetsNothing() async throws {
        let first = Reply.page(long, shared: true).response(to: request())
        let tag = try #require(first.headers[.eTag])
        #expect(first.status == .ok && first.headers[.cacheControl] == "no-cache")
        #expect(first.headers[.contentEncoding] == nil)
        for known in [tag, "W/\"other\", \(tag)", " \(tag) ,\"x\""] {
            let again = Reply.page(long, shared: true).response(to: request(headers: [.ifNoneMatch: known]))
            #expect(again.status == .notModified && again.headers[.eTag] == tag)
            #expect(try await again.bodyBytes() == [])
        }
        for other in ["\"x\"", tag + "0", String(tag.dropLast(2)) + "\""] {
            #expect(Reply.page(long, shared: true).response(to: request(headers: [.ifNoneMatch: other])).status == .ok)
        }
        let changed = Reply.page("<p>other</p>", shared: true).response(to: request(headers: [.ifNoneMatch: tag]))
        #expect(changed.status == .ok && changed.headers[.eTag] != tag)
    }

    @Test func tagsAreForPagesThatCanBeAskedForAgain() {
        #expect(Reply.page(long, shared: true).response(to: request(.post)).headers[.eTag] == nil)
        #expect(Reply.page(long, status: .notFound, shared: true).response(to: request()).headers[.eTag] == nil)
        #expect(Reply.page(long, shared: true).response(to: request(.head)).headers[.eTag] != nil)
    }

    /// Without a word browsers keep 410 and 404 for long, some for ever; what was closed may be open tomorrow.
    @Test(arguments: [HTTPResponse.Status.gone, .notFound, .ok, .unprocessableContent])
    func everyPageIsAskedForAgain(_ status: HTTPResponse.Status) {
        #expect(
            Reply.page(long, status: status, shared: true).response(to: request()).headers[.cacheControl] == "no-cache")
    }

    @Test func personalPagesAreNotKept() {
        for reply in [
            Reply.page(long, shared: false), Reply.redirect(to: "/"),
            Reply.page(long, shared: true).settingCookie(Cookie(name: "a", value: "b")),
        ] {
            let response = reply.response(to: request(headers: [.ifNoneMatch: "*"]))
            #expect(response.headers[.cacheControl] == "no-store")
            #expect(response.headers[.eTag] == nil)
            #expect(response.headers[.vary]?.contains("Cookie") == true)
        }
    }

    @Test func compressedPagesAreThePage() async throws {
        let reply = Reply.page(long, shared: true)
        let response = reply.response(to: request(headers: [.acceptEncoding: "br, gzip;q=0.8"]))
        #expect(response.headers[.contentEncoding] == "gzip")
        #expect(response.headers[.vary]?.contains("Accept-Encoding") == true)
        let bytes = try await response.bodyBytes()
        #expect(bytes.count < long.bytes.count / 5)
        #expect(gunzip(bytes) == long.bytes)
        #expect(response.headers[.eTag] == reply.response(to: request()).headers[.eTag])
    }

    @Test func whatIsNotWorthItStaysAsItIs() async throws {
        let accepts: HTTPFields = [.acceptEncoding: "gzip"]
        let short = HTML(trustedMarkup: String(repeating: "a", count: 1023))
        #expect(
            Reply.page(short, shared: true).response(to: request(headers: accepts)).headers[.contentEncoding] == nil)
        let exact = HTML(trustedMarkup: String(repeating: "a", count: 1024))
        #expect(
            Reply.page(exact, shared: true).response(to: request(headers: accepts)).headers[.contentEncoding] == "gzip")
        let image = Reply(headers: [.contentType: "image/png"], body: long.bytes, shared: true)
        #expect(image.response(to: request(headers: accepts)).headers[.contentEncoding] == nil)
    }

    @Test(arguments: [
        ("gzip", true), ("br, gzip", true), ("*", true), ("gzip;q=1", true), ("deflate, gzip ; q=0.5", true),
        ("gzip;q=0", false), ("gzip; q=0", false), ("gzip;q=0.0", false), ("br", false), ("", false),
        ("identity", false),
        ("xgzip", false), ("gzipx", false), ("identity;q=1, *;q=0", false),
    ])
    func accepting(_ header: String, _ accepted: Bool) {
        #expect(PageDelivery.acceptsGzip(request(headers: [.acceptEncoding: header])) == accepted)
    }

    /// Allowed spellings (RFC 9110, 12.4.2 and 8.4.1) that mean no, or yes.
    @Test(arguments: [
        ("gzip;q=0.000", false), ("gzip;q=0.00", false), ("gzip;Q=0", false), ("gzip;q=0, *", false), ("GZIP", true),
        ("x-gzip", true),
    ])
    func rareSpellings(_ header: String, _ accepted: Bool) {
        #expect(PageDelivery.acceptsGzip(request(headers: [.acceptEncoding: header])) == accepted)
    }

    @Test func withoutTheHeaderNothingIsCompressed() { #expect(!PageDelivery.acceptsGzip(request())) }

    @Test(arguments: [0, 1, 1023, 65_536, 300_000])
    func compressionRoundTrip(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let view = ByteBuffer(bytes: bytes).readableBytesView
        let asset = try #require(Compression.gzip(asset: view))
        #expect(gunzip(Array(asset.readableBytesView)) == bytes)
        // A page that would not become smaller is sent as it is: signs that follow no rule.
        var random = SystemRandomNumberGenerator()
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(Compression.gzip(page: ByteBuffer(bytes: noise).readableBytesView) == nil)
        guard count > 1 else { return }
        let text = (0..<count).map { UInt8(97 + $0 * $0 % 23) }
        let page = try #require(Compression.gzip(page: ByteBuffer(bytes: text).readableBytesView))
        #expect(page.readableBytes < count && gunzip(Array(page.readableBytesView)) == text)
    }

    @Test func redirectsAreAfterForms() {
        let response = Reply.redirect(to: "/a?b=c").response(to: request(.post))
        #expect(response.status == .seeOther && response.headers[.location] == "/a?b=c")
    }
}
