import Foundation
import Testing

@testable import Localisation

@Suite struct LocaliserTests {
    static let catalogues: Catalogues = {
        func file(_ text: String) -> POFile? { try? POFile(text, name: "test.po") }
        let nl = file(
            """
            msgid "Approve"
            msgstr "Accorderen"

            msgid "Hello {name}"
            msgstr "Dag {name}!"

            msgid "{count} vacancy"
            msgid_plural "{count} vacancies"
            msgstr[0] "één vacature"
            msgstr[1] "{count} vacatures in {place}"

            msgctxt "verb"
            msgid "Open"
            msgstr "Openen"

            msgid "Not yet"
            msgstr ""

            #, fuzzy
            msgid "Maybe"
            msgstr "Gok"
            """)
        let nlBE = file("msgid \"Approve\"\nmsgstr \"Goedkeuren\"")
        let fr = file(
            """
            msgid "{count} vacancy"
            msgid_plural "{count} vacancies"
            msgstr[0] "{count} annonce"
            msgstr[1] "{count} annonces"
            """
        )
        var files: [Language: POFile] = [:]
        files[.nl] = nl
        files[.nlBE] = nlBE
        files[.fr] = fr
        return Catalogues(files)
    }()

    @Test func flemishFallsBackToDutchAndEveryLanguageToTheID() {
        let said = Language.allCases.map { Self.catalogues.localiser($0) }.map { t in
            [t("Approve"), t("Hello {name}", ["name": "Zoë"])]
        }

        #expect(
            said == [
                ["Accorderen", "Dag Zoë!"], ["Goedkeuren", "Dag Zoë!"], ["Approve", "Hello Zoë"],
                ["Approve", "Hello Zoë"],
            ])
    }

    @Test func untranslatedAndFuzzyMessagesShowTheID() {
        let t = Self.catalogues.localiser(.nl)

        #expect(
            [t("Not yet"), t("Maybe"), t("Open"), t("Open", context: "verb")] == ["Not yet", "Maybe", "Open", "Openen"])
    }

    @Test func pluralsFollowTheLanguage() {
        func say(_ language: Language, _ n: Int) -> String {
            let t = Self.catalogues.localiser(language)
            return t("{count} vacancy", "{count} vacancies", count: n, ["place": "Borne"])
        }

        #expect(
            [0, 1, 1234].map { say(.nl, $0) } == ["0 vacatures in Borne", "één vacature", "1.234 vacatures in Borne"])
        #expect([0, 1, 2].map { say(.en, $0) } == ["0 vacancies", "1 vacancy", "2 vacancies"])
        #expect([0, 1, 2].map { say(.fr, $0) } == ["0 annonce", "1 annonce", "2 annonces"])
    }

    @Test func valuesAreNotReadAgainAndOtherBracesStay() {
        let t = Self.catalogues.localiser(.en)

        #expect(t("{a}{b} {c} { a } {} {a", ["a": "{b}", "b": "B"]) == "{b}B {c} { a } {} {a")
    }

    @Test func aCentresOwnWordsComeFirst() {
        let t = Self.catalogues.localiser(
            .nl, overrides: ["Approve": "Goed zo", "{count} vacancies": "{count} klussen", "state.x": "Eigen"])

        #expect(t("Approve") == "Goed zo")
        #expect(t("{count} vacancy", "{count} vacancies", count: 1) == "één vacature")
        #expect(t("{count} vacancy", "{count} vacancies", count: 3) == "3 klussen")
        #expect(t.dynamic("state.x") == "Eigen")
        #expect(t(l10n("Approve")) == "Goed zo")
    }

    @Test func readsTheFolderAndSaysWhichFileIsMalformed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schakel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("msgid \"Yes\"\r\nmsgstr \"Ja\"\r\n".utf8).write(to: folder.appending(path: "nl.po"))

        #expect(try Catalogues(folder: folder.path).localiser(.nlBE)("Yes") == "Ja")

        try Data("msgid \"Yes\"".utf8).write(to: folder.appending(path: "fr.po"))
        #expect(throws: POError(file: "fr.po", line: 1, reason: "msgid without msgstr")) {
            try Catalogues(folder: folder.path)
        }
    }
}
