import NIOCore

/// Lines of a connection, however they arrive.
struct MailLines {
    typealias Input = NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator

    /// Longer than any command.
    static let longest = 4096

    enum Broken: Error { case tooLong }

    private var input: Input
    private var waiting: [UInt8] = []
    private var from = 0
    /// Whether the last line ended with CR and LF, as mail does. Who takes a bare LF for the end of a mail can be made to take two mails for
    /// one, the second with a sender of an attacker's choice.
    private(set) var endedProperly = true

    init(_ input: Input) { self.input = input }

    /// Without its end; nil when the other side has gone.
    mutating func next() async throws -> [UInt8]? {
        var looked = from
        while true {
            if let end = waiting[looked...].firstIndex(of: 0x0A) {
                var line = Array(waiting[from..<end])
                endedProperly = line.last == 0x0D
                if endedProperly { line.removeLast() }
                from = end + 1
                return line
            }
            // A line of a mail may be long; what never ends is cut off.
            guard waiting.count - from < MailPort.largest else { throw Broken.tooLong }
            if from > 65_536 {
                waiting.removeFirst(from)
                from = 0
            }
            looked = waiting.count
            guard let more = try await input.next() else { return nil }
            waiting += more.readableBytesView
        }
    }
}
