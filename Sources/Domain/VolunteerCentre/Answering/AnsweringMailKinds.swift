import Localisation

extension MailKind {
    package static let applicationsWaiting = MailKind(
        "applications_waiting", subject: l10n("Your answer is being waited for"),
        button: l10n("Read and answer"), to: .organisation, fields: [.list, .reply])
    package static let messagesWaiting = MailKind(
        "messages_waiting", subject: l10n("A volunteer wrote to you a week ago"),
        button: l10n("Read and answer"), to: .organisation, fields: [.list, .reply])
    package static let replyNotPassed = MailKind(
        "reply_not_passed", subject: l10n("About your mail: {title}"),
        button: l10n("Answer on the page"), to: .volunteer, fields: [.title, .reason])
    package static let applicationOverdue = MailKind(
        "application_overdue", subject: l10n("No answer yet to your response to {title}"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation, .list], isToStranger: true)

    package static let answering: [MailKind] = [
        .applicationsWaiting, .messagesWaiting, .applicationOverdue, .replyNotPassed,
    ]
}
