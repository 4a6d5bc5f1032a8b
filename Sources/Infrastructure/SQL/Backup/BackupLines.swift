import Foundation

/// The first line.
struct BackupHeader: Codable {
    static let name = "schakel-backup"
    static let currentVersion = 1

    var format = Self.name
    var version = Self.currentVersion
    let migrations: [Int]
    /// Milliseconds since 1970.
    let at: Int64
}

/// Before the rows of a table.
struct BackupTableLine: Codable {
    struct Column: Codable, Equatable {
        let name: String
        let kind: Kind
    }

    let table: String
    let columns: [Column]
    /// The highest number the engine has given out; null for tables whose rows get no number.
    let last: Int64?
}

/// The last line.
struct BackupEnd: Codable {
    let rows: [String: Int]
    /// Of all bytes before this line, eight hexadecimal digits.
    let crc32: String
}

enum BackupJSON {
    static func encode(_ line: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(line))
    }

    /// Nil when the line has another form.
    static func decode<T: Decodable>(_ type: T.Type, _ line: [UInt8]) -> T? {
        try? JSONDecoder().decode(type, from: Data(line))
    }
}
