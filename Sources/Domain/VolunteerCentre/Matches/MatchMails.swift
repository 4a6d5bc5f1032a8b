import SQL
import Time

extension MailDraft {
    /// To the organisation: that there is a match; the names stand behind the log-in.
    static func matchMade(_ match: Match, to account: Account) -> MailDraft {
        MailDraft(
            kind: .matchMade, key: "match:\(match.id):made:\(account.id)",
            button: .page("/beheer/reacties/\(match.application)"),
            thread: "application:\(match.application):arrived:\(account.id)",
            values: [.title: match.vacancyTitle], dates: [.date: match.beginsOn])
    }

    static func matchMadeVolunteer(_ match: Match) -> MailDraft {
        MailDraft(
            kind: .matchMadeVolunteer, key: "match:\(match.id):volunteer",
            button: .page("/mijn/reacties/\(match.application)"),
            thread: "application:\(match.application):received",
            values: [
                .title: match.vacancyTitle, .organisation: match.organisationName,
            ], dates: [.date: match.beginsOn])
    }

    /// To the organisation, when its last day has passed by itself.
    static func matchEnded(_ match: Match, on day: CalendarDate, to account: Account) -> MailDraft {
        MailDraft(
            kind: .matchEnded, key: "match:\(match.id):ended:\(account.id)",
            button: .page("/beheer/reacties/\(match.application)"),
            thread: "application:\(match.application):arrived:\(account.id)",
            values: [.title: match.vacancyTitle], dates: [.date: day])
    }

    /// To the organisation, when the volunteer erased all that there was of her: the day on which it began says which match, and it
    /// stands below the mail that named her.
    static func matchLeft(_ match: Match, to account: Account) -> MailDraft {
        MailDraft(
            kind: .matchLeft, key: "match:\(match.id):left:\(account.id)",
            button: .page("/beheer/vacatures/\(match.vacancy)"),
            thread: "application:\(match.application):arrived:\(account.id)",
            values: [.title: match.vacancyTitle], dates: [.date: match.beginsOn])
    }

    static func matchEndedVolunteer(_ match: Match, on day: CalendarDate) -> MailDraft {
        MailDraft(
            kind: .matchEndedVolunteer, key: "match:\(match.id):ended:volunteer", button: .page("/vacatures"),
            thread: "application:\(match.application):received",
            values: [.title: match.vacancyTitle, .organisation: match.organisationName], dates: [.date: day])
    }

    static func matchBeginChanged(_ match: Match, to day: CalendarDate, in work: UnitOfWork) -> MailDraft {
        changed(.matchBeginChanged, match, [.date: day], in: work)
    }

    static func matchEndPlanned(_ match: Match, on day: CalendarDate, in work: UnitOfWork) -> MailDraft {
        changed(.matchEndPlanned, match, [.date: day], in: work)
    }

    static func matchEndOpened(_ match: Match, in work: UnitOfWork) -> MailDraft {
        changed(.matchEndOpened, match, [:], in: work)
    }

    private static func changed(
        _ kind: MailKind, _ match: Match, _ dates: [TextField: CalendarDate], in work: UnitOfWork
    ) -> MailDraft {
        MailDraft(
            kind: kind, key: "match:\(match.id):\(kind.rawValue):\(work.now.milliseconds)",
            button: .page("/mijn/reacties/\(match.application)"),
            thread: "application:\(match.application):received",
            values: [.title: match.vacancyTitle, .organisation: match.organisationName], dates: dates)
    }

    static func matchCancelledVolunteer(_ match: Match) -> MailDraft {
        MailDraft(
            kind: .matchCancelledVolunteer, key: "match:\(match.id):cancelled:volunteer",
            button: .page("/mijn/reacties/\(match.application)"),
            thread: "application:\(match.application):received",
            values: [.title: match.vacancyTitle, .organisation: match.organisationName])
    }

    static func volunteerInvited(_ id: ID<Invitation>, organisation: String, words: String) -> MailDraft {
        MailDraft(
            kind: .volunteerInvited, key: "invitation:\(id)",
            button: .page("/mijn/uitnodigingen/\(id)"),
            values: [.organisation: organisation, .words: words])
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
