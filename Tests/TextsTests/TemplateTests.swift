import Testing
import Texts

@Suite struct TemplateTests {
    @Test func fieldsAreFilledInWithoutEscaping() throws {
        let template = try Template(
            "Beste {{name}}, over {{ title }}.{{#words}} {{words}}{{/words}}", fields: ["name", "title", "words"])
        #expect(template.render(["name": "Anna & Jan", "title": "<b>"]) == "Beste Anna & Jan, over <b>.")
        #expect(template.render(["name": "A", "title": "T", "words": "Dag"]) == "Beste A, over T. Dag")
        #expect(template.render(["name": "A", "title": "T", "words": ""]) == "Beste A, over T.", "empty is not given")
    }

    @Test func unknownFieldsAreNamed() {
        #expect(throws: Template.Problem.unknownField("naam")) { try Template("Beste {{naam}}", fields: ["name"]) }
        #expect(throws: Template.Problem.unknownField("x")) { try Template("{{#x}}a{{/x}}", fields: ["name"]) }
    }

    @Test(arguments: [
        "{{name", "name}}", "{{name}} }}", "{{}}", "{{{name}}}", "{{&name}}", "{{>name}}", "{{!name}}", "{{=<% %>=}}",
        "{{name.length}}", "{{uppercased(name)}}", "{{#name}}", "{{/name}}", "{{#name}}{{/other}}", "{{na me}}",
        "{{%X:Y}}",
    ])
    func nothingElseOfTheLanguageIsLetThrough(_ text: String) {
        #expect(throws: Template.Problem.self) { try Template(text, fields: ["name", "other"]) }
    }

    @Test func sectionsWithinSectionsHaveAnEnd() {
        let deep = String(repeating: "{{#name}}", count: 3000) + "x" + String(repeating: "{{/name}}", count: 3000)
        #expect(throws: Template.Problem.self) { try Template(deep, fields: ["name"]) }
    }

    @Test func oneBraceIsText() throws {
        #expect(try Template("a { b } c", fields: []).render([:]) == "a { b } c")
    }
}
