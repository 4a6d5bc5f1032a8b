import Localisation

extension MailKind {
    static let organisationRegistered = MailKind(
        "organisation_registered", subject: l10n("We received the registration of your organisation"),
        to: .organisation,
        fields: [], isToStranger: true)
    static let organisationToReview = MailKind(
        "organisation_to_review", subject: l10n("New registration: {organisation}"),
        button: l10n("View the registration"), to: .centre, fields: [.organisation])
    static let organisationAsked = MailKind(
        "organisation_asked", subject: l10n("A question about the registration of {organisation}"), to: .organisation,
        fields: [.organisation, .words])
    static let organisationApproved = MailKind(
        "organisation_approved", subject: l10n("{organisation} can now place vacancies"),
        button: l10n("Set your password"), to: .organisation, fields: [.organisation, .email])
    static let organisationApprovedKnownAccount = MailKind(
        "organisation_approved_known_account", subject: l10n("{organisation} can now place vacancies"),
        button: l10n("Log in"), to: .organisation, fields: [.organisation, .email],
        note: l10n("who has an account already"))
    static let organisationRejected = MailKind(
        "organisation_rejected", subject: l10n("About the registration of {organisation}"), to: .organisation,
        fields: [.organisation, .reason])
    static let organisationSuspended = MailKind(
        "organisation_suspended", subject: l10n("{organisation} is not on the website for now"), to: .organisation,
        fields: [.organisation, .reason])
    static let organisationRestored = MailKind(
        "organisation_restored", subject: l10n("{organisation} is on the website again"),
        button: l10n("Log in"), to: .organisation, fields: [.organisation])
    static let memberInvited = MailKind(
        "member_invited", subject: l10n("{organisation} asks you to join in"),
        button: l10n("Answer the invitation"), to: .organisation, fields: [.organisation, .email], isToStranger: true)
    static let memberMoved = MailKind(
        "member_moved", subject: l10n("You can now work for {organisation}"),
        button: l10n("Set your password"), to: .organisation, fields: [.organisation, .email])
    static let organisationMerged = MailKind(
        "organisation_merged", subject: l10n("Who else works for {organisation} now"),
        button: l10n("See who works with you"), to: .organisation, fields: [.organisation, .list])

    package static let organisations: [MailKind] = [
        .organisationRegistered, .organisationToReview, .organisationAsked, .organisationApproved,
        .organisationApprovedKnownAccount, .organisationRejected, .organisationSuspended, .organisationRestored,
        .memberInvited, .memberMoved, .organisationMerged,
    ]
}
