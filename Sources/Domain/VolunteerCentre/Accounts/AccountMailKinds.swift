import Localisation

extension MailKind {
    static let passwordReset = MailKind(
        "password_reset", subject: l10n("Set a new password for {centre}"),
        button: l10n("Set a new password"), to: .anybody, fields: [], isUrgent: true)
    static let passwordSet = MailKind(
        "password_set", subject: l10n("A password was chosen for your account at {centre}"),
        button: l10n("This was not me: new password"), to: .anybody, fields: [.email])
    static let staffInvited = MailKind(
        "staff_invited", subject: l10n("You can now work in {centre}"),
        button: l10n("Choose your password"), to: .centre, fields: [.email])
    static let staffRoleChanged = MailKind(
        "staff_role_changed", subject: l10n("What you may do in {centre} has changed"), button: l10n("Log in"),
        to: .centre, fields: [])
    static let addressAsked = MailKind(
        "address_asked", subject: l10n("Is this your e-mail address?"),
        button: l10n("Yes, use this address"), to: .anybody, fields: [], isToStranger: true, isUrgent: true)
    static let addressChanged = MailKind(
        "address_changed", subject: l10n("Your e-mail address at {centre} has been changed"), to: .anybody,
        fields: [.email])

    package static let accounts: [MailKind] = [
        .passwordReset, .passwordSet, .staffInvited, .staffRoleChanged, .addressAsked, .addressChanged,
    ]
}
