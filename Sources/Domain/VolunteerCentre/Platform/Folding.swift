import Foundation

/// Text without case and accents, for search columns and for keys that must not differ by them. Made here, never in SQL: the
/// engines' own `lower` know only ASCII or depend on the locale.
package enum Folding {
    package static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
        return text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
            .replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "ĳ", with: "ij")
    }

    /// The parts of a typed search, at most eight; the rest of a pasted page adds nothing. Signs alone are asked as they are, not
    /// forgotten: that would find everything.
    package static func words(_ text: String) -> [String] {
        let folded = fold(String(text.prefix(400)))
        let words = folded.split { !$0.isLetter && !$0.isNumber }.prefix(8).map(String.init)
        return words.isEmpty ? folded.split(whereSeparator: \.isWhitespace).prefix(1).map(String.init) : words
    }

    /// `like` pattern that finds `word` anywhere, with the pattern's own signs taken literally.
    package static func containing(_ word: String) -> String {
        "%"
            + word.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "%", with: "\\%")
            .replacingOccurrences(of: "_", with: "\\_") + "%"
    }
}
