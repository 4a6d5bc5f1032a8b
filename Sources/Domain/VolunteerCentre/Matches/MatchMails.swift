import Localisation
import SQL
import Time

extension Mails {
    /// To the organisation: that there is a match; the names stand behind the log-in.
    func matchMade(_ match: Match, to account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(
            Draft(
                kind: .matchMade, key: "match:\(match.id):made:\(account.id)",
                button: .page("/beheer/reacties/\(match.application)"),
                thread: "application:\(match.application):arrived:\(account.id)",
                values: [.title: match.vacancyTitle], dates: [.date: match.beginsOn]),
            to: account, centre: centre, now: now, tx)
    }

    func matchMade(_ match: Match, toVolunteer account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws
    {
        try write(
            Draft(
                kind: .matchMadeVolunteer, key: "match:\(match.id):volunteer",
                button: .page("/mijn/reacties/\(match.application)"),
                thread: "application:\(match.application):received",
                values: [
                    .title: match.vacancyTitle, .organisation: match.organisationName,
                ], dates: [.date: match.beginsOn]),
            to: account, centre: centre, now: now, tx)
    }

    /// To the organisation, when its last day has passed by itself.
    func matchEnded(
        _ match: Match, on day: CalendarDate, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .matchEnded, key: "match:\(match.id):ended:\(account.id)",
                button: .page("/beheer/reacties/\(match.application)"),
                thread: "application:\(match.application):arrived:\(account.id)",
                values: [.title: match.vacancyTitle], dates: [.date: day]),
            to: account, centre: centre, now: now, tx)
    }

    func matchEnded(
        _ match: Match, on day: CalendarDate, toVolunteer account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .matchEndedVolunteer, key: "match:\(match.id):ended:volunteer", button: .page("/vacatures"),
                thread: "application:\(match.application):received",
                values: [.title: match.vacancyTitle, .organisation: match.organisationName], dates: [.date: day]),
            to: account, centre: centre, now: now, tx)
    }

    func matchCancelled(
        _ match: Match, toVolunteer account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .matchCancelledVolunteer, key: "match:\(match.id):cancelled:volunteer",
                button: .page("/mijn/reacties/\(match.application)"),
                thread: "application:\(match.application):received",
                values: [.title: match.vacancyTitle, .organisation: match.organisationName]),
            to: account, centre: centre, now: now, tx)
    }

    func volunteerInvited(
        _ id: ID<Invitation>, organisation: String, words: String, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .volunteerInvited, key: "invitation:\(id)",
                button: .page("/mijn/uitnodigingen/\(id)"),
                values: [.organisation: organisation, .words: words]),
            to: account, centre: centre, now: now, tx)
    }

    /// - Parameter answer: accepted or declined; who changes her mind is told about again.
    func invitationAnswered(
        _ answer: Invitation.State, _ invitation: Invitation, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: answer == .accepted ? .volunteerJoinsAgain : .volunteerNotAgain,
                key: "invitation:\(invitation.id):\(answer.rawValue):\(now.milliseconds):\(account.id)",
                button: .page("/beheer/vacatures/\(invitation.vacancy)/uitnodigen"),
                values: [.title: invitation.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }
}
