import Localisation

extension MailKind {
    static let passwordReset = MailKind(
        "password_reset", subject: l10n("Set a new password for {centre}"),
        button: l10n("Set a new password"), to: .anybody, fields: [])
    static let staffInvited = MailKind(
        "staff_invited", subject: l10n("You can now work in {centre}"),
        button: l10n("Set your password"), to: .centre, fields: [.email])

    package static let accounts: [MailKind] = [
        .passwordReset, .staffInvited,
    ]
}
