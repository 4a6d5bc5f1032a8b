import Localisation
import SQL
import Time

extension Mails {
    func passwordReset(to account: Account, centre: Centre, token: Token, key: String, now: Instant, _ tx: Transaction)
        throws
    {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "password_reset", key: key, language: language, to: (account.name, account.email),
                subject: t("Set a new password for {centre}", ["centre": centre.name]),
                button: (t("Set a new password"), "/wachtwoord/instellen/[[secret]]"), secret: token),
            centre: centre, now: now, tx)
    }
}
