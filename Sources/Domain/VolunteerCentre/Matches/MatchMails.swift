import SQL
import Time

extension MailDraft {
    /// To the organisation: that there is a match; the names stand behind the log-in.
    static func matchMade(_ match: Match, to account: Account) -> MailDraft {
        toMember(
            account, .matchMade, key: "match:\(match.id):made", about: match.application, title: match.vacancyTitle,
            day: match.beginsOn)
    }

    static func matchMadeVolunteer(_ match: Match) -> MailDraft {
        toVolunteer(.matchMadeVolunteer, match, "volunteer", day: match.beginsOn)
    }

    /// To the organisation, when its last day has passed by itself.
    static func matchEnded(_ match: Match, on day: CalendarDate, to account: Account) -> MailDraft {
        toMember(
            account, .matchEnded, key: "match:\(match.id):ended", about: match.application, title: match.vacancyTitle,
            day: day)
    }

    /// To the organisation, when the volunteer erased all that there was of her: the day on which it began says which match, and it
    /// stands below the mail that named her.
    static func matchLeft(_ match: Match, to account: Account) -> MailDraft {
        toMember(
            account, .matchLeft, key: "match:\(match.id):left", about: match.application,
            button: "/beheer/vacatures/\(match.vacancy)", title: match.vacancyTitle, day: match.beginsOn)
    }

    static func matchEndedVolunteer(_ match: Match, on day: CalendarDate) -> MailDraft {
        toVolunteer(.matchEndedVolunteer, match, "ended:volunteer", button: "/vacatures", day: day)
    }

    static func matchBeginChanged(_ match: Match, to day: CalendarDate, in work: UnitOfWork) -> MailDraft {
        changed(.matchBeginChanged, match, day, in: work)
    }

    static func matchEndPlanned(_ match: Match, on day: CalendarDate, in work: UnitOfWork) -> MailDraft {
        changed(.matchEndPlanned, match, day, in: work)
    }

    static func matchEndOpened(_ match: Match, in work: UnitOfWork) -> MailDraft {
        changed(.matchEndOpened, match, nil, in: work)
    }

    private static func changed(_ kind: MailKind, _ match: Match, _ day: CalendarDate?, in work: UnitOfWork)
        -> MailDraft
    {
        toVolunteer(kind, match, "\(kind.rawValue):\(work.now.milliseconds)", day: day)
    }

    /// A moment after the mail that said the contrary.
    static func matchMistaken(_ match: Match) -> MailDraft { toVolunteer(.matchMistaken, match, "mistaken:volunteer") }

    static func matchCancelledVolunteer(_ match: Match) -> MailDraft {
        toVolunteer(.matchCancelledVolunteer, match, "cancelled:volunteer")
    }

    private static func toVolunteer(
        _ kind: MailKind, _ match: Match, _ event: String, button: String? = nil, day: CalendarDate? = nil
    ) -> MailDraft {
        toVolunteer(
            kind, key: "match:\(match.id):\(event)", about: match.application, button: button,
            values: [.title: match.vacancyTitle, .organisation: match.organisationName], day: day)
    }

    static func volunteerInvited(_ id: ID<Invitation>, title: String, organisation: String, words: String) -> MailDraft
    {
        MailDraft(
            kind: .volunteerInvited, key: "invitation:\(id)",
            button: .page("/mijn/uitnodigingen/\(id)"),
            values: [.title: title, .organisation: organisation, .words: words])
    }

    /// - Parameter answer: accepted or declined; who changes her mind is told about again.
    static func invitationAnswered(
        _ answer: Invitation.State, _ invitation: Invitation, to account: Account, in work: UnitOfWork
    ) -> MailDraft {
        MailDraft(
            kind: answer == .accepted ? .volunteerJoinsAgain : .volunteerNotAgain,
            key: "invitation:\(invitation.id):\(answer.rawValue):\(work.now.milliseconds):\(account.id)",
            button: .page("/beheer/vacatures/\(invitation.vacancy)/uitnodigen"),
            values: [.title: invitation.vacancyTitle])
    }
}
