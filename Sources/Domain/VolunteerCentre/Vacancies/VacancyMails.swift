import Localisation
import SQL
import Time

extension MailDraft {
    static func vacancyToReview(
        _ id: ID<Vacancy>, title: String, organisation: String, reviewer: Account, in work: UnitOfWork
    ) -> MailDraft {
        MailDraft(
            kind: .vacancyToReview, key: "vacancy:\(id):review:\(reviewer.id):\(work.now.milliseconds)",
            button: .page("/centrum/vacatures/\(id)"), premise: Premise(.queued, [id.number]),
            values: [.title: title, .organisation: organisation])
    }

    /// - Parameters:
    ///   - last: through which day it stands on the website.
    ///   - isFull: all places are taken, so that nobody can respond.
    static func vacancyReviewed(
        _ vacancy: Vacancy, _ verdict: ReviewVacancy.Verdict, until last: CalendarDate, isFull: Bool,
        to account: Account
    ) -> MailDraft {
        let (kind, words): (MailKind, String?) =
            switch verdict {
            case .approve: (isFull ? .vacancyApprovedFull : .vacancyPublished, nil)
            case .giveBack(let words) where vacancy.pending != nil && vacancy.state == .published:
                (.vacancyChangeReturned, words)
            case .giveBack(let comment): (.vacancyReturned, comment)
            case .reject(let reason): (.vacancyRejected, reason)
            }
        var values: [TextField: String] = [.title: vacancy.content.title]
        values[.words] = words
        return MailDraft(
            kind: kind, key: "vacancy:\(vacancy.id):reviewed:\(vacancy.version):\(account.id)",
            button: .page(
                verdict == .approve && !isFull ? "/vacatures/\(vacancy.id)" : "/beheer/vacatures/\(vacancy.id)"),
            values: values, dates: kind == .vacancyPublished ? [.date: last] : [:])
    }

    /// Two weeks before: time to find somebody, or to choose another day.
    static func vacancyEnds(
        _ vacancy: Vacancy, on last: CalendarDate, to account: Account, in work: UnitOfWork
    ) -> MailDraft {
        let isLongest = vacancy.content.publishUntil != last
        return MailDraft(
            kind: .vacancyEnds, key: "vacancy:\(vacancy.id):ends:\(last.iso):\(account.id)",
            button: .page("/beheer/vacatures/\(vacancy.id)"),
            premise: .ending(vacancy.id, on: last, isLongest: isLongest, account, in: work),
            values: [.title: vacancy.content.title], dates: [.date: last])
    }

    /// *Klopt dit nog?*: which are online, and the page on which each is answered.
    static func vacanciesAsked(
        _ asked: [(id: ID<Vacancy>, title: String)], of organisation: ID<Organisation>, to account: Account,
        in work: UnitOfWork
    ) throws -> MailDraft {
        let token = try ActionLink.issue(
            .confirmVacancies, on: organisation.number, for: account.id, to: account.email, in: work)
        var draft = MailDraft(
            kind: .vacanciesAsked, key: "organisation:\(organisation):asked:\(work.today.iso):\(account.id)",
            button: .act(token),
            premise: Premise(.unconfirmed, asked.map(\.id.number), account: account.id.number),
            values: [.list: asked.map(\.title).joined(separator: "\n")])
        // Of several nobody says the same at once.
        if asked.count == 1 {
            draft.choices = ConfirmVacancies.Answer.allCases.map { ($0.label, .choose($0.segment, token)) }
        }
        return draft
    }

    static func vacancyUnconfirmed(_ vacancy: Vacancy, to account: Account, in work: UnitOfWork) throws -> MailDraft {
        var draft = try vacancyOffline(vacancy, to: account, in: work)
        draft.kind = .vacancyUnconfirmed
        return draft
    }

    /// To each who gets what a colleague looked after, alone or with others; once a day for the same.
    static func handedOver(
        _ items: [HandOver.Item], from colleague: String, alone: Bool, of organisation: ID<Organisation>,
        to account: Account, in work: UnitOfWork
    ) -> MailDraft {
        let mark = items.map { "\($0.vacancy)" }.joined(separator: ",")
        return MailDraft(
            kind: alone ? .handedOver : .handedToAll,
            key:
                "organisation:\(organisation):handed:\(work.today.iso):\(Token.hash(mark + colleague).prefix(16)):\(account.id)",
            button: .page(alone ? "/beheer/vacatures?van=ik" : "/beheer/vacatures"),
            values: [.list: list(items, to: account, in: work), .colleague: colleague])
    }

    static func contactChosen(_ vacancy: Vacancy, to account: Account, in work: UnitOfWork) -> MailDraft {
        MailDraft(
            kind: .contactChosen, key: "vacancy:\(vacancy.id):contact:\(work.today.iso):\(account.id)",
            button: .page("/beheer/vacatures/\(vacancy.id)"), values: [.title: vacancy.newest.title])
    }

    /// Each with what is going on; a mail names no more than is read.
    private static func list(_ items: [HandOver.Item], to account: Account, in work: UnitOfWork) -> String {
        let t = work.mails.localiser(account.language, at: work.centre)
        let lines = items.prefix(HandOver.mailed).map { item in
            let title = item.title.isEmpty ? t("Without a title") : item.title
            let counts = [
                item.open > 0 ? t("{count} open response", "{count} open responses", count: item.open) : nil,
                item.matches > 0 ? t("{count} match", "{count} matches", count: item.matches) : nil,
            ].compactMap { $0 }
            return counts.isEmpty ? title : "\(title) (\(counts.joined(separator: ", ")))"
        }
        let more = items.count - HandOver.mailed
        return (lines + (more > 0 ? [t("and {count} other", "and {count} others", count: more)] : []))
            .joined(separator: "\n")
    }

    static func vacancyOffline(_ vacancy: Vacancy, to account: Account, in work: UnitOfWork) throws -> MailDraft {
        let token = try ActionLink.issue(
            .reactivateVacancy, on: vacancy.id.number, for: account.id, in: work)
        return MailDraft(
            kind: .vacancyOffline, key: "vacancy:\(vacancy.id):offline:\(vacancy.version):\(account.id)",
            button: .act(token),
            values: [.title: vacancy.content.title])
    }
}
