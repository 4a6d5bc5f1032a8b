import Foundation
import GivenCentre
import Localisation
import Testing

/// One word for one thing: what the glossary rules out stands in no catalogue, no mail and no page.
@Suite struct GlossaryTests {
    private struct Rule {
        let word: String
        let instead: String
        /// Of one of the two languages, or of both.
        let language: String?

        init?(_ line: Substring) {
            guard !line.hasPrefix("#"), let arrow = line.range(of: " -> ") else { return nil }
            var word = String(line[..<arrow.lowerBound])
            instead = String(line[arrow.upperBound...])
            language = word.hasPrefix("[") ? String(word.dropFirst().prefix { $0 != "]" }) : nil
            if let language { word = String(word.dropFirst(language.count + 3)) }
            self.word = word
        }

        func isBroken(by text: String) -> Bool {
            let letters = CharacterSet.letters.union(.init(charactersIn: "-"))
            var rest = text[...]
            while let found = rest.range(of: word, options: .caseInsensitive) {
                let before = found.lowerBound == text.startIndex ? nil : text[..<found.lowerBound].unicodeScalars.last
                let after = text[found.upperBound...].unicodeScalars.first
                if !(before.map(letters.contains) ?? false), !(after.map(letters.contains) ?? false) { return true }
                rest = rest[found.upperBound...]
            }
            return false
        }
    }

    private func rules(_ language: String) throws -> [Rule] {
        try String(contentsOfFile: Resources.folder + "/Locale/glossary.txt", encoding: .utf8).split(separator: "\n")
            .compactMap(Rule.init).filter { $0.language == nil || $0.language == language }
    }

    /// What a language has no words of its own for it takes from Dutch.
    private func entries(_ language: String) throws -> [POEntry] {
        func read(_ name: String) throws -> [POEntry] {
            try POFile(String(contentsOfFile: Resources.folder + "/Locale/" + name, encoding: .utf8), name: name)
                .entries
        }
        let own = try read(language + ".po")
        guard language != "nl" else { return own }
        let said = Set(own.map(\.key))
        return try own + read("nl.po").filter { !said.contains($0.key) }
    }

    @Test(arguments: ["nl", "nl-BE"])
    func cataloguesKeepToIt(_ language: String) throws {
        let rules = try rules(language)
        #expect(rules.count > 30)
        let name = language + ".po"
        for entry in try entries(language) {
            for text in entry.texts.map({ $0.replacing(/\{\w+\}/, with: "") }) {
                for rule in rules where rule.isBroken(by: text) {
                    Issue.record("\(name): “\(text)” says \(rule.word): \(rule.instead)")
                }
            }
        }
    }

    @Test(arguments: ["nl", "nl-BE"])
    func mailsAndPagesKeepToIt(_ language: String) throws {
        let rules = try rules(language)
        for folder in ["/Mail/", "/Pages/"] {
            let path = Resources.folder + folder + language
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
                    .replacing(/\{\{\w+\}\}/, with: "")
                for rule in rules where rule.isBroken(by: text) {
                    Issue.record("\(language)/\(name) says \(rule.word): \(rule.instead)")
                }
            }
        }
    }

    @Test func wholeWordsOnly() throws {
        let rule = try #require(Rule("wijzig -> pas aan"))
        #expect(rule.isBroken(by: "Wijzig dit.") && rule.isBroken(by: "Niet: wijzig"))
        #expect(!rule.isBroken(by: "De wijziging is opgeslagen"))
    }
}
