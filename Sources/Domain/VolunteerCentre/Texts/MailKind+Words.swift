import Localisation

/// The standard subjects and buttons of the mails, as messages; bodies are files.
extension MailKind {
    /// With the same fields as the body, each as `{field}`.
    package var subject: StaticString {
        switch self {
        case .organisationRegistered: l10n("We received the registration of {organisation}")
        case .organisationAsked: l10n("A question about the registration of {organisation}")
        case .organisationToReview: l10n("New registration: {organisation}")
        case .organisationApproved, .organisationApprovedKnownAccount: l10n("{organisation} can now place vacancies")
        case .organisationRejected: l10n("About the registration of {organisation}")
        case .organisationSuspended: l10n("{organisation} is not on the website for now")
        case .organisationRestored: l10n("{organisation} is on the website again")
        case .memberInvited: l10n("{organisation} asks you to join in")
        case .memberMoved: l10n("You can now work for {organisation}")
        case .vacancyToReview: l10n("New vacancy to check: {title}")
        case .vacancyPublished: l10n("Your vacancy is online: {title}")
        case .vacancyReturned: l10n("A question about your vacancy: {title}")
        case .vacancyRejected: l10n("About your vacancy: {title}")
        case .vacancyEnds: l10n("Two more weeks online: {title}")
        case .vacancyOffline: l10n("Your vacancy is offline: {title}")
        case .applicationReceived, .applicationReceivedGuest: l10n("Thank you for your response to {title}")
        case .applicationArrived: l10n("A new response to {title}")
        case .applicationAnswered: l10n("{organisation} answered your response")
        case .applicationAnswerArrived: l10n("A new message about {title}")
        case .applicationDeclined: l10n("About your response to {title}")
        case .applicationWithdrawn: l10n("A response was withdrawn: {title}")
        case .matchMade: l10n("A match for {title}")
        case .matchMadeVolunteer: l10n("It is a match: {title}")
        case .matchEnded: l10n("The match has ended: {title}")
        case .matchEndedVolunteer: l10n("Thank you for your help: {title}")
        case .matchCancelledVolunteer: l10n("Your match is taken back: {title}")
        case .volunteerInvited: l10n("{organisation} asks you again")
        case .volunteerJoinsAgain: l10n("Somebody joins in again: {title}")
        case .volunteerNotAgain: l10n("Somebody does not join in this time: {title}")
        case .volunteerRegistered: l10n("Your account at {centre}")
        case .volunteerKnown: l10n("You have an account at {centre}")
        case .volunteerIdle: l10n("Do you want to keep your account at {centre}?")
        case .volunteerIdleAgain: l10n("We erase your account on {date}")
        case .candidateInvited: l10n("{organisation} would like to meet you")
        case .candidateAccepted: l10n("A candidate says yes: {title}")
        case .candidateDeclined: l10n("A candidate cannot come now: {title}")
        case .searchNews: l10n("New for you: {title}")
        case .suggestionNews: l10n("This may suit you: {title}")
        case .passwordReset: l10n("Set a new password for {centre}")
        case .staffInvited: l10n("You can now work in {centre}")
        }
    }

    package var buttonLabel: StaticString? {
        switch self {
        case .organisationToReview: l10n("View the registration")
        case .organisationApproved, .memberMoved, .volunteerRegistered, .staffInvited: l10n("Set your password")
        case .organisationApprovedKnownAccount, .organisationRestored, .volunteerKnown: l10n("Log in")
        case .vacancyToReview, .vacancyPublished: l10n("View the vacancy")
        case .vacancyReturned, .vacancyRejected, .vacancyEnds: l10n("Open the vacancy")
        case .vacancyOffline: l10n("Put it online again")
        case .applicationReceived, .matchCancelledVolunteer: l10n("View your response")
        case .applicationReceivedGuest: l10n("Follow your response")
        case .applicationArrived, .applicationWithdrawn: l10n("View the response")
        case .applicationAnswered: l10n("Read the answer")
        case .applicationAnswerArrived: l10n("Read the message")
        case .applicationDeclined, .matchEndedVolunteer: l10n("View other vacancies")
        case .matchMade, .matchEnded: l10n("View the match")
        case .matchMadeVolunteer: l10n("View your volunteer work")
        case .volunteerInvited, .memberInvited: l10n("Answer the invitation")
        case .volunteerJoinsAgain, .volunteerNotAgain: l10n("View who")
        case .volunteerIdle, .volunteerIdleAgain: l10n("Yes, keep my account")
        case .candidateInvited: l10n("Answer the invitation")
        case .candidateAccepted: l10n("View the response")
        case .candidateDeclined: l10n("View other candidates")
        case .searchNews: l10n("View your saved search")
        case .suggestionNews: l10n("See why it suits you")
        case .passwordReset: l10n("Set a new password")
        case .organisationAsked, .organisationRegistered, .organisationRejected, .organisationSuspended: nil
        }
    }

    package enum Receiver: CaseIterable, Sendable { case volunteer, organisation, centre, anybody }

    package var receiver: Receiver {
        switch self {
        case .organisationToReview, .vacancyToReview, .staffInvited: .centre
        case .passwordReset: .anybody
        case .applicationReceived, .applicationReceivedGuest, .applicationAnswered, .applicationDeclined,
            .matchMadeVolunteer, .matchEndedVolunteer, .matchCancelledVolunteer, .volunteerInvited,
            .volunteerRegistered, .volunteerKnown, .volunteerIdle,
            .volunteerIdleAgain, .searchNews, .suggestionNews, .candidateInvited:
            .volunteer
        default: .organisation
        }
    }
}
