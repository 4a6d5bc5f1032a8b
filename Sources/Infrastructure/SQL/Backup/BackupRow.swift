import Foundation

/// A row as a line: a JSON array in the order of the columns. Blobs are base64; reals that JSON has no number for are
/// texts.
enum BackupRow {
    static func encode(_ values: [Value], _ columns: [BackupTableLine.Column]) throws(SQLError) -> [UInt8] {
        var line: [UInt8] = [UInt8(ascii: "[")]
        for (value, column) in zip(values, columns) {
            if line.count > 1 { line.append(UInt8(ascii: ",")) }
            if case .null = value {
                line += "null".utf8
                continue
            }
            switch column.kind {
            case .bool: line += (try Bool(value) ? "true" : "false").utf8
            case .int: line += String(try Int64(value)).utf8
            case .real:
                let number = try Double(value)
                line += (number.isFinite ? "\(number)" : "\"\(number)\"").utf8
            case .text: append(try String(value), to: &line)
            case .blob: line += "\"\(Data(try [UInt8](value)).base64EncodedString())\"".utf8
            }
        }
        line.append(UInt8(ascii: "]"))
        return line
    }

    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
            case 10: line += "\\n".utf8
            case 0..<32: line += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    /// Reads what `encode` writes, and nothing else. - Returns: nil for any other line.
    static func decode(_ line: [UInt8], _ columns: [BackupTableLine.Column]) -> [Value]? {
        guard line.count >= 2, line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") else { return nil }
        var values: [Value] = []
        values.reserveCapacity(columns.count)
        var rest = line[1..<(line.count - 1)]
        for column in columns {
            if !values.isEmpty {
                guard rest.first == UInt8(ascii: ",") else { return nil }
                rest = rest.dropFirst()
            }
            guard let value = take(&rest, column.kind) else { return nil }
            values.append(value)
        }
        return rest.isEmpty ? values : nil
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ kind: Kind) -> Value? {
        if rest.first == UInt8(ascii: "\"") {
            guard let text = takeText(&rest) else { return nil }
            switch kind {
            case .text: return .text(text)
            case .blob: return Data(base64Encoded: text).map { .blob([UInt8]($0)) }
            case .real: return Double(text).map { .real($0) }
            case .bool, .int: return nil
            }
        }
        let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
        let word = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
        if word == "null" { return .null(kind) }
        switch kind {
        case .bool: return word == "true" ? .bool(true) : word == "false" ? .bool(false) : nil
        case .int: return Int64(word).map { .int($0) }
        case .real: return Double(word).map { .real($0) }
        case .text, .blob: return nil
        }
    }

    private static func takeText(_ rest: inout ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            switch rest[index] {
            case UInt8(ascii: "\""):
                rest = rest[(index + 1)...]
                return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                guard index < rest.endIndex else { return nil }
                switch rest[index] {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(rest[index])
                case UInt8(ascii: "n"): bytes.append(10)
                case UInt8(ascii: "u"):
                    guard index + 4 < rest.endIndex,
                        let byte = UInt8(String(decoding: rest[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
                    else { return nil }
                    bytes.append(byte)
                    index += 4
                default: return nil
                }
            default: bytes.append(rest[index])
            }
            index += 1
        }
        return nil
    }
}
