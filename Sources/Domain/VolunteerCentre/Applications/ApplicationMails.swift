import Localisation
import SQL
import Time

extension MailDraft {
    /// What the button of the thank-you mail leads to.
    enum ReceivedLink {
        /// Her own page with the state of her response.
        case own
        /// A link with which a guest makes the response hers.
        case claim
    }

    /// To the person who responded: what happens now, without repeating what she wrote.
    static func applicationReceived(
        _ id: ID<Application>, vacancy: Vacancy, organisation: Organisation, link: ReceivedLink, in work: UnitOfWork
    ) throws -> MailDraft {
        var draft = MailDraft(
            kind: .applicationReceived, key: "application:\(id):received", button: .page("/mijn/reacties/\(id)"),
            values: [.title: vacancy.content.title, .organisation: organisation.name])
        guard link != .own else { return draft }
        let token = try ActionLink.issue(.claimApplication, on: id.number, for: nil, in: work)
        draft.kind = .applicationReceivedGuest
        draft.button = .act(token)
        return draft
    }

    /// To somebody without an account, when the organisation asks her to make one.
    static func applicationLink(_ application: Application, in work: UnitOfWork) throws -> MailDraft {
        let token = try ActionLink.issue(.claimApplication, on: application.id.number, for: nil, in: work)
        return MailDraft(
            kind: .applicationLink, key: "application:\(application.id):link:\(token.hash.prefix(12))",
            button: .act(token), thread: "application:\(application.id):received",
            values: [.title: application.vacancyTitle, .organisation: application.organisationName])
    }

    /// To the organisation: that there is a response, not who it is from.
    static func applicationArrived(_ id: ID<Application>, vacancy: Vacancy, to account: Account) -> MailDraft {
        MailDraft(
            kind: .applicationArrived, key: "application:\(id):arrived:\(account.id)",
            button: .page("/beheer/reacties/\(id)"), values: [.title: vacancy.content.title])
    }

    /// To the volunteer: that the organisation answered, not what.
    static func applicationAnswered(_ application: Application, message: Int64) -> MailDraft {
        MailDraft(
            kind: .applicationAnswered, key: "application:\(application.id):message:\(message)",
            button: .page("/mijn/reacties/\(application.id)"),
            thread: "application:\(application.id):received",
            values: [.title: application.vacancyTitle, .organisation: application.organisationName])
    }

    static func applicationAnswerArrived(_ application: Application, message: Int64, to account: Account) -> MailDraft {
        MailDraft(
            kind: .applicationAnswerArrived,
            key: "application:\(application.id):message:\(message):\(account.id)",
            button: .page("/beheer/reacties/\(application.id)"),
            thread: "application:\(application.id):arrived:\(account.id)",
            values: [.title: application.vacancyTitle])
    }

    /// To the person: a kind no, with the organisation's own words, and the centre that helps further.
    static func applicationDeclined(_ application: Application, words: String, in work: UnitOfWork) -> MailDraft {
        MailDraft(
            kind: .applicationDeclined, key: "application:\(application.id):declined:\(work.now.milliseconds)",
            button: .page("/vacatures"), thread: "application:\(application.id):received",
            values: [
                .title: application.vacancyTitle, .organisation: application.organisationName, .words: words,
            ])
    }

    static func applicationWithdrawn(_ application: Application, to account: Account) -> MailDraft {
        MailDraft(
            kind: .applicationWithdrawn, key: "application:\(application.id):withdrawn:\(account.id)",
            button: .page("/beheer/reacties/\(application.id)"),
            thread: "application:\(application.id):arrived:\(account.id)",
            values: [.title: application.vacancyTitle])
    }

    /// The same when the volunteer erased all that there was of her; it stands below the mail that named her.
    static func applicationLeft(_ application: Application, to account: Account, in work: UnitOfWork) -> MailDraft {
        MailDraft(
            kind: .applicationLeft, key: "application:\(application.id):left:\(account.id)",
            button: .page("/beheer/vacatures/\(application.vacancy)"),
            thread: "application:\(application.id):arrived:\(account.id)",
            values: [.title: application.vacancyTitle],
            dates: [.date: CalendarDate(application.createdAt, in: work.centre.zone)])
    }
}
