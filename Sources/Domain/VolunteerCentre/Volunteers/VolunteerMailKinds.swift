import Localisation

extension MailKind {
    static let volunteerRegistered = MailKind(
        "volunteer_registered", subject: l10n("Your account at {centre}"),
        button: l10n("Choose your password"), to: .volunteer, fields: [], isToStranger: true, isUrgent: true)
    static let volunteerKnown = MailKind(
        "volunteer_known", subject: l10n("You have an account at {centre}"),
        button: l10n("Log in"), to: .volunteer, fields: [.email], isToStranger: true, isUrgent: true)
    static let volunteerIdle = MailKind(
        "volunteer_idle", subject: l10n("Do you want to keep your account at {centre}?"),
        button: l10n("Yes, keep my account"), to: .volunteer, fields: [.email])
    static let volunteerIdleAgain = MailKind(
        "volunteer_idle_again", subject: l10n("We erase your account on {date}"),
        button: l10n("Yes, keep my account"), to: .volunteer, fields: [.email, .date])

    /// Those with which somebody comes to her account; see `UnitOfWork.mayMail`.
    static let ofRegistering: Set<MailKind> = [.volunteerRegistered, .volunteerKnown]

    package static let volunteers: [MailKind] = [
        .volunteerRegistered, .volunteerKnown, .volunteerIdle, .volunteerIdleAgain,
    ]
}
