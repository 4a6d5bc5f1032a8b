import Composition
import Foundation
import GivenCentre
import Localisation
import Mail
import SQL
import TestSupport
import Testing
import Texts
import VolunteerCentre

/// The bodies of the mails: every kind in every language, with the values that the code gives and no others.
@Suite struct MailTextTests {
    private static let languages = ["nl", "nl-BE", "en"]

    @Test func everyKindHasAText() throws {
        let names = Set(try Resources.mailTexts().names)
        let expected = Set(
            Self.languages.flatMap { language in Capabilities.all.mails.map { "\(language)/\($0.rawValue)" } })
        #expect(expected.subtracting(names) == [], "missing")
        #expect(names.subtracting(expected) == [], "nobody sends these")
    }

    @Test(arguments: languages)
    func bothPartsSayTheSame(_ language: String) throws {
        let texts = try Resources.mailTexts()
        for kind in Capabilities.all.mails {
            let hasButton = kind.buttonLabel != nil
            var values = ["centre": "Centrale <Borne>", "name": "Anna & Jan", "contact": "info@borne.example"]
            for field in kind.ownFields { values[field.rawValue] = "waarde \"\(field.rawValue)\" & <meer>\nregel twee" }
            let body = try texts.template(kind.rawValue, languages: [language]).render(values)
            #expect(!body.contains("{{") && !body.contains("}}") && !body.contains("&lt;"), "\(language)/\(kind)")
            #expect(
                body.contains("Anna & Jan") != kind.isToStranger, "\(language)/\(kind) greets nobody, or a stranger")
            for field in kind.ownFields where field != .email {
                #expect(body.contains("waarde \"\(field.rawValue)\""), "\(language)/\(kind) does not say \(field)")
            }
            let parts = body.components(separatedBy: "[button]\n")
            let layout = MailLayout(
                before: parts[0], button: hasButton ? .init(label: "Knop", link: .init("https://x.example/knop")) : nil,
                after: parts.dropFirst().joined(),
                sender: .init(name: "Centrale <Borne>", lines: ["info@borne.example"], website: "https://x.example"),
                language: language)
            let (text, html) = (layout.text.words, Self.readable(layout.html.words))
            #expect(!text.contains("[button]") && !html.contains("[button]"), "\(language)/\(kind)")
            #expect(text.contains("https://x.example/knop") == hasButton, "\(language)/\(kind)")
            for paragraph in text.split(separator: "\n\n") where !paragraph.hasPrefix("-- ") {
                for line in paragraph.split(separator: "\n") {
                    let words = line.split(separator: " ").joined(separator: " ")
                    let said = hasButton && words == "Knop:" ? "Knop" : words
                    #expect(html.contains(said), "\(language)/\(kind): only the text says \(said)")
                }
            }
            #expect(layout.html.words.contains("lang=\"\(language)\""))
            #expect(!layout.html.words.contains("<meer>") && !layout.html.words.contains("<Borne>"))
        }
    }

    /// A missing value shows at once: the template would leave a hole in the sentence.
    @Test(arguments: languages)
    func textsAskForKnownValuesOnly(_ language: String) throws {
        for kind in Capabilities.all.mails {
            let hasButton = kind.buttonLabel != nil
            let file = Resources.folder + "/Mail/\(language)/\(kind.rawValue).mustache"
            guard FileManager.default.fileExists(atPath: file) else { continue }
            let source = try String(contentsOfFile: file, encoding: .utf8)
            let known = Set(kind.fields.map(\.rawValue))
            for match in source.matches(of: /\{\{+[#^\/&]?\s*(\w+)\s*\}+\}/) {
                #expect(known.contains(String(match.output.1)), "\(language)/\(kind) asks for \(match.output.1)")
            }
            #expect(!source.contains("\r"))
            #expect(
                source.components(separatedBy: "[button]").count - 1 <= (hasButton ? 1 : 0), "\(language)/\(kind)"
            )
        }
    }

    /// What really goes out, through the use cases.
    @Test(arguments: TestEngine.available)
    func mailsOfTheUseCases(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        _ = try await given.review(.giveBack(comment: "Hoe laat?\n\nEn waar?"), id, by: given.mediator)
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        for row in try await given.rows("select * from mail") {
            let (kind, text, subject): (String, String, String) = (try row["kind"], try row["text"], try row["subject"])
            let (html, secret): (String?, String?) = (try row["html"], try row["secret"])
            for part in [text, html ?? "", subject] {
                #expect(!part.isEmpty && !part.contains("{") && !part.contains("[button]"), "\(kind)")
            }
            #expect(try (row["text_places"] as String).isEmpty == (secret == nil), "\(kind)")
            #expect(try row["reply_to"] == "info@borne.example" && row["from_address"] == "noreply@schakel.example")
            #expect(!subject.contains("\n"))
        }
    }

    private static func readable(_ html: String) -> String {
        var text = html.replacing(/<br>/, with: "\n").replacing(/<[^>]*>/, with: " ")
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: name, with: sign)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
