/// Every mail of the platform: what it is called in files and tables, and what its text may ask for.
package enum MailKind: String, CaseIterable, Sendable {
    case organisationRegistered = "organisation_registered"
    case organisationToReview = "organisation_to_review"
    case organisationAsked = "organisation_asked"
    case organisationApproved = "organisation_approved"
    case organisationApprovedKnownAccount = "organisation_approved_known_account"
    case organisationRejected = "organisation_rejected"
    case organisationSuspended = "organisation_suspended"
    case organisationRestored = "organisation_restored"
    case memberInvited = "member_invited"
    case memberMoved = "member_moved"
    case vacancyToReview = "vacancy_to_review"
    case vacancyPublished = "vacancy_published"
    case vacancyReturned = "vacancy_returned"
    case vacancyRejected = "vacancy_rejected"
    case vacancyEnds = "vacancy_ends"
    case vacancyOffline = "vacancy_offline"
    case applicationReceived = "application_received"
    case applicationReceivedGuest = "application_received_guest"
    case applicationArrived = "application_arrived"
    case applicationAnswered = "application_answered"
    case applicationAnswerArrived = "application_answer_arrived"
    case applicationDeclined = "application_declined"
    case applicationWithdrawn = "application_withdrawn"
    case matchMade = "match_made"
    case matchMadeVolunteer = "match_made_volunteer"
    case matchEnded = "match_ended"
    case matchEndedVolunteer = "match_ended_volunteer"
    case matchCancelledVolunteer = "match_cancelled_volunteer"
    case volunteerInvited = "volunteer_invited"
    case volunteerJoinsAgain = "volunteer_joins_again"
    case volunteerNotAgain = "volunteer_not_again"
    case volunteerRegistered = "volunteer_registered"
    case volunteerKnown = "volunteer_known"
    case volunteerIdle = "volunteer_idle"
    case volunteerIdleAgain = "volunteer_idle_again"
    case candidateInvited = "candidate_invited"
    case candidateAccepted = "candidate_accepted"
    case candidateDeclined = "candidate_declined"
    case searchNews = "search_news"
    case suggestionNews = "suggestion_news"
    case passwordReset = "password_reset"
    case staffInvited = "staff_invited"

    /// What a text may ask for besides what every mail knows; the code gives exactly these.
    package var ownFields: [TextField] {
        switch self {
        case .organisationRegistered, .organisationToReview, .organisationRestored: [.organisation]
        case .organisationApproved, .organisationApprovedKnownAccount, .memberInvited, .memberMoved:
            [.organisation, .email]
        case .organisationRejected, .organisationSuspended: [.organisation, .reason]
        case .vacancyToReview, .applicationReceived, .applicationReceivedGuest, .applicationAnswered,
            .matchCancelledVolunteer:
            [.title, .organisation]
        case .vacancyPublished, .vacancyOffline, .applicationArrived, .applicationAnswerArrived, .applicationWithdrawn,
            .volunteerJoinsAgain, .volunteerNotAgain:
            [.title]
        case .vacancyReturned, .vacancyRejected: [.title, .words]
        case .candidateInvited: [.title, .organisation, .words]
        case .candidateAccepted, .candidateDeclined: [.title]
        case .searchNews, .suggestionNews: [.title, .list]
        case .vacancyEnds, .matchMade, .matchEnded: [.title, .date]
        case .volunteerIdleAgain: [.email, .date]
        case .applicationDeclined: [.title, .organisation, .words]
        case .matchMadeVolunteer, .matchEndedVolunteer: [.title, .organisation, .date]
        case .organisationAsked, .volunteerInvited: [.organisation, .words]
        case .volunteerRegistered, .passwordReset: []
        case .volunteerKnown, .staffInvited, .volunteerIdle: [.email]
        }
    }

    package var fields: [TextField] { [.name] + ownFields + [.centre, .contact] }
}

/// What stands between double braces in a text of the centre.
package enum TextField: String, CaseIterable, Sendable {
    case name, organisation, title, list, words, reason, date, email, centre, contact, phone, address
}
