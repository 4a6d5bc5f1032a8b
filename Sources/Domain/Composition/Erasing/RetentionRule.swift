import VolunteerCentre

/// What is erased by itself, and how many days after the last thing happened (standards: `docs/privacy.md`).
///
/// A term begins when nothing is going on any more: somebody with an open response or a running match is active.
package enum RetentionRule: String, CaseIterable, Sendable {
    /// Responses without account, declined, withdrawn or to a vacancy that is closed.
    case guestResponse = "guest_response"
    /// The same with an account.
    case response
    /// Responses that led to a match, with their matches, once these are over and the vacancy is closed.
    case match
    /// Volunteers that do not log in: asked once.
    case volunteerAsked = "volunteer_asked"
    /// Asked a second time, with the day on which they will be erased.
    case volunteerAskedAgain = "volunteer_asked_again"
    case volunteer
    /// Registrations of organisations that were not admitted.
    case rejectedOrganisation = "rejected_organisation"
    /// Sent mails in the outbox.
    case mail
    /// The log of who did what.
    case log

    package var standardDays: Int {
        switch self {
        case .guestResponse, .response: 28
        case .match: 365
        case .volunteerAsked: 120
        case .volunteerAskedAgain: 240
        case .volunteer: 270
        case .rejectedOrganisation: 180
        case .mail: 90
        case .log: 730
        }
    }

    /// Shorter is of no use to anybody, longer needs a ground that the centre has not.
    package var allowedDays: ClosedRange<Int> {
        switch self {
        case .guestResponse: 7...28
        case .response: 7...365
        case .match: 30...730
        case .volunteerAsked: 30...365
        case .volunteerAskedAgain: 60...600
        case .volunteer: 90...730
        case .rejectedOrganisation: 28...730
        case .mail: 30...365
        case .log: 365...730
        }
    }

    /// The rules that erase something; the others only ask.
    package static let erasing: [RetentionRule] = allCases.filter {
        $0 != .volunteerAsked && $0 != .volunteerAskedAgain
    }
}

/// The terms of one centre.
package struct RetentionTerms: Sendable, Equatable {
    private var days: [RetentionRule: Int]

    package init(_ days: [RetentionRule: Int] = [:]) { self.days = days }

    package subscript(rule: RetentionRule) -> Int {
        get { days[rule] ?? rule.standardDays }
        set { days[rule] = newValue }
    }

    /// Asked, asked again and erased follow one another with two weeks between them at least.
    package var isInOrder: Bool {
        self[.volunteerAsked] + 14 <= self[.volunteerAskedAgain] && self[.volunteerAskedAgain] + 14 <= self[.volunteer]
    }
}
