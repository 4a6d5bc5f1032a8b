import Localisation

extension MailKind {
    static let matchMade = MailKind(
        "match_made", subject: l10n("A match for {title}"),
        button: l10n("View the match"), to: .organisation, fields: [.title, .date])
    static let matchMadeVolunteer = MailKind(
        "match_made_volunteer", subject: l10n("It is a match: {title}"),
        button: l10n("View your volunteer work"), to: .volunteer, fields: [.title, .organisation, .date])
    static let matchEnded = MailKind(
        "match_ended", subject: l10n("The match has ended: {title}"),
        button: l10n("View the match"), to: .organisation, fields: [.title, .date])
    static let matchLeft = MailKind(
        "match_left", subject: l10n("A volunteer stops: {title}"),
        button: l10n("View the vacancy"), to: .organisation, fields: [.title, .date])
    static let matchEndedVolunteer = MailKind(
        "match_ended_volunteer", subject: l10n("Thank you for your help: {title}"),
        button: l10n("View other vacancies"), to: .volunteer, fields: [.title, .organisation, .date])
    static let matchCancelledVolunteer = MailKind(
        "match_cancelled_volunteer", subject: l10n("Your match is taken back: {title}"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation])
    static let matchMistaken = MailKind(
        "match_mistaken", subject: l10n("A mistake: no match yet for {title}"),
        button: l10n("View your response"), to: .volunteer, fields: [.title, .organisation])
    static let matchBeginChanged = MailKind(
        "match_begin_changed", subject: l10n("Another first day: {title}"),
        button: l10n("View your volunteer work"), to: .volunteer, fields: [.title, .organisation, .date])
    static let matchEndPlanned = MailKind(
        "match_end_planned", subject: l10n("The last day is known: {title}"),
        button: l10n("View your volunteer work"), to: .volunteer, fields: [.title, .organisation, .date])
    static let matchEndOpened = MailKind(
        "match_end_opened", subject: l10n("The last day is open again: {title}"),
        button: l10n("View your volunteer work"), to: .volunteer, fields: [.title, .organisation])
    static let volunteerInvited = MailKind(
        "volunteer_invited", subject: l10n("Will you join in again? {title}"),
        button: l10n("Answer the invitation"), to: .volunteer, fields: [.title, .organisation, .words])
    static let volunteerJoinsAgain = MailKind(
        "volunteer_joins_again", subject: l10n("Somebody joins in again: {title}"),
        button: l10n("View who"), to: .organisation, fields: [.title])
    static let volunteerNotAgain = MailKind(
        "volunteer_not_again", subject: l10n("Somebody does not join in this time: {title}"),
        button: l10n("View who"), to: .organisation, fields: [.title])

    package static let matches: [MailKind] = [
        .matchMade, .matchMadeVolunteer, .matchEnded, .matchLeft, .matchEndedVolunteer, .matchCancelledVolunteer,
        .matchMistaken, .matchBeginChanged, .matchEndPlanned, .matchEndOpened, .volunteerInvited,
        .volunteerJoinsAgain, .volunteerNotAgain,
    ]
}
