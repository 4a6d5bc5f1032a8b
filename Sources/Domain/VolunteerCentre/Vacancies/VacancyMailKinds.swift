import Localisation

extension MailKind {
    static let vacancyToReview = MailKind(
        "vacancy_to_review", subject: l10n("New vacancy to check: {title}"),
        button: l10n("View the vacancy"), to: .centre, fields: [.title, .organisation])
    static let vacancyPublished = MailKind(
        "vacancy_published", subject: l10n("Your vacancy is online: {title}"),
        button: l10n("View the vacancy"), to: .organisation, fields: [.title, .date])
    /// All places were taken meanwhile.
    static let vacancyApprovedFull = MailKind(
        "vacancy_approved_full", subject: l10n("Your text is approved: {title}"),
        button: l10n("View the vacancy"), to: .organisation, fields: [.title])
    package static let vacancyReturned = MailKind(
        "vacancy_returned", subject: l10n("A question about your vacancy: {title}"),
        button: l10n("Open the vacancy"), to: .organisation, fields: [.title, .words])
    static let vacancyChangeReturned = MailKind(
        "vacancy_change_returned", subject: l10n("A question about your changed vacancy: {title}"),
        button: l10n("Open the vacancy"), to: .organisation, fields: [.title, .words])
    static let vacancyRejected = MailKind(
        "vacancy_rejected", subject: l10n("About your vacancy: {title}"),
        button: l10n("Open the vacancy"), to: .organisation, fields: [.title, .words])
    static let vacancyEnds = MailKind(
        "vacancy_ends", subject: l10n("Two more weeks online: {title}"),
        button: l10n("Open the vacancy"), to: .organisation, fields: [.title, .date])
    static let vacancyOffline = MailKind(
        "vacancy_offline", subject: l10n("Your vacancy is offline: {title}"),
        button: l10n("Put it online again"), to: .organisation, fields: [.title])
    static let vacanciesAsked = MailKind(
        "vacancies_asked", subject: l10n("Are your vacancies still right?"),
        button: l10n("Say what is still right"), to: .organisation, fields: [.list])
    static let vacancyUnconfirmed = MailKind(
        "vacancy_unconfirmed", subject: l10n("Off the website, as we heard nothing: {title}"),
        button: l10n("Put it online again"), to: .organisation, fields: [.title])
    static let handedOver = MailKind(
        "handed_over", subject: l10n("You look after this from now on"),
        button: l10n("View your vacancies"), to: .organisation, fields: [.list, .colleague])
    static let handedToAll = MailKind(
        "handed_to_all", subject: l10n("You get the mail about this from now on"),
        button: l10n("View your vacancies"), to: .organisation, fields: [.list, .colleague])
    static let contactChosen = MailKind(
        "contact_chosen", subject: l10n("You look after this vacancy from now on: {title}"),
        button: l10n("Open the vacancy"), to: .organisation, fields: [.title])

    package static let vacancies: [MailKind] = [
        .vacancyToReview, .vacancyPublished, .vacancyApprovedFull, .vacancyReturned, .vacancyChangeReturned,
        .vacancyRejected, .vacancyEnds,
        .vacancyOffline, .vacanciesAsked, .vacancyUnconfirmed, .handedOver,
        .handedToAll, .contactChosen,
    ]
}
