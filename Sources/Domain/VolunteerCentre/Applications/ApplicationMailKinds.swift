import Localisation

extension MailKind {
    static let applicationReceived = MailKind(
        "application_received", subject: l10n("Thank you for your response to {title}"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation, .date])
    package static let applicationReceivedGuest = MailKind(
        "application_received_guest", subject: l10n("Thank you for your response to {title}"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation, .date, .earlier],
        note: l10n("without account"), isToStranger: true)
    static let applicationLink = MailKind(
        "application_link", subject: l10n("{organisation} would like to go on with you"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation], isToStranger: true)
    static let applicationArrived = MailKind(
        "application_arrived", subject: l10n("A new response to {title}"),
        button: l10n("View the response"), to: .organisation, fields: [.title, .date, .reply])
    static let applicationAnswered = MailKind(
        "application_answered", subject: l10n("Answer of {organisation}: {title}"),
        button: l10n("Read the answer"), to: .volunteer, fields: [.title, .organisation, .reply])
    static let applicationAnswerArrived = MailKind(
        "application_answer_arrived", subject: l10n("A new message about {title}"),
        button: l10n("Read the message"), to: .organisation, fields: [.title, .reply])
    static let applicationNoCrossed = MailKind(
        "application_no_crossed", subject: l10n("Your no was not sent: {title}"),
        button: l10n("Read the message"), to: .organisation, fields: [.title, .reply])
    static let applicationDeclined = MailKind(
        "application_declined", subject: l10n("About your response to {title}"),
        button: l10n("See what you can do now"), to: .volunteer, fields: [.title, .organisation, .words, .list])
    static let applicationAgreed = MailKind(
        "application_agreed", subject: l10n("You may record a match: {title}"),
        button: l10n("View the response"), to: .organisation, fields: [.title])
    static let applicationWithdrawn = MailKind(
        "application_withdrawn", subject: l10n("A response was withdrawn: {title}"),
        button: l10n("View the response"), to: .organisation, fields: [.title])
    static let applicationLeft = MailKind(
        "application_left", subject: l10n("A response is gone: {title}"),
        button: l10n("View the vacancy"), to: .organisation, fields: [.title, .date])

    package static let applications: [MailKind] = [
        .applicationReceived, .applicationReceivedGuest, .applicationLink, .applicationArrived, .applicationAnswered,
        .applicationAnswerArrived, .applicationNoCrossed, .applicationAgreed, .applicationDeclined,
        .applicationWithdrawn, .applicationLeft,
    ]
}
