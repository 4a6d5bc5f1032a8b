import Foundation
import Localisation
import Search

/// What words mean at one centre, as an administrator writes it: `hospice, sterfhuis > Zorg en gezondheid, palliatief`. What stands behind
/// the sign is an answer of the lists by its name, or a word that texts say for it; nothing behind it takes a meaning away.
package enum OwnKin {
    package enum Problem: Error, Equatable {
        /// A line without the sign, or with nothing before it.
        case unclear(String)
    }

    private static let lists: [Taxonomy.List] = [.interest, .activity, .target, .support, .engagement, .language]

    /// The lines as they are stored: `hospice, sterfhuis -> interest/zorg + palliatief`.
    package static func lines(of text: String, _ taxonomy: Taxonomy) throws(Problem) -> [String] {
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let tidy = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if tidy.isEmpty { continue }
            let sides = tidy.replacing("->", with: ">").split(
                separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
            let words = items(sides[0])
            guard sides.count == 2, !words.isEmpty else { throw .unclear(tidy) }
            var (tags, texts) = ([String](), [String]())
            for item in items(Self.withoutCommas(sides[1], taxonomy)[...]) {
                if let tag = tag(item, taxonomy) { tags.append(tag) } else { texts.append(item) }
            }
            let meaning = tags.joined(separator: " ") + (texts.isEmpty ? "" : " + " + texts.joined(separator: ", "))
            lines.append("\(words.joined(separator: ", ")) -> \(meaning)".split(separator: " ").joined(separator: " "))
        }
        return lines
    }

    /// As they are edited, with the names of the answers.
    package static func text(of lines: [String], _ taxonomy: Taxonomy, _ label: (Taxonomy.List, String) -> String)
        -> String
    {
        lines.map { line in
            let sides = line.components("->")
            let meaning = (sides.last ?? "").components("+")
            let tags = (meaning.first ?? "").split(separator: " ").compactMap { tag -> String? in
                let parts = tag.split(separator: "/")
                guard parts.count == 2, let list = Taxonomy.List(rawValue: String(parts[0])) else { return nil }
                // A comma stands between two of them.
                return label(list, String(parts[1])).replacing(",", with: "")
            }
            let texts = meaning.count > 1 ? items(meaning[1][...]) : []
            return "\(sides[0]) > \((tags + texts).joined(separator: ", "))"
        }.joined(separator: "\n")
    }

    private static func items(_ text: Substring) -> [String] {
        // The sign between answers and words is no part of either.
        text.replacing("+", with: " ").replacing(">", with: " ").split(separator: ",").map {
            $0.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// *Kunst, cultuur en erfgoed* is one answer.
    private static func withoutCommas(_ text: Substring, _ taxonomy: Taxonomy) -> String {
        var text = String(text)
        for list in lists {
            for entry in taxonomy.entries(list) {
                for language in Language.allCases where entry.label(language).contains(",") {
                    let name = entry.label(language)
                    text = text.replacingOccurrences(
                        of: name, with: name.replacing(",", with: ""), options: .caseInsensitive)
                }
            }
        }
        return text
    }

    private static func tag(_ name: String, _ taxonomy: Taxonomy) -> String? {
        let folded = Folding.fold(name)
        for list in lists {
            for entry in taxonomy.entries(list) where entry.isCalled(folded) { return "\(list.rawValue)/\(entry.slug)" }
        }
        return nil
    }
}

extension String {
    /// The parts between a sign, without white space around them.
    fileprivate func components(_ sign: String) -> [String] {
        split(separator: sign, omittingEmptySubsequences: false).map { $0.split(separator: " ").joined(separator: " ") }
    }
}
