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
            case "<", ">", "&", "\u{2028}", "\u{2029}": out += String(format: "\\u%04x", scalar.value).utf8
            default: out += String(scalar).utf8
            }
        }
        bytes = out
    }
}
