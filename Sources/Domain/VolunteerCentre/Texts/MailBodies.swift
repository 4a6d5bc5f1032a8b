import Synchronization
import Texts

/// The body of a mail, in two where its button goes.
struct MailBody: Sendable {
    let before: Template
    let after: Template

    /// A paragraph `[button]` is where the button goes; without one it goes last, as the handbook has it, and also where
    /// the text cannot be cut there, such as within `{{#words}}`.
    init(_ source: String) throws {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.prefix { $0 != "[button]" }
        func template(_ lines: ArraySlice<Substring>) throws -> Template {
            try Template(lines.filter { $0 != "[button]" }.joined(separator: "\n"))
        }
        if let before = try? template(first), let after = try? template(lines.dropFirst(first.count)) {
            (self.before, self.after) = (before, after)
        } else {
            (before, after) = (try template(lines[...]), try Template(""))
        }
    }
}

/// Keeps the bodies that were written last: reading a template takes longer than writing the rest of its mail.
final class MailBodies: Sendable {
    private static let most = 300
    private let kept = Mutex<[String: MailBody]>([:])

    func body(_ source: String) throws -> MailBody {
        if let body = kept.withLock({ $0[source] }) { return body }
        let body = try MailBody(source)
        kept.withLock {
            if $0.count >= Self.most { $0 = [:] }
            $0[source] = body
        }
        return body
    }
}
