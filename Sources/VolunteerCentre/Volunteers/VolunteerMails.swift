import Localisation
import SQL
import Time

extension Mails {
    func volunteerRegistered(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "volunteer_registered", key: "volunteer:\(account.id):\(token.hash.prefix(12))",
                language: language,
                to: (account.name, account.email), subject: t("Your account at {centre}", ["centre": centre.name]),
                button: (t("Set your password"), "/wachtwoord/instellen/[[secret]]"), secret: token),
            centre: centre, now: now, tx)
    }

    /// To who has an account already: the form told nobody.
    func volunteerKnown(_ account: Account, centre: Centre, key: String, now: Instant, _ tx: Transaction) throws {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "volunteer_known", key: "volunteer:\(account.id):\(key.prefix(12))", language: language,
                to: (account.name, account.email),
                subject: t("You have an account at {centre}", ["centre": centre.name]),
                button: (t("Log in"), "/inloggen?terug=/mijn"), values: ["email": account.email]),
            centre: centre, now: now, tx)
    }

    func volunteerInvited(
        _ id: ID<Invitation>, organisation: String, words: String, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "volunteer_invited", key: "invitation:\(id)", language: language,
                to: (account.name, account.email),
                subject: t("{organisation} asks you again", ["organisation": organisation]),
                button: (t("Answer the invitation"), "/mijn/uitnodigingen/\(id)"),
                values: ["organisation": organisation, "words": words]),
            centre: centre, now: now, tx)
    }

    func invitationAccepted(
        _ invitation: Invitation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "volunteer_joins_again",
                key: "invitation:\(invitation.id):accepted:\(now.milliseconds):\(account.id)", language: language,
                to: (account.name, account.email),
                subject: t("Somebody joins in again: {title}", ["title": invitation.vacancyTitle]),
                button: (t("View who"), "/beheer/vacatures/\(invitation.vacancy)/uitnodigen"),
                values: ["title": invitation.vacancyTitle]),
            centre: centre, now: now, tx)
    }
}
