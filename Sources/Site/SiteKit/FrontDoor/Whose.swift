import Hummingbird
package import SQL
package import VolunteerCentre
import Web

/// A form was made for somebody else than who is logged in by now, or for another organisation: a couple, a library, the desk of a centre.
package struct MadeForAnother: Error {
    package init() {}
}

/// A form says for whom it was made, so that a page that stayed open writes nothing in the name of whoever logged in since.
extension Visit {
    /// The name of the mark in the address that a form is sent to.
    private static let whose = "wie"

    /// The address of a form: an address inside the site, with the mark of who sees it.
    package func action(_ path: String) -> String {
        let address = link(path)
        guard let mark = mark(on: path) else { return address }
        return "\(address)\(address.contains("?") ? "&" : "?")\(Self.whose)=\(mark)"
    }

    /// Nil on pages for everybody. Two people of one address are told apart where they are volunteers; who works for several
    /// organisations has those in her addresses.
    private func mark(on path: String) -> String? {
        guard let session, ["/mijn", "/beheer", "/centrum", "/account"].contains(where: path.hasPrefix) || isOwn(path)
        else { return nil }
        // Of an account nothing can be read from it: it says only whether two pages are of the same one.
        let account = Self.code("account \(session.account)")
        guard path.hasPrefix("/mijn") || isOwn(path), let volunteer = session.volunteer else { return account }
        return account + "." + Self.code("volunteer \(volunteer)")
    }

    /// Responding with an account, beside vacancies that everybody sees.
    private func isOwn(_ path: String) -> Bool { path.hasSuffix("met-account") }

    private static func code(_ who: String) -> String { String(Token.hash(who).prefix(10)) }

    /// Whether a form sent to `address`, an address inside the site, was made for who is logged in. Also where it does not say.
    package func isFor(_ address: String) -> Bool {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.count > 1 ? FormData(query: String(parts[1])) : FormData()
        guard let typed = query.first(Self.whose), let mine = mark(on: parts.first.map(String.init) ?? "") else {
            return true
        }
        // Who has not chosen yet which of two she is, is asked.
        return zip(typed.split(separator: "."), mine.split(separator: ".")).allSatisfy(==)
    }

    /// Of several who share an address the one for whom a form was made.
    package func whose(_ address: String, among people: [ID<Volunteer>]) -> ID<Volunteer>? {
        let query = address.split(separator: "?", maxSplits: 1).dropFirst().first.map { FormData(query: String($0)) }
        guard let mark = query?.first(Self.whose)?.split(separator: "."), mark.count == 2 else { return nil }
        return people.first { Self.code("volunteer \($0)") == mark[1] }
    }

    /// - Throws: `MadeForAnother`.
    func checkWhose(_ request: Request) throws {
        guard request.method == .post, let session else { return }
        // A colleague of the centre who went on for another organisation in another tab.
        if path.hasPrefix("/beheer"), query.first(Self.hat) != nil, session.staffRole != nil,
            session.organisation == nil
        {
            throw MadeForAnother()
        }
        guard isFor(path + (rawQuery.map { "?" + $0 } ?? "")) else { throw MadeForAnother() }
    }
}
