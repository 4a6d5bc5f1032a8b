/// Markup as a value. Literals are markup, everything interpolated is escaped, `HTML` itself is included as it is.
///
/// Literals are `StaticString`, so text that came in at run time can never become markup without `init(trustedMarkup:)`.
/// Escaping covers text and quoted attributes; addresses and script data have types of their own (`WebAddress`, `ScriptData`).
package struct HTML: Sendable, ExpressibleByStringInterpolation {
    /// Markup that stands in the program as it is: half of the pieces of a page, and none of them needs memory of its own.
    private var literal: StaticString
    /// Markup that was put together; then `literal` is empty.
    private var made: [UInt8] = []

    package init(stringLiteral literal: StaticString) {
        self.literal = literal
    }

    package init(stringInterpolation: StringInterpolation) {
        literal = ""
        made = stringInterpolation.bytes
    }

    /// For markup that was made by this program from trusted parts: rendered Mustache of an administrator, generated SVG.
    package init(trustedMarkup: String) {
        literal = ""
        made = Array(trustedMarkup.utf8)
    }

    package var bytes: [UInt8] { isLiteral ? literal.withUTF8Buffer { Array($0) } : made }

    private var isLiteral: Bool { literal.utf8CodeUnitCount > 0 }

    package static let empty: HTML = ""

    package var isEmpty: Bool { !isLiteral && made.isEmpty }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func += (a: inout HTML, b: HTML) {
        a.makeRoom()
        b.write(to: &a.made)
    }

    package static func += (a: inout HTML, number: UInt32) {
        a.makeRoom()
        a.made.append(contentsOf: String(number).utf8)
    }

    package mutating func reserveCapacity(_ bytes: Int) { made.reserveCapacity(bytes) }

    private mutating func makeRoom() {
        guard isLiteral else { return }
        literal.withUTF8Buffer { made.append(contentsOf: $0) }
        literal = ""
    }

    private func write(to bytes: inout [UInt8]) {
        if isLiteral { literal.withUTF8Buffer { bytes.append(contentsOf: $0) } } else { bytes += made }
    }

    package static func text(_ string: String) -> HTML { "\(string)" }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ html: HTML) { html.write(to: &bytes) }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { part.write(to: &bytes) }
        }

        // Disfavoured, so that `\(flag ? "<b>" : "")` means markup: literals prefer `HTML`, variables stay escaped text.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String) { Escape.append(text, to: &bytes) }

        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: Substring) { Escape.append(String(text), to: &bytes) }

        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

        package mutating func appendInterpolation(_ number: Int64) { bytes.append(contentsOf: String(number).utf8) }

        package mutating func appendInterpolation(_ address: WebAddress) { Escape.append(address.text, to: &bytes) }

        package mutating func appendInterpolation(_ data: ScriptData) { bytes += data.bytes }

        /// `\(if: condition, "…", else: "…")`
        package mutating func appendInterpolation(
            if condition: Bool, _ then: @autoclosure () -> HTML, else otherwise: @autoclosure () -> HTML = .empty
        ) {
            (condition ? then() : otherwise()).write(to: &bytes)
        }

        /// `\(each: rows, { row in "<li>\(row.name)</li>" })`
        package mutating func appendInterpolation<S: Sequence>(each elements: S, _ body: (S.Element) -> HTML) {
            for element in elements { body(element).write(to: &bytes) }
        }

        /// `\(optional: note, { note in "<p>\(note)</p>" })`: nothing when nil.
        package mutating func appendInterpolation<T>(optional value: T?, _ body: (T) -> HTML) {
            if let value { body(value).write(to: &bytes) }
        }

        /// `<a\(attribute: "title", title)>`: space and quotes included, nothing when nil.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            appendInterpolation(attribute: name, if: true)
            bytes.append(contentsOf: "=\"".utf8)
            Escape.append(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }

        /// `<input\(attribute: "checked", if: isChecked)>`
        package mutating func appendInterpolation(attribute name: StaticString, if present: Bool) {
            guard present else { return }
            bytes.append(UInt8(ascii: " "))
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
    }
}
