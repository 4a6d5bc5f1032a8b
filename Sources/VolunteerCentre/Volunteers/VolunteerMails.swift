import Localisation
import SQL
import Time

extension Mails {
    func volunteerRegistered(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .volunteerRegistered, key: "volunteer:\(account.id):\(token.hash.prefix(12))",
                path: "/wachtwoord/instellen/[[secret]]", secret: token),
            to: account, centre: centre, now: now, tx)
    }

    /// To who has an account already: the form told nobody.
    func volunteerKnown(_ account: Account, centre: Centre, key: String, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .volunteerKnown, key: "volunteer:\(account.id):\(key.prefix(12))",
                path: "/inloggen?terug=/mijn", values: [.email: account.email]),
            to: account, centre: centre, now: now, tx)
    }

    func volunteerInvited(
        _ id: ID<Invitation>, organisation: String, words: String, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .volunteerInvited, key: "invitation:\(id)",
                path: "/mijn/uitnodigingen/\(id)",
                values: [.organisation: organisation, .words: words]),
            to: account, centre: centre, now: now, tx)
    }

    func invitationAccepted(
        _ invitation: Invitation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .volunteerJoinsAgain,
                key: "invitation:\(invitation.id):accepted:\(now.milliseconds):\(account.id)",
                path: "/beheer/vacatures/\(invitation.vacancy)/uitnodigen",
                values: [.title: invitation.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }
}
