import Localisation
import SQL
import Time

extension Mails {
    func organisationRegistered(
        _ id: ID<Organisation>, name: String, contact: Account, contactName: String, language preferred: Language,
        centre: Centre,
        now: Instant, _ tx: Transaction
    ) throws {
        try write(to: (contactName, contact.email), in: preferred, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_registered", key: "organisation:\(id):registered",
                subject: t("We received the registration of {organisation}", ["organisation": name]),
                button: nil, values: ["organisation": name])
        }
    }

    func organisationToReview(
        _ id: ID<Organisation>, name: String, reviewer: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: reviewer, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_to_review", key: "organisation:\(id):review:\(reviewer.id)",
                subject: t("New registration: {organisation}", ["organisation": name]),
                button: (t("View the registration"), "/centrum/organisaties/\(id)"), values: ["organisation": name])
        }
    }

    func organisationApproved(
        _ organisation: Organisation, to account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_approved",
                key: "organisation:\(organisation.id):approved:\(account.id):\(token.hash.prefix(12))",
                subject: t("{organisation} can now place vacancies", ["organisation": organisation.name]),
                button: (t("Set your password"), "/wachtwoord/instellen/[[secret]]"), secret: token,
                values: ["organisation": organisation.name, "email": account.email])
        }
    }

    func organisationApprovedKnownAccount(
        _ organisation: Organisation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_approved_known_account",
                key: "organisation:\(organisation.id):approved:\(account.id)",
                subject: t("{organisation} can now place vacancies", ["organisation": organisation.name]),
                button: (t("Log in"), "/inloggen"), values: ["organisation": organisation.name, "email": account.email])
        }
    }

    func organisationRejected(
        _ organisation: Organisation, to account: Account, reason: String, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_rejected", key: "organisation:\(organisation.id):rejected:\(account.id)",
                subject: t(
                    "About the registration of {organisation}", ["organisation": organisation.name]),
                button: nil, values: ["organisation": organisation.name, "reason": reason])
        }
    }

    func organisationSuspended(
        _ organisation: Organisation, to account: Account, reason: String, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_suspended",
                key: "organisation:\(organisation.id):suspended:\(now.milliseconds):\(account.id)",
                subject: t("{organisation} is not on the website for now", ["organisation": organisation.name]),
                button: nil, values: ["organisation": organisation.name, "reason": reason])
        }
    }

    func organisationRestored(
        _ organisation: Organisation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "organisation_restored",
                key: "organisation:\(organisation.id):restored:\(now.milliseconds):\(account.id)",
                subject: t("{organisation} is on the website again", ["organisation": organisation.name]),
                button: (t("Log in"), "/inloggen"), values: ["organisation": organisation.name])
        }
    }
}
