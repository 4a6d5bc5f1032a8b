package import HTML
import Localisation
import VolunteerCentre
package import Web

/// What stood in a form when somebody began with it, so that two tabs, or two colleagues, do not undo each other's changes: hers counts
/// where she changed something, what stands there now where she did not, and where both did she is asked.
package struct SeenFields {
    private static let name = "gezien"
    private let now: FormData

    /// - Parameter now: the stored data as the form would have sent them, one value for each field.
    package init(_ now: FormData) { self.now = now }

    /// Whether this is what stands there still. Asked again in the transaction that saves: of thirty at one moment each merges with the
    /// one before.
    package func isStill(_ stored: FormData) -> Bool {
        now.pairs.elementsEqual(stored.pairs, by: ==)
    }

    /// Stands in the form.
    package var field: HTML {
        let marks = now.pairs.map { "\($0.0):\(Self.mark($0.1))" }.joined(separator: " ")
        return "<input type=\"hidden\" name=\"\(Self.name)\" value=\"\(marks)\">"
    }

    private static func mark(_ value: String) -> String { String(Token.hash(value).prefix(8)) }

    /// - Returns: the form as it is to be saved, and the fields that somebody else changed too, with what stands there now.
    package func merged(_ typed: FormData) -> (data: FormData, both: [(field: String, now: String)]) {
        let marks = (typed.first(Self.name) ?? "").split(separator: " ").map { $0.split(separator: ":") }
        let began = Dictionary(
            marks.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
            uniquingKeysWith: { first, _ in first })
        var (data, both) = (typed, [(field: String, now: String)]())
        for (field, standing) in now.pairs {
            let hers = typed.first(field) ?? ""
            guard let seen = began[field], hers != standing else { continue }
            if seen == Self.mark(hers) {
                data = data.setting(field, standing)
            } else if seen != Self.mark(standing) {
                both.append((field, standing))
            }
        }
        return (data, both)
    }
}

extension FormReader {
    /// Asks about fields that somebody else changed meanwhile; sending the form once more keeps what is typed.
    package mutating func ask(about both: [(field: String, now: String)]) {
        for (field, now) in both {
            errors.add(
                field,
                now.isEmpty
                    ? t("Somebody emptied this in the meantime. Save once more to keep what you typed.")
                    : t(
                        "In the meantime somebody changed this to “{text}”. Save once more to keep what you typed.",
                        ["text": now]))
        }
    }
}
