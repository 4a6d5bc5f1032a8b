import Foundation

/// The tables that come with the program, a line per row. Quotes keep commas together; no field holds a quote or a line end.
enum CSVFile {
    static func lines(_ file: String) throws -> [[String]] {
        try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(fields)
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
