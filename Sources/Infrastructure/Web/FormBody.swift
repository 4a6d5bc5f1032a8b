import Hummingbird

/// The bytes of a form with files. Of one that is larger than is kept, the beginning and the end: the file that made it so large is
/// lost in its middle, what was typed before and after it is not.
struct FormBody: Sendable {
    /// As much typed text as any form has.
    static let end = 512 * 1024

    private let kept: Int
    private let longest: Int
    private var start: [UInt8] = []
    private var tail: [UInt8] = []
    private var count = 0

    /// - Parameters:
    ///   - kept: bytes.
    ///   - longest: whoever sends more bytes is not read to the end.
    init(kept: Int, longest: Int) { (self.kept, self.longest) = (kept, longest) }

    var isCut: Bool { count > kept }
    var bytes: [UInt8] { start + tail.suffix(Self.end) }

    /// - Throws: 413 for more than is read.
    mutating func add(_ chunk: ByteBuffer) throws {
        count += chunk.readableBytes
        guard count <= longest else { throw HTTPError(.contentTooLarge) }
        let bytes = chunk.readableBytesView
        let first = bytes.prefix(kept - start.count)
        start += first
        tail += bytes.dropFirst(first.count)
        if tail.count > 2 * Self.end { tail.removeFirst(tail.count - Self.end) }
    }
}
