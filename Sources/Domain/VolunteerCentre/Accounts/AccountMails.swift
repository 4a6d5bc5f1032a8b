import Localisation
import Time

extension MailDraft {
    static func passwordReset(_ account: Account, token: Token) -> MailDraft {
        MailDraft(
            kind: .passwordReset, key: "reset:\(account.id):\(token.hash.prefix(12))",
            button: .setPassword(token))
    }

    /// To who may not have done so herself: a mail that was passed on lets others choose a password too.
    static func passwordSet(_ account: Account, at moment: Instant) -> MailDraft {
        MailDraft(
            kind: .passwordSet, key: "password:\(account.id):set:\(moment.milliseconds)",
            button: .page("/wachtwoord/vergeten"), values: [.email: account.email])
    }

    /// To the new address: whether it is hers who used the old one until now.
    static func addressAsked(_ change: Int64, _ token: Token) -> MailDraft {
        MailDraft(kind: .addressAsked, key: "address:\(change):asked", button: .act(token))
    }

    /// To the old address, which hears nothing afterwards.
    static func addressChanged(_ change: Int64, _ account: Account) -> MailDraft {
        MailDraft(kind: .addressChanged, key: "address:\(change):changed", values: [.email: account.email])
    }

    /// To whose role became another one: she did not ask for it herself.
    static func staffRoleChanged(_ account: Account, at moment: Instant) -> MailDraft {
        MailDraft(
            kind: .staffRoleChanged, key: "staff:\(account.id):role:\(moment.milliseconds)", button: .page("/inloggen"))
    }

    /// To somebody new at the centre: sets a password, or logs in with the one she has.
    static func staffInvited(_ account: Account, token: Token) -> MailDraft {
        MailDraft(
            kind: .staffInvited, key: "staff:\(account.id):\(token.hash.prefix(12))",
            button: account.hasPassword ? .page("/inloggen") : .setPassword(token),
            buttonLabel: account.hasPassword ? l10n("Log in") : nil, values: [.email: account.email])
    }
}
