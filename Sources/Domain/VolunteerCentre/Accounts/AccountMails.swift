import Localisation
import SQL
import Time

extension Mails {
    func passwordReset(to account: Account, centre: Centre, token: Token, key: String, now: Instant, _ tx: Transaction)
        throws
    {
        try write(
            Draft(
                kind: .passwordReset, key: key,
                button: .setPassword(token)),
            to: account, centre: centre, now: now, tx)
    }

    /// To somebody new at the centre: sets a password, or logs in with the one she has.
    func staffInvited(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .staffInvited, key: "staff:\(account.id):\(token.hash.prefix(12))",
                button: account.hasPassword ? .page("/inloggen") : .setPassword(token),
                buttonLabel: account.hasPassword ? l10n("Log in") : nil, values: [.email: account.email]),
            to: account, centre: centre, now: now, tx)
    }
}
