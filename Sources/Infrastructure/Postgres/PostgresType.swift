import CLibPQ
import Foundation
import SQL

/// PostgreSQL's numbers of types (`pg_type.dat`), fixed for ever.
enum PostgresType {
    static func oid(_ kind: Kind) -> Oid {
        switch kind {
        case .bool: 16
        case .int: 20
        case .real: 701
        case .text: 25
        case .blob: 17
        }
    }

    /// The kind of a result column. - Throws: `decoding` for types without one, such as the numeric that `sum` gives.
    static func kind(_ oid: Oid, column: String) throws(SQLError) -> Kind {
        switch oid {
        case 16: .bool
        case 20, 21, 23, 26: .int
        case 700, 701: .real
        case 17: .blob
        // text, varchar, char(n), name, "char", unknown; void, what functions without a result give.
        case 25, 1043, 1042, 19, 18, 705, 2278: .text
        case 1700: throw .decoding("\(column) is numeric: cast it to bigint or double precision")
        default: throw .decoding("\(column) has the type \(oid), which is none of ours")
        }
    }

    /// A value in PostgreSQL's text form.
    static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind, column: String) throws(SQLError) -> Value {
        switch kind {
        case .bool: return .bool(bytes.first == UInt8(ascii: "t"))
        case .text: return .text(String(decoding: bytes, as: UTF8.self))
        case .int:
            if let number = Int64(Substring(decoding: bytes, as: UTF8.self)) { return .int(number) }
        case .real:
            if let number = Double(Substring(decoding: bytes, as: UTF8.self)) { return .real(number) }
        case .blob:
            if let blob = unhex(bytes) { return .blob(blob) }
        }
        throw .decoding("\(column) cannot be read as \(kind)")
    }

    /// `\x` and two digits per byte: `bytea_output = hex`, the default, which every connection asks for.
    private static func unhex(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count % 2 == 0, bytes[0] == UInt8(ascii: "\\"), bytes[1] == UInt8(ascii: "x")
        else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 2 - 1)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            guard let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 97...102: byte - 87
        default: nil
        }
    }
}
