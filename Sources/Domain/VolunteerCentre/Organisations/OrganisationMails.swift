import Localisation
package import SQL
package import Time

extension Mails {
    func organisationRegistered(
        _ id: ID<Organisation>, name: String, contact: Account, contactName: String, language preferred: Language,
        centre: Centre,
        now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationRegistered, key: "organisation:\(id):registered",
                values: [.organisation: name]),
            to: (contactName, contact.email), in: preferred, centre: centre, now: now, tx)
    }

    func organisationToReview(
        _ id: ID<Organisation>, name: String, reviewer: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationToReview, key: "organisation:\(id):review:\(reviewer.id)",
                button: .page("/centrum/organisaties/\(id)"), values: [.organisation: name]),
            to: reviewer, centre: centre, now: now, tx)
    }

    func organisationApproved(
        _ organisation: Organisation, to account: Account, token: Token, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationApproved,
                key: "organisation:\(organisation.id):approved:\(account.id):\(token.hash.prefix(12))",
                button: .setPassword(token),
                values: [.organisation: organisation.name, .email: account.email]),
            to: account, centre: centre, now: now, tx)
    }

    func organisationApprovedKnownAccount(
        _ organisation: Organisation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationApprovedKnownAccount,
                key: "organisation:\(organisation.id):approved:\(account.id)",
                button: .page("/inloggen"), values: [.organisation: organisation.name, .email: account.email]),
            to: account, centre: centre, now: now, tx)
    }

    func organisationAsked(
        _ organisation: Organisation, to account: Account, words: String, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationAsked,
                key: "organisation:\(organisation.id):asked:\(now.milliseconds):\(account.id)",
                thread: "organisation:\(organisation.id):registered",
                values: [.organisation: organisation.name, .words: words]),
            to: account, centre: centre, now: now, tx)
    }

    func organisationRejected(
        _ organisation: Organisation, to account: Account, reason: String, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationRejected, key: "organisation:\(organisation.id):rejected:\(account.id)",
                values: [.organisation: organisation.name, .reason: reason]),
            to: account, centre: centre, now: now, tx)
    }

    func organisationSuspended(
        _ organisation: Organisation, to account: Account, reason: String, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationSuspended,
                key: "organisation:\(organisation.id):suspended:\(now.milliseconds):\(account.id)",
                values: [.organisation: organisation.name, .reason: reason]),
            to: account, centre: centre, now: now, tx)
    }

    func organisationRestored(
        _ organisation: Organisation, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .organisationRestored,
                key: "organisation:\(organisation.id):restored:\(now.milliseconds):\(account.id)",
                button: .page("/inloggen"), values: [.organisation: organisation.name]),
            to: account, centre: centre, now: now, tx)
    }

    /// To an address that an organisation typed: joining is hers to choose.
    func memberInvited(
        name: String, email: String, organisation: String, token: Token, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .memberInvited, key: "member-invitation:\(token.hash.prefix(24))", button: .act(token),
                values: [.organisation: organisation, .email: email]),
            to: (name, email), in: centre.language, centre: centre, now: now, tx)
    }

    /// To a member of an organisation that became one with another.
    package func memberMoved(
        _ account: Account, organisation: String, token: Token, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .memberMoved, key: "member:\(account.id):\(token.hash.prefix(12))",
                button: account.hasPassword ? .page("/inloggen") : .setPassword(token),
                buttonLabel: account.hasPassword ? l10n("Log in") : nil,
                values: [.organisation: organisation, .email: account.email]),
            to: account, centre: centre, now: now, tx)
    }
}
