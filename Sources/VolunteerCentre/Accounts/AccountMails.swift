import Localisation
import SQL
import Time

extension Mails {
    func passwordReset(to account: Account, centre: Centre, token: Token, key: String, now: Instant, _ tx: Transaction)
        throws
    {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "password_reset", key: key,
                subject: t("Set a new password for {centre}", ["centre": centre.name]),
                button: (t("Set a new password"), "/wachtwoord/instellen/[[secret]]"), secret: token)
        }
    }

    /// To somebody new at the centre: sets a password, or logs in with the one she has.
    func staffInvited(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "staff_invited", key: "staff:\(account.id):\(token.hash.prefix(12))",
                subject: t("You can now work in {centre}", ["centre": centre.name]),
                button: account.hasPassword
                    ? (t("Log in"), "/inloggen") : (t("Set your password"), "/wachtwoord/instellen/[[secret]]"),
                secret: account.hasPassword ? nil : token, values: ["email": account.email])
        }
    }

    func memberInvited(
        _ account: Account, organisation: String, token: Token, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "member_invited", key: "member:\(account.id):\(token.hash.prefix(12))",
                subject: t("You can now work for {organisation}", ["organisation": organisation]),
                button: account.hasPassword
                    ? (t("Log in"), "/inloggen") : (t("Set your password"), "/wachtwoord/instellen/[[secret]]"),
                secret: account.hasPassword ? nil : token,
                values: ["organisation": organisation, "email": account.email])
        }
    }
}
