import HTTPTypes
package import Hummingbird
import NIOCore
import Synchronization

/// Keeps what a response writes.
private struct Collector: ResponseBodyWriter {
    let buffer: Box

    final class Box: Sendable {
        let bytes = Mutex<[UInt8]>([])
    }

    func write(_ part: ByteBuffer) async throws {
        let new = Array(part.readableBytesView)
        buffer.bytes.withLock { $0 += new }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Response {
    /// The whole body, as a browser gets it before it decompresses anything.
    package func bodyBytes() async throws -> [UInt8] {
        let box = Collector.Box()
        try await body.write(Collector(buffer: box))
        return box.bytes.withLock { $0 }
    }
}
