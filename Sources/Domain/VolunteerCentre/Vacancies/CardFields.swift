/// The index keeps a card as its fields one after another.
enum CardFields {
    /// No text of a form holds this sign: reading forms removes controls.
    private static let separator = UInt8(0x1f)

    static func write(_ fields: [String]) -> [UInt8] {
        Array(fields.map { $0.utf8.filter { $0 != separator } }.joined(separator: [separator]))
    }

    static func read(_ payload: ArraySlice<UInt8>) -> [String] {
        payload.withUnsafeBufferPointer { bytes in
            var (fields, start) = ([String](), 0)
            fields.reserveCapacity(15)
            for place in 0...bytes.count where place == bytes.count || bytes[place] == separator {
                fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
                start = place + 1
            }
            return fields
        }
    }
}
