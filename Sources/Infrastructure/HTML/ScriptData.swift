import Foundation

/// JSON for a data block (`<script type="application/ld+json">`). Characters that could end the block or open a comment are escaped.
package struct ScriptData: Sendable {
    package let bytes: [UInt8]

    /// Throws what the encoder throws; keys are sorted so that a page's ETag is stable.
    package init(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var out: [UInt8] = []
        for scalar in String(decoding: try encoder.encode(value), as: UTF8.self).unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                out.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.utf8.count))\(hex)".utf8)
            default: out.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes = out
    }
}
