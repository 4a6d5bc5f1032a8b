import Localisation

extension MailKind {
    static let candidateInvited = MailKind(
        "candidate_invited", subject: l10n("{organisation} invites you: {title}"),
        button: l10n("Answer the invitation"), to: .volunteer, fields: [.title, .organisation, .words])
    static let candidateAccepted = MailKind(
        "candidate_accepted", subject: l10n("A candidate says yes: {title}"),
        button: l10n("View the response"), to: .organisation, fields: [.title])
    static let candidateDeclined = MailKind(
        "candidate_declined", subject: l10n("A candidate cannot come now: {title}"),
        button: l10n("View other candidates"), to: .organisation, fields: [.title])

    package static let candidates: [MailKind] = [
        .candidateInvited, .candidateAccepted, .candidateDeclined,
    ]
}
