import Foundation

/// The tables that come with the program, a line per row. Quotes keep commas together; no field holds a quote or a line end.
enum CSVFile {
    /// By bytes: the places of two countries are read at every start.
    static func lines(_ file: String) throws -> [[String]] {
        try String(contentsOfFile: file, encoding: .utf8).utf8
            .split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).map(fields)
    }

    private static func fields(_ line: Substring.UTF8View) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ",") where !quoted:
                fields.append(String(decoding: field, as: UTF8.self))
                field.removeAll(keepingCapacity: true)
            default: field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}
