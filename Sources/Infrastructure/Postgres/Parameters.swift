import CLibPQ
import SQL

/// The parameters of a statement as libpq wants them: all in binary, so that no value is parsed as text and blobs need
/// no escaping. Every one carries its type, also null; PostgreSQL would guess wrong.
struct Parameters {
    let types: [Oid]
    private let lengths: [Int32]
    private let offsets: [Int?]
    private let bytes: [UInt8]

    init(_ values: [Value]) {
        var lengths: [Int32] = []
        var offsets: [Int?] = []
        var bytes: [UInt8] = []
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .bool(let flag): bytes.append(flag ? 1 : 0)
            case .int(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
            case .real(let number): withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes += $0 }
            case .text(let text): bytes += text.utf8
            case .blob(let blob): bytes += blob
            }
            if case .null = value { offsets.append(nil) } else { offsets.append(start) }
            lengths.append(Int32(bytes.count - start))
        }
        types = values.map { PostgresType.oid($0.kind) }
        self.lengths = lengths
        self.offsets = offsets
        // Never empty, so that it has an address: an empty text is not a null.
        self.bytes = bytes + [0]
    }

    var count: Int32 { Int32(types.count) }

    /// Calls with addresses, lengths and formats, valid during the call only.
    func withPointers<R>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> R) -> R {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let addresses = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(addresses, lengths, Array(repeating: 1, count: types.count))
        }
    }
}

extension Value {
    fileprivate var kind: Kind {
        switch self {
        case .null(let kind): kind
        case .bool: .bool
        case .int: .int
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }
}
