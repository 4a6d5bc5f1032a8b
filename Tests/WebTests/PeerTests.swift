import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite struct PeerTests {
    @Test func networks() throws {
        let ten = try #require(Network("10.0.0.0/8"))
        #expect(ten.contains("10.255.1.2") && !ten.contains("11.0.0.1") && !ten.contains("::1") && !ten.contains("x"))
        let odd = try #require(Network("192.168.4.128/25"))
        #expect(odd.contains("192.168.4.200") && !odd.contains("192.168.4.127"))
        let six = try #require(Network("2001:db8::/33"))
        #expect(six.contains("2001:db8:7fff::1") && !six.contains("2001:db8:8000::1") && !six.contains("10.0.0.1"))
        let one = try #require(Network("::1"))
        #expect(one.contains("0:0:0:0:0:0:0:1") && !one.contains("::2"))
        #expect(try #require(Network("0.0.0.0/0")).contains("1.2.3.4"))
        for refused in ["", "/", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "10.0.0", "host"] {
            #expect(Network(refused) == nil, "\(refused)")
        }
    }

    private func peer(from address: String, _ headers: HTTPFields = [:], trusted: [String] = ["10.0.0.0/8", "::1"])
        throws
        -> Peer
    {
        Peer(
            request: request(headers: headers), channelAddress: try SocketAddress(ipAddress: address, port: 5),
            trusted: trusted.compactMap(Network.init))
    }

    @Test func strangersAreNotBelieved() throws {
        let headers: HTTPFields = [
            .xForwardedFor: "1.1.1.1", .xForwardedProto: "https", .xForwardedHost: "hasselt.example",
        ]
        let stranger = try peer(from: "9.9.9.9", headers)
        #expect(stranger.address == "9.9.9.9" && !stranger.https && stranger.host == "borne.example")
        let proxied = try peer(from: "10.0.0.1", headers)
        #expect(proxied.address == "1.1.1.1" && proxied.https && proxied.host == "hasselt.example")
        #expect(try peer(from: "10.0.0.1", headers, trusted: []).address == "10.0.0.1")
    }

    /// What the visitor writes stands on the left; only what trusted proxies added counts.
    @Test(arguments: [
        ("1.1.1.1", "1.1.1.1"), ("6.6.6.6, 1.1.1.1", "1.1.1.1"), ("10.0.0.7, 1.1.1.1, 10.0.0.2", "1.1.1.1"),
        ("1.1.1.1,10.0.0.3,10.0.0.2", "1.1.1.1"), ("10.0.0.3, 10.0.0.2", "10.0.0.1"), ("", "10.0.0.1"),
        ("6.6.6.6, 2001:db8::1", "2001:db8::1"),
    ])
    func spoofedChains(_ chain: String, _ visitor: String) throws {
        #expect(try peer(from: "10.0.0.1", [.xForwardedFor: chain]).address == visitor)
    }

    /// A server that listens on `::` sees IPv4 proxies so.
    @Test func mappedAddresses() throws {
        let peer = try peer(from: "::ffff:10.0.0.1", [.xForwardedFor: "1.1.1.1"])
        #expect(peer.address == "1.1.1.1")
    }

    @Test func entriesWithoutAnAddress() throws {
        let peer = try peer(from: "10.0.0.1", [.xForwardedFor: " , ,"])
        #expect(peer.address == "10.0.0.1")
        #expect(Network("10.0.0.0/") == nil)
    }

    @Test func withoutAnAddress() throws {
        let nobody = Peer(request: request(authority: nil), channelAddress: nil, trusted: [])
        #expect(nobody.address == "unknown" && nobody.host == nil)
    }

    /// A household gets 2^64 addresses of IPv6: counting each apart would count nothing.
    @Test func rateLimitsCountAHousehold() throws {
        let one = try peer(from: "2001:db8:1:2::1").subscriber
        #expect(try peer(from: "2001:db8:1:2:ffff::9").subscriber == one)
        #expect(try peer(from: "2001:db8:1:3::1").subscriber != one)
        #expect(try peer(from: "9.9.9.9").subscriber == "9.9.9.9")
        #expect(try peer(from: "9.9.9.8").subscriber == "9.9.9.8")
    }

    /// As proxies in a row write it, in any case, with ports.
    @Test(arguments: [("https,http", false), ("http, https", true), ("HTTPS", true), ("", false), (",", false)])
    func severalProxiesMakeALastWord(_ proto: String, _ https: Bool) throws {
        let peer = try peer(
            from: "10.0.0.1", [.xForwardedProto: proto, .xForwardedHost: "forged.example, hasselt.example"])
        #expect(peer.https == https && peer.host == "hasselt.example")
    }

    /// Two that we trust: the outer one met the visitor, and what it said stands before what the inner one said.
    @Test(arguments: [
        ("9.9.9.9, 10.0.0.1", "https,http", true), ("9.9.9.9, 10.0.0.1", "http, https", false),
        ("9.9.9.9, 10.0.0.1", "https", true), ("6.6.6.6, 9.9.9.9, 10.0.0.1", "https, http, http", false),
        ("9.9.9.9", "https,http", false),
    ])
    func theOutermostThatWeTrustCounts(_ chain: String, _ proto: String, _ https: Bool) throws {
        let hosts = proto.contains(",") ? "forged.example, hasselt.example, inner.local" : "hasselt.example"
        let peer = try peer(
            from: "10.0.0.1", [.xForwardedFor: chain, .xForwardedProto: proto, .xForwardedHost: hosts])
        #expect(peer.https == https)
        if chain.contains("10.0.0.1") { #expect(peer.host == "hasselt.example") }
    }

    @Test(arguments: ["::ffff:192.0.2.7", "::FFFF:192.0.2.7", "[::ffff:192.0.2.7]:443", "192.0.2.7"])
    func oneVisitorIsOneHoweverAProxyWritesHer(_ hop: String) throws {
        #expect(try peer(from: "10.0.0.1", [.xForwardedFor: hop]).address == "192.0.2.7")
    }

    @Test(arguments: [
        ("192.0.2.7:51234", "192.0.2.7"), ("[2001:db8::1]:443", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"), ("192.0.2.7, 10.0.0.3:80", "192.0.2.7"),
    ])
    func addressesWithPorts(_ chain: String, _ visitor: String) throws {
        #expect(try peer(from: "10.0.0.1", [.xForwardedFor: chain]).address == visitor)
    }
}
