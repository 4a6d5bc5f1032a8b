import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore

/// What happens to a finished page on its way out: an ETag, 304 for who has it already, gzip for who can read it.
package enum PageDelivery {
    /// Bodies below this are sent as they are: gzip's own header would eat the gain.
    static let smallestWorthCompressing = 1024

    /// - Parameter shared: false for pages of signed-in people: they are never stored by caches and get no ETag.
    package static func finish(_ response: Response, for request: Request, shared: Bool, body buffer: ByteBuffer)
        -> Response
    {
        var response = response
        response.headers[.vary] = "Accept-Encoding, Cookie"
        // Said of every answer: browsers keep a 410 for ever when nothing forbids it, and what closed may open again.
        if !shared {
            response.headers[.cacheControl] = "no-store"
        } else if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "no-cache"
        }
        if shared, response.status == .ok, request.method == .get || request.method == .head {
            let tag = "W/\"\(Compression.fingerprint(buffer.readableBytesView))\""
            response.headers[.eTag] = tag
            if let known = request.headers[.ifNoneMatch],
                known.split(separator: ",").contains(where: { $0.trimmingCharacters(in: .whitespaces) == tag })
            {
                response.headers[.contentType] = nil
                return Response(status: .notModified, headers: response.headers, body: .init())
            }
        }
        if buffer.readableBytes >= smallestWorthCompressing, acceptsGzip(request),
            response.headers[.contentType].map(isText) ?? false,
            let compressed = Compression.gzip(page: buffer.readableBytesView)
        {
            response.headers[.contentEncoding] = "gzip"
            response.headers[.contentLength] = nil
            response.body = .init(byteBuffer: compressed)
        }
        return response
    }

    /// RFC 9110, 12.5.3: a name without `q=0` accepts; what stands by name counts before `*`.
    package static func acceptsGzip(_ request: Request) -> Bool {
        guard let header = request.headers[.acceptEncoding] else { return false }
        if usual.contains(header) { return true }
        let accepted = header.lowercased()
        var named: Bool?
        var any = false
        for part in accepted.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let refused = pieces.dropFirst().contains {
                $0.hasPrefix("q=0") && $0.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
            }
            switch pieces.first {
            case "gzip", "x-gzip": named = !refused
            case "*": any = !refused
            default: break
            }
        }
        return named ?? any
    }

    /// What browsers send: nothing has to be taken apart.
    private static let usual: Set = ["gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd"]

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/atom+xml")
            || type.hasPrefix("application/xml")
    }
}
