import Foundation
import GivenCentre
import Localisation
import Mail
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// The bodies of the mails: every kind in every language, with the values that the code gives and no others.
@Suite struct MailTextTests {
    /// What the code gives each kind besides `centre`, `name` and `contact`, which all have; whether it has a button.
    private static let kinds: [String: (values: [String], hasButton: Bool)] = [
        "organisation_registered": (["organisation"], false), "organisation_to_review": (["organisation"], true),
        "organisation_approved": (["organisation", "email"], true),
        "organisation_approved_known_account": (["organisation", "email"], true),
        "organisation_rejected": (["organisation", "reason"], false),
        "vacancy_to_review": (["title", "organisation"], true), "vacancy_published": (["title", "words"], true),
        "vacancy_returned": (["title", "words"], true), "vacancy_rejected": (["title", "words"], true),
        "vacancy_offline": (["title"], true), "vacancy_ends": (["title", "date"], true),
        "application_received": (["title", "organisation"], true),
        "application_arrived": (["title"], true), "password_reset": ([], true),
        "volunteer_invited": (["organisation", "words"], true), "volunteer_joins_again": (["title"], true),
        "organisation_suspended": (["organisation", "reason"], false),
        "organisation_restored": (["organisation"], true), "staff_invited": (["email"], true),
        "member_invited": (["organisation", "email"], true), "volunteer_registered": ([], true),
        "volunteer_known": (["email"], true),
        "application_received_guest": (["title", "organisation"], true),
        "application_answered": (["title", "organisation"], true), "application_answer_arrived": (["title"], true),
        "application_declined": (["title", "organisation", "words"], true), "application_withdrawn": (["title"], true),
        "match_made": (["title", "date"], true), "match_made_volunteer": (["title", "organisation", "date"], true),
    ]
    private static let languages = ["nl", "nl-BE", "en"]

    @Test func everyKindHasAText() throws {
        let names = Set(try Resources.mailTexts().names.map { $0 })
        let expected = Set(Self.languages.flatMap { language in Self.kinds.keys.map { "\(language)/\($0)" } })
        #expect(expected.subtracting(names) == [], "missing")
        #expect(names.subtracting(expected) == [], "nobody sends these")
    }

    /// And every kind that the sources name is in the table above.
    @Test func everyKindOfTheSourcesIsKnown() throws {
        let folder = Resources.repository + "/Sources/VolunteerCentre"
        var found: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix("Mails.swift") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for match in text.matches(
                of: /"((?:organisation|vacancy|application|password|account|volunteer|match|staff|member)_[a-z_]+)"/)
            {
                found.insert(String(match.output.1))
            }
        }
        #expect(found == Set(Self.kinds.keys))
    }

    @Test(arguments: languages)
    func bothPartsSayTheSame(_ language: String) throws {
        let texts = try Resources.mailTexts()
        for (kind, shape) in Self.kinds {
            var values = ["centre": "Centrale <Borne>", "name": "Anna & Jan", "contact": "info@borne.example"]
            for value in shape.values { values[value] = "waarde \"\(value)\" & <meer>\nregel twee" }
            let body = try texts.render(kind, languages: [language], values: values)
            #expect(!body.contains("{{") && !body.contains("}}") && !body.contains("&lt;"), "\(language)/\(kind)")
            #expect(body.contains("Anna & Jan"), "\(language)/\(kind) greets nobody")
            for value in shape.values where value != "email" && !(kind == "vacancy_published" && value == "words") {
                #expect(body.contains("waarde \"\(value)\""), "\(language)/\(kind) does not say \(value)")
            }
            let layout = MailLayout(
                body: body, button: shape.hasButton ? .init(label: "Knop", address: "https://x.example/knop") : nil,
                sender: .init(name: "Centrale <Borne>", lines: ["info@borne.example"], website: "https://x.example"),
                language: language)
            let (text, html) = (layout.text, Self.readable(layout.html))
            #expect(!text.contains("[button]") && !html.contains("[button]"), "\(language)/\(kind)")
            #expect(text.contains("https://x.example/knop") == shape.hasButton, "\(language)/\(kind)")
            for paragraph in text.split(separator: "\n\n") where !paragraph.hasPrefix("-- ") {
                for line in paragraph.split(separator: "\n") {
                    let words = line.split(separator: " ").joined(separator: " ")
                    let said = shape.hasButton && words == "Knop:" ? "Knop" : words
                    #expect(html.contains(said), "\(language)/\(kind): only the text says \(said)")
                }
            }
            #expect(layout.html.contains("lang=\"\(language)\""))
            #expect(!layout.html.contains("<meer>") && !layout.html.contains("<Borne>"))
        }
    }

    /// A missing value shows at once: the template would leave a hole in the sentence.
    @Test(arguments: languages)
    func textsAskForKnownValuesOnly(_ language: String) throws {
        for (kind, shape) in Self.kinds {
            let file = Resources.folder + "/Mail/\(language)/\(kind).mustache"
            guard FileManager.default.fileExists(atPath: file) else { continue }
            let source = try String(contentsOfFile: file, encoding: .utf8)
            let known = Set(shape.values + ["centre", "name", "contact"])
            for match in source.matches(of: /\{\{+[#^\/&]?\s*(\w+)\s*\}+\}/) {
                #expect(known.contains(String(match.output.1)), "\(language)/\(kind) asks for \(match.output.1)")
            }
            #expect(!source.contains("\r") && !source.contains("[[secret]]"))
            #expect(
                source.components(separatedBy: "[button]").count - 1 <= (shape.hasButton ? 1 : 0), "\(language)/\(kind)"
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
            #expect(text.contains("[[secret]]") == (secret != nil), "\(kind)")
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
