package import HTML
package import HTTPTypes
package import Hummingbird
import NIOCore

/// An answer whose body is in memory: a page, a redirect, a small text. On its way out it gets its ETag and compression.
package struct Reply: ResponseGenerator {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]
    /// False for what depends on who is signed in: no cache may keep it.
    package var shared: Bool

    package init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: [UInt8] = [], shared: Bool) {
        self.status = status
        self.headers = headers
        self.body = body
        self.shared = shared
    }

    package static func page(_ html: HTML, status: HTTPResponse.Status = .ok, shared: Bool) -> Reply {
        Reply(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: html.bytes, shared: shared)
    }

    /// 303: after a form the browser gets a page, so that reloading sends nothing twice.
    package static func redirect(to location: String, status: HTTPResponse.Status = .seeOther) -> Reply {
        Reply(status: status, headers: [.location: location], shared: false)
    }

    /// The same answer, for one person only: no cache keeps it.
    package var unshared: Reply {
        var reply = self
        reply.shared = false
        return reply
    }

    package func settingCookie(_ cookie: Cookie) -> Reply {
        var reply = self
        reply.headers.append(HTTPField(name: .setCookie, value: cookie.description))
        return reply
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        response(to: request)
    }

    package func response(to request: Request) -> Response {
        let buffer = ByteBuffer(bytes: body)
        let response = Response(status: status, headers: headers, body: .init(byteBuffer: buffer))
        return PageDelivery.finish(response, for: request, shared: shared && headers[.setCookie] == nil, body: buffer)
    }
}
