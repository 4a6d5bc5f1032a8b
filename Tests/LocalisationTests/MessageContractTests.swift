import Testing

@testable import Localisation

@Suite struct MessageContractTests {
    @Test func findsMessagesWhereverCodeStands() {
        let source = ##"""
            // t("in a comment") /* t("still") */
            /* /* t("nested") */ t("comment") */
            func t(_ x: String) {}
            let a = t("Plain")
            let page: HTML = """
                <h1 title="t(&quot;no&quot;)">\(t("In markup"))</h1> t("only text")
                \(if: x, "<p>\(page.t("Deep {name}", ["name": f("x", [1]), ]))</p>")
                """
            let b = t("{count} item", "{count} items", count: list.count(where: { $0 > 1 }), ["place": "x"])
            let c = t("Open", context: "verb")
            let d = l10n("Held"), e = first("not me"), f = #"raw \(t("no")) \#(t("raw yes"))"#
            let g = t(
                "Said \"so\" \u{e9}"
            )
            let h = t("Values", values)
            let i = t(label), j = t(flag ? l10n("Yes") : l10n("No"))
            let k = t(flag ? "lost" : "too")
            """##
        let found = MessageExtractor(source, file: "A.swift")

        func message(
            _ id: String, _ line: Int, plural: String? = nil, context: String? = nil, given: Set<String>? = []
        ) -> ExtractedMessage {
            ExtractedMessage(context: context, id: id, pluralID: plural, given: given, file: "A.swift", line: line)
        }
        #expect(
            found.messages == [
                message("Plain", 4), message("In markup", 6), message("Deep {name}", 7, given: ["name"]),
                message("{count} item", 9, plural: "{count} items", given: ["count", "place"]),
                message("Open", 10, context: "verb"), message("Held", 11, given: nil), message("raw yes", 11),
                message("Said \"so\" é", 12), message("Values", 15, given: nil), message("Yes", 16, given: nil),
                message("No", 16, given: nil),
            ])
        #expect(found.unreadable == [17])
    }

    @Test func comparesSourcesWithACatalogue() throws {
        let source = """
            t("Same"); t("Missing"); t("Dag {name}", ["nam": x]); t("{count} a", "{count} as", count: 1)
            t("{count} b", "{count} bs", count: 1); t("Unsure")
            """
        let messages = MessageExtractor(source, file: "A.swift").messages
        let contract = MessageContract(messages, extra: ["draft", "gone"])
        let catalogue = try POFile(
            """
            msgid "Same"
            msgstr "Zelfde"
            msgid "Dag {name}"
            msgstr "Dag {naam}"
            msgid "{count} a"
            msgid_plural "{count} as"
            msgstr[0] "één a"
            msgstr[1] "{count} a's"
            msgid "{count} b"
            msgstr "{count} b"
            msgid "Old"
            msgstr "Oud"
            msgid "draft"
            msgstr "klad"
            #, fuzzy
            msgid "Unsure"
            msgstr "Onzeker"
            """, name: "nl.po")

        #expect(contract.problemsInSources() == [.notGiven(messages[2])])
        let problems = contract.problems(in: catalogue, complete: true)
        #expect(
            problems == [
                .placeholders(id: "Dag {name}", line: 3), .pluralForms(id: "{count} b", line: 9),
                .unknown(id: "Old", line: 11),
                .fuzzy(id: "Unsure", line: 16), .missing(messages[1]),
                .missing(ExtractedMessage(id: "gone", file: "extra", line: 0)),
            ])
        #expect(contract.problems(in: catalogue, complete: false).count == 4)
    }
}
