import Testing

@testable import Localisation

@Suite struct POFileTests {
    @Test("reads contexts, plurals, several lines, escapes, and leaves out comments, the header and obsolete entries")
    func readsAll() throws {
        let file = try POFile(
            #"""
            # Vertalingen
            msgid ""
            msgstr ""
            "Language: nl\n"
            "Plural-Forms: nplurals=2; plural=(n != 1);\n"

            #. for editors
            #: Sources/Site/X.swift:1
            msgid "Add vacancy"
            msgstr "Vacature toevoegen"
            msgctxt "verb"
            msgid "Open"
            msgstr "Openen"

            #, fuzzy
            msgid ""
            "Say \"hi\"\n"
            "and\ttab \\"
            msgstr ""
            "Zeg \"hoi\"\n"
            "en\ttab \\"

            msgid "{count} vacancy"
            msgid_plural "{count} vacancies"
            msgstr[0] "{count} vacature"
            msgstr[1] "{count} vacatures"

            #~ msgid "Old"
            #~ msgstr "Oud"
            """#, name: "nl.po")

        #expect(
            file.entries == [
                POEntry(
                    context: nil, id: "Add vacancy", pluralID: nil, texts: ["Vacature toevoegen"], isFuzzy: false,
                    line: 9),
                POEntry(context: "verb", id: "Open", pluralID: nil, texts: ["Openen"], isFuzzy: false, line: 11),
                POEntry(
                    context: nil, id: "Say \"hi\"\nand\ttab \\", pluralID: nil, texts: ["Zeg \"hoi\"\nen\ttab \\"],
                    isFuzzy: true, line: 16),
                POEntry(
                    context: nil, id: "{count} vacancy", pluralID: "{count} vacancies",
                    texts: ["{count} vacature", "{count} vacatures"], isFuzzy: false, line: 23),
            ])
    }

    @Test(
        "names the line that is wrong",
        arguments: [
            ("msgid \"a\"\nmsgstr \"b", 2, "a text must stand between double quotes"),
            ("msgid \"a\"\n\n", 1, "msgid without msgstr"),
            ("\n\"loose\"", 2, "a text without a keyword before it"),
            ("msgid \"a\"\nmsgstr \"\\q\"", 2, "unknown escape \\q"),
            ("msgid \"a\"\nmsgstr \"x\"y\"", 2, "a double quote within a text needs a backslash"),
            ("msgid \"a\"\nmsgstr[0] \"b\"", 2, "msgstr[0] is out of order"),
            ("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"b\"", 3, "msgstr[1] is out of order"),
            ("msgid \"a\"\nmsgtxt \"b\"", 2, "unknown keyword msgtxt"),
            ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", 4, "the message of line 1 again"),
            ("msgctxt \"a\"\n\n", 1, "msgctxt without msgid"),
        ])
    func refuses(_ text: String, _ line: Int, _ reason: String) {
        #expect(throws: POError(file: "x.po", line: line, reason: reason)) { try POFile(text, name: "x.po") }
    }
}
