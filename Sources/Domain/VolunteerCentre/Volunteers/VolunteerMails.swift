import Localisation
import SQL
import Time

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
    func volunteerIdle(
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

    func volunteerInvited(
        _ id: ID<Invitation>, organisation: String, words: String, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .volunteerInvited, key: "invitation:\(id)",
                button: .page("/mijn/uitnodigingen/\(id)"),
                values: [.organisation: organisation, .words: words]),
            to: account, centre: centre, now: now, tx)
    }

    /// - Parameter answer: accepted or declined; who changes her mind is told about again.
    func invitationAnswered(
        _ answer: Invitation.State, _ invitation: Invitation, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: answer == .accepted ? .volunteerJoinsAgain : .volunteerNotAgain,
                key: "invitation:\(invitation.id):\(answer.rawValue):\(now.milliseconds):\(account.id)",
                button: .page("/beheer/vacatures/\(invitation.vacancy)/uitnodigen"),
                values: [.title: invitation.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }
}
