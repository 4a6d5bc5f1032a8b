import Foundation
package import Hummingbird
package import NIOCore

/// A network in CIDR form whose forwarded headers are believed: `10.0.0.0/8`, `::1`.
package struct Network: Sendable, Equatable {
    private let bytes: [UInt8]
    private let prefix: Int

    /// Nil when the text is no address or network.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let bytes = Self.parse(String(first)) else { return nil }
        let prefix = parts.count > 1 ? Int(parts[1]) : bytes.count * 8
        guard let prefix, (0...bytes.count * 8).contains(prefix) else { return nil }
        self.bytes = bytes
        self.prefix = prefix
    }

    package func contains(_ address: String) -> Bool {
        guard let other = Self.parse(address), other.count == bytes.count else { return false }
        return (0..<prefix).allSatisfy { bit in (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0 }
    }

    fileprivate static func parse(_ text: String) -> [UInt8]? {
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 { return withUnsafeBytes(of: v4) { Array($0) } }
        var v6 = in6_addr()
        if inet_pton(AF_INET6, text, &v6) == 1 { return withUnsafeBytes(of: v6) { Array($0) } }
        return nil
    }
}

/// Who is at the other end: the peer, or what a trusted proxy says.
package struct Peer: Sendable {
    package let address: String
    package let https: Bool
    package let host: String?

    package init(request: Request, channelAddress: SocketAddress?, trusted: [Network]) {
        let peer = Self.plain(channelAddress?.ipAddress ?? "unknown")
        guard trusted.contains(where: { $0.contains(peer) }) else {
            (address, https, host) = (peer, false, request.head.authority)
            return
        }
        // The last entry that no trusted proxy added is the visitor; what stands before it anyone can write.
        let chain = (request.headers[.xForwardedFor] ?? "")
            .split(separator: ",").map { Self.address($0.trimmingCharacters(in: .whitespaces)) }.filter { !$0.isEmpty }
        let place = chain.lastIndex { hop in !trusted.contains { $0.contains(hop) } }
        address = place.map { chain[$0] } ?? peer
        let hops = place.map { chain.count - 1 - $0 } ?? 0
        https = Self.said(request.headers[.xForwardedProto], hops)?.lowercased() == "https"
        host = Self.said(request.headers[.xForwardedHost], hops) ?? request.head.authority
    }

    /// Several proxies make a list, each adding its own at the end: what counts was added by the outermost that we trust, which met the
    /// visitor. Before it anybody can write.
    /// - Parameter hops: how many proxies that we trust stand between her and the last one.
    private static func said(_ list: String?, _ hops: Int) -> String? {
        let entries = (list ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let entry = entries.count > hops ? entries[entries.count - 1 - hops] : entries.last
        return entry.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `192.0.2.1:5123` and `[2001:db8::1]:5123`, as some proxies write it, without the port.
    private static func address(_ hop: String) -> String {
        if hop.hasPrefix("["), let end = hop.firstIndex(of: "]") {
            return plain(String(hop[hop.index(after: hop.startIndex)..<end]))
        }
        let parts = hop.split(separator: ":", omittingEmptySubsequences: false)
        return plain(parts.count == 2 ? String(parts[0]) : hop)
    }

    /// A server or a proxy that listens on `::` sees IPv4 peers as `::ffff:10.0.0.1`.
    private static func plain(_ address: String) -> String {
        let isMapped = address.lowercased().hasPrefix("::ffff:") && address.contains(".")
        return isMapped ? String(address.dropFirst(7)) : address
    }

    /// What rate limits count: the address, or the /64 that one household gets for all its IPv6 devices and may walk through.
    package var subscriber: String {
        guard let bytes = Network.parse(address), bytes.count == 16 else { return address }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".") + "/64"
    }
}
