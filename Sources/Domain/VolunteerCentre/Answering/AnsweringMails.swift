import Localisation
import SQL
import Time

extension MailDraft {
    /// To somebody of the organisation: what waits for her, by vacancy and day, not who it is.
    static func applicationsWaiting(
        _ waiting: [(Application, answerBy: CalendarDate)], at organisation: ID<Organisation>, to account: Account,
        in work: UnitOfWork
    ) throws -> MailDraft {
        let token = try ActionLink.issue(
            .answerApplications, on: organisation.number, for: account.id, to: account.email, in: work)
        let t = work.mails.localiser(account.language, at: work.centre)
        let lines = waiting.map { application, answerBy in
            let values: KeyValuePairs<StaticString, String> = [
                "title": application.vacancyTitle, "promised": t.date(answerBy),
                "date": t.date(CalendarDate(application.createdAt, in: work.centre.zone)),
            ]
            return answerBy < work.today
                ? t("{title} (response of {date}, promised by {promised}: too late)", values)
                : t("{title} (response of {date}, answer promised by {promised})", values)
        }
        // Each is told once, so no other mail has the same newest one.
        let newest = waiting.map(\.0.id.number).max() ?? 0
        let only = waiting.count == 1 ? waiting.first.map(\.0.id) : nil
        var draft = MailDraft(
            kind: .applicationsWaiting, key: "application:\(newest):waiting:\(account.id)",
            button: .page(only.map { "/beheer/reacties/\($0)" } ?? "/beheer"),
            values: [.list: lines.joined(separator: "\n")])
        if let only, waiting.first?.0.volunteer != nil { draft.answers = (only.number, false) }
        draft.premise = Premise(.unanswered, waiting.map(\.0.id.number), account: account.id.number)
        // An answer to everybody at once would be given to people of whom nothing was read.
        draft.choices =
            only == nil
            ? [(l10n("Answer without logging in"), .act(token))]
            : AnswerByLink.Answer.allCases.map { ($0.label, .choose($0.segment, token)) }
        return draft
    }

    /// To everybody who works on what a volunteer wrote and nobody answered; each message once.
    static func messagesWaiting(
        _ waiting: [(application: ID<Application>, title: String, at: Instant)], to account: Account,
        in work: UnitOfWork
    ) -> MailDraft {
        let t = work.mails.localiser(account.language, at: work.centre)
        let lines = waiting.map {
            t(
                "{title} (message of {date})",
                ["title": $0.title, "date": t.date(CalendarDate($0.at, in: work.centre.zone))])
        }
        // Each is told once, so no other mail has the same newest one.
        let newest = waiting.max { $0.at < $1.at }.map { "\($0.application):\($0.at.milliseconds)" } ?? ""
        var draft = MailDraft(
            kind: .messagesWaiting, key: "message:\(newest):waiting:\(account.id)",
            button: .page(waiting.count == 1 ? "/beheer/reacties/\(waiting[0].application)" : "/beheer"),
            values: [.list: lines.joined(separator: "\n")])
        if waiting.count == 1 { draft.answers = (waiting[0].application.number, false) }
        draft.premise = Premise(.unheard, waiting.map(\.application.number), account: account.id.number)
        return draft
    }

    /// To who waited in vain: what else there is, and that the centre helps.
    static func applicationOverdue(
        _ application: Application, _ cards: [VacancyCard], in preferred: Language, in work: UnitOfWork
    ) throws -> MailDraft {
        var values = application.values
        values[.list] = work.mails.list(cards, in: preferred, at: work.centre)
        let link: MailDraft.Destination =
            application.volunteer == nil
            ? .act(
                try ActionLink.issue(
                    .claimApplication, on: application.id.number, for: nil, to: application.email, in: work))
            : .response(application.id.number)
        return MailDraft(
            kind: .applicationOverdue, key: "application:\(application.id):overdue", button: link,
            thread: "application:\(application.id):received",
            premise: Premise(.unanswered, [application.id.number]), values: values)
    }
}
