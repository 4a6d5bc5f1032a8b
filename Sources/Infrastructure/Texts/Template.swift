import Mustache

/// A text with fields between double braces: `{{name}}`, and `{{#words}}…{{/words}}` for what is there only with the field.
///
/// People write these in a browser, so nothing else of Mustache is let through: no partials, no transforms, no lambdas.
package struct Template: Sendable {
    package enum Problem: Error, Equatable, Sendable {
        /// The text asks for something that is not given.
        case unknownField(String)
        /// The text lacks the field for which it is sent.
        case missingField(String)
        /// A tag that is not closed, closed twice, or of another kind than the two above.
        case unreadable(String)
    }

    package let source: String
    private let template: MustacheTemplate

    /// - Parameter fields: what may stand between the braces; nil allows any name, for texts that ship with the program.
    package init(_ source: String, fields: Set<String>? = nil) throws(Problem) {
        try Self.check(source, fields)
        // Plain text: whoever puts it in a page escapes it, so the template must not.
        guard let template = try? MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + source) else {
            throw .unreadable("{{")
        }
        self.source = source
        self.template = template
    }

    /// A field that is empty counts as not given: nobody reads a heading with nothing below it.
    package func render(_ values: [String: String]) -> String { template.render(values.filter { !$0.value.isEmpty }) }

    private static func check(_ source: String, _ fields: Set<String>?) throws(Problem) {
        var (rest, open) = (source[...], 0)
        while let start = rest.firstRange(of: "{{") {
            guard !rest[..<start.lowerBound].contains("}}") else { throw .unreadable("}}") }
            let after = rest[start.upperBound...]
            guard let close = after.firstRange(of: "}}") else { throw .unreadable(String(after.prefix(20))) }
            let tag = after[..<close.lowerBound]
            let name = tag.drop { "#^/".contains($0) || $0.isWhitespace }.reversed().drop(while: \.isWhitespace)
                .reversed()
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
                throw .unreadable(String(tag))
            }
            // The reader of the library goes down the stack for each section within a section.
            if tag.contains("#") || tag.contains("^") { open += 1 } else if tag.contains("/") { open -= 1 }
            guard open <= 10 else { throw .unreadable(String(tag)) }
            if let fields, !fields.contains(String(name)) { throw .unknownField(String(name)) }
            rest = after[close.upperBound...]
        }
        guard !rest.contains("}}") else { throw .unreadable("}}") }
    }
}
