import HTTPTypes
import Hummingbird
import Testing
import Web

@Suite struct OriginCheckTests {
    /// `Sec-Fetch-Site`, `Origin`, whether a POST to borne.example:8080 is taken.
    private static let table: [(String?, String?, Bool)] = [
        ("same-origin", nil, true), ("none", nil, true), ("same-site", nil, false), ("cross-site", nil, false),
        ("nonsense", nil, false), ("", nil, false), ("cross-site", "http://borne.example:8080", false),
        ("same-origin", "http://evil.example", true),
        (nil, "http://borne.example:8080", true), (nil, "http://BORNE.example:8080", true),
        (nil, "http://borne.example", false), (nil, "http://evil.example:8080", false), (nil, "null", false),
        (nil, "", false), (nil, "http://evil.example/borne.example:8080", false),
        (nil, "http://borne.example:8080.evil.example", false), (nil, "http://xborne.example:8080", false),
        (nil, nil, true),
    ]

    @Test(arguments: table.indices)
    func posts(_ row: Int) {
        let (site, origin, allowed) = Self.table[row]
        var headers: HTTPFields = [:]
        headers[.secFetchSite] = site
        headers[.origin] = origin
        for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
            let sent = request(method, headers: headers)
            #expect(OriginCheck.allows(sent, host: "borne.example:8080") == allowed)
        }
        for method in [HTTPRequest.Method.get, .head, .options] {
            #expect(OriginCheck.allows(request(method, headers: headers), host: "borne.example:8080"))
        }
    }

    @Test func withoutAHostNoOriginFits() {
        #expect(!OriginCheck.allows(request(.post, headers: [.origin: "http://borne.example"]), host: nil))
    }
}
