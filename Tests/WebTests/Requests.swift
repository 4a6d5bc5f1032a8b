import HTTPTypes
import Hummingbird
import NIOCore

func request(
    _ method: HTTPRequest.Method = .get, _ path: String = "/", authority: String? = "borne.example",
    headers: HTTPFields = [:], body: [UInt8] = []
) -> Request {
    Request(
        head: HTTPRequest(method: method, scheme: "http", authority: authority, path: path, headerFields: headers),
        body: .init(buffer: ByteBuffer(bytes: body)))
}

/// The status that a closure throws, nil when it throws none.
func status(_ body: () async throws -> Void) async -> Int? {
    do { try await body() } catch { return (error as? any HTTPResponseError)?.status.code }
    return nil
}
