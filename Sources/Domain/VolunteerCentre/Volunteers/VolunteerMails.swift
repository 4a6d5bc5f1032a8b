import Localisation
package import SQL
package import Time

extension Mails {
    func volunteerRegistered(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .volunteerRegistered, key: "volunteer:\(account.id):\(token.hash.prefix(12))",
                button: .setPassword(token)),
            to: account, centre: centre, now: now, tx)
    }

    /// To who has an account already: the form told nobody.
    func volunteerKnown(_ account: Account, centre: Centre, key: String, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .volunteerKnown, key: "volunteer:\(account.id):\(key.prefix(12))",
                button: .page("/inloggen?terug=/mijn"), values: [.email: account.email]),
            to: account, centre: centre, now: now, tx)
    }

    /// To who has not logged in for long. The second time it says on which day the account goes.
    package func volunteerIdle(
        _ id: ID<Volunteer>, again: Bool, erasedOn: CalendarDate, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        guard let account = try VolunteerQueries.account(of: id, in: centre.id, tx) else { return }
        let token = try ActionLink.issue(
            .keepVolunteer, on: id.number, for: account.id, in: centre.id, random: random, now: now, tx)
        try write(
            Draft(
                kind: again ? .volunteerIdleAgain : .volunteerIdle,
                key: "volunteer:\(id):idle:\(again ? "again" : "first"):\(now.milliseconds)", button: .act(token),
                values: [.email: account.email], dates: again ? [.date: erasedOn] : [:]),
            to: account, centre: centre, now: now, tx)
    }
}
