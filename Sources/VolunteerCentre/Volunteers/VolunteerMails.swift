import Localisation
import SQL
import Time

extension Mails {
    func volunteerRegistered(_ account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "volunteer_registered", key: "volunteer:\(account.id):\(token.hash.prefix(12))",
                subject: t("Your account at {centre}", ["centre": centre.name]),
                button: (t("Set your password"), "/wachtwoord/instellen/[[secret]]"), secret: token)
        }
    }

    /// To who has an account already: the form told nobody.
    func volunteerKnown(_ account: Account, centre: Centre, key: String, now: Instant, _ tx: Transaction) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "volunteer_known", key: "volunteer:\(account.id):\(key.prefix(12))",
                subject: t("You have an account at {centre}", ["centre": centre.name]),
                button: (t("Log in"), "/inloggen?terug=/mijn"), values: ["email": account.email])
        }
    }

    func volunteerInvited(
        _ id: ID<Invitation>, organisation: String, words: String, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "volunteer_invited", key: "invitation:\(id)",
                subject: t("{organisation} asks you again", ["organisation": organisation]),
                button: (t("Answer the invitation"), "/mijn/uitnodigingen/\(id)"),
                values: ["organisation": organisation, "words": words])
        }
    }

    func invitationAccepted(
        _ invitation: Invitation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "volunteer_joins_again",
                key: "invitation:\(invitation.id):accepted:\(now.milliseconds):\(account.id)",
                subject: t("Somebody joins in again: {title}", ["title": invitation.vacancyTitle]),
                button: (t("View who"), "/beheer/vacatures/\(invitation.vacancy)/uitnodigen"),
                values: ["title": invitation.vacancyTitle])
        }
    }
}
