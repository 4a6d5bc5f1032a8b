import Localisation
package import SQL
import Time

extension MailDraft {
    /// - Parameter email: another address than the first mail went to, which was mistyped.
    static func organisationRegistered(_ id: ID<Organisation>, corrected email: String? = nil) -> MailDraft {
        let mark = email.map { ":" + Token.hash(EmailAddress.key($0)).prefix(12) } ?? ""
        return MailDraft(kind: .organisationRegistered, key: "organisation:\(id):registered\(mark)")
    }

    static func organisationToReview(_ id: ID<Organisation>, name: String, reviewer: Account) -> MailDraft {
        MailDraft(
            kind: .organisationToReview, key: "organisation:\(id):review:\(reviewer.id)",
            button: .page("/centrum/organisaties/\(id)"), premise: Premise(.registered, [id.number]),
            values: [.organisation: name])
    }

    /// Who has no password yet gets a link that sets one.
    static func organisationApproved(_ organisation: Organisation, to account: Account, in work: UnitOfWork) throws
        -> MailDraft
    {
        let key = "organisation:\(organisation.id):approved:\(account.id)"
        let values: [TextField: String] = [.organisation: organisation.name, .email: account.email]
        guard !account.hasPassword else {
            return MailDraft(
                kind: .organisationApprovedKnownAccount, key: key, button: .page("/inloggen"), values: values)
        }
        let token = try CredentialLink.issue(.invitation, for: account, in: work)
        return MailDraft(
            kind: .organisationApproved, key: "\(key):\(token.hash.prefix(12))", button: .setPassword(token),
            values: values)
    }

    static func organisationAsked(_ organisation: Organisation, to account: Account, words: String, in work: UnitOfWork)
        -> MailDraft
    {
        MailDraft(
            kind: .organisationAsked,
            key: "organisation:\(organisation.id):asked:\(work.now.milliseconds):\(account.id)",
            thread: "organisation:\(organisation.id):registered",
            values: [.organisation: organisation.name, .words: words])
    }

    static func organisationRejected(_ organisation: Organisation, to account: Account, reason: String) -> MailDraft {
        MailDraft(
            kind: .organisationRejected, key: "organisation:\(organisation.id):rejected:\(account.id)",
            values: [.organisation: organisation.name, .reason: reason])
    }

    static func organisationSuspended(
        _ organisation: Organisation, to account: Account, reason: String, in work: UnitOfWork
    ) -> MailDraft {
        MailDraft(
            kind: .organisationSuspended,
            key: "organisation:\(organisation.id):suspended:\(work.now.milliseconds):\(account.id)",
            values: [.organisation: organisation.name, .reason: reason])
    }

    static func organisationRestored(_ organisation: Organisation, to account: Account, in work: UnitOfWork)
        -> MailDraft
    {
        MailDraft(
            kind: .organisationRestored,
            key: "organisation:\(organisation.id):restored:\(work.now.milliseconds):\(account.id)",
            button: .page("/inloggen"), values: [.organisation: organisation.name])
    }

    /// To an address that an organisation typed: joining is hers to choose.
    static func memberInvited(email: String, organisation: String, token: Token) -> MailDraft {
        MailDraft(
            kind: .memberInvited, key: "member-invitation:\(token.hash.prefix(24))", button: .act(token),
            values: [.organisation: organisation, .email: email])
    }

    /// To who worked there already, when another registration became one with theirs.
    package static func organisationMerged(
        _ other: ID<Organisation>, into organisation: Organisation, bringing names: [String], to account: Account
    ) -> MailDraft {
        MailDraft(
            kind: .organisationMerged, key: "organisation:\(organisation.id):merged:\(other):\(account.id)",
            button: .page("/beheer/organisatie/mensen"),
            values: [.organisation: organisation.name, .list: names.map { "- " + $0 }.joined(separator: "\n")])
    }

    /// To a member of an organisation that became one with another.
    package static func memberMoved(_ account: Account, organisation: String, token: Token) -> MailDraft {
        MailDraft(
            kind: .memberMoved, key: "member:\(account.id):\(token.hash.prefix(12))",
            button: account.hasPassword ? .page("/inloggen") : .setPassword(token),
            buttonLabel: account.hasPassword ? l10n("Log in") : nil,
            values: [.organisation: organisation, .email: account.email])
    }
}
