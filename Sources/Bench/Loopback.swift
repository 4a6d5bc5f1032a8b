import Foundation

/// One HTTP request over a plain socket to this machine: no client library may colour the figures.
enum Loopback {
    struct Answer {
        let status: Int
        let cookie: String?
        let body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    static func get(_ path: String, port: Int, gzip: Bool, cookie: String? = nil) throws -> Answer {
        let accept = gzip ? "Accept-Encoding: gzip\r\n" : ""
        let session = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        return try send(
            "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\(accept)\(session)Connection: close\r\n\r\n", port)
    }

    /// Sends a form as a browser of this site does.
    static func post(_ path: String, _ form: String, port: Int) throws -> Answer {
        try send(
            "POST \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n"
                + "Connection: close\r\n\r\n\(form)", port)
    }

    private static func send(_ text: String, _ port: Int) throws -> Answer {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BenchError("no socket") }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw BenchError("no connection") }
        let request = Array(text.utf8)
        guard Foundation.send(descriptor, request, request.count, 0) == request.count else {
            throw BenchError("not sent")
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            received += buffer[..<count]
        }
        guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { throw BenchError("no answer") }
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let cookie = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("set-cookie: ") }
            .flatMap { $0.dropFirst(12).split(separator: ";").first }.map(String.init)
        return Answer(status: status, cookie: cookie, body: Array(received[end.upperBound...]))
    }
}
