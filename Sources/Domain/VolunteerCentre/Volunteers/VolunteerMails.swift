import Foundation
package import SQL
package import Time

extension MailDraft {
    static func volunteerRegistered(_ account: Account, token: Token) -> MailDraft {
        MailDraft(
            kind: .volunteerRegistered, key: "volunteer:\(account.id):\(token.hash.prefix(12))",
            button: .setPassword(token))
    }

    /// To who has an account already: the form told nobody. It leads to where she was going all the same.
    static func volunteerKnown(_ account: Account, next: String?, key: String) -> MailDraft {
        let next = (next ?? "/mijn").addingPercentEncoding(withAllowedCharacters: plain) ?? "/mijn"
        return MailDraft(
            kind: .volunteerKnown, key: "volunteer:\(account.id):\(key.prefix(12))",
            button: .page("/inloggen?terug=\(next)"), values: [.email: account.email])
    }

    /// What stands for itself as a value in an address.
    private static let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/"))

    /// To who has not logged in for long. The second time it says on which day the account goes.
    package static func volunteerIdle(
        _ id: ID<Volunteer>, _ account: Account, again: Bool, erasedOn: CalendarDate, in work: UnitOfWork
    ) throws -> MailDraft {
        let token = try ActionLink.issue(
            .keepVolunteer, on: id.number, for: account.id, in: work)
        return MailDraft(
            kind: again ? .volunteerIdleAgain : .volunteerIdle,
            key: "volunteer:\(id):idle:\(again ? "again" : "first"):\(work.now.milliseconds)", button: .act(token),
            premise: Premise(.idle, [id.number]), values: [.email: account.email],
            dates: again ? [.date: erasedOn] : [:])
    }
}
