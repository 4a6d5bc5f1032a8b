import Localisation
import SQL
import Time

extension Mails {
    func vacancyToReview(
        _ id: ID<Vacancy>, title: String, organisation: String, reviewer: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .vacancyToReview, key: "vacancy:\(id):review:\(reviewer.id):\(now.milliseconds)",
                button: .page("/centrum/vacatures/\(id)"),
                values: [.title: title, .organisation: organisation]),
            to: reviewer, centre: centre, now: now, tx)
    }

    func vacancyReviewed(
        _ vacancy: Vacancy, _ verdict: ReviewVacancy.Verdict, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        let (kind, words): (MailKind, String?) =
            switch verdict {
            case .approve: (.vacancyPublished, nil)
            case .giveBack(let comment): (.vacancyReturned, comment)
            case .reject(let reason): (.vacancyRejected, reason)
            }
        var values: [TextField: String] = [.title: vacancy.content.title]
        values[.words] = words
        try write(
            Draft(
                kind: kind, key: "vacancy:\(vacancy.id):reviewed:\(vacancy.version):\(account.id)",
                button: .page(
                    verdict == .approve ? "/vacatures/\(vacancy.id)" : "/beheer/vacatures/\(vacancy.id)"),
                values: values),
            to: account, centre: centre, now: now, tx)
    }

    /// Two weeks before: time to find somebody, or to choose another day.
    func vacancyEnds(
        _ vacancy: Vacancy, on last: CalendarDate, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .vacancyEnds, key: "vacancy:\(vacancy.id):ends:\(last.iso):\(account.id)",
                button: .page("/beheer/vacatures/\(vacancy.id)"),
                values: [.title: vacancy.content.title], dates: [.date: last]),
            to: account, centre: centre, now: now, tx)
    }

    func vacancyOffline(_ vacancy: Vacancy, to account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws
    {
        let token = try ActionLink.issue(
            .reactivateVacancy, on: vacancy.id.number, for: account.id, in: centre.id, random: random, now: now, tx)
        try write(
            Draft(
                kind: .vacancyOffline, key: "vacancy:\(vacancy.id):offline:\(vacancy.version):\(account.id)",
                button: .act(token),
                values: [.title: vacancy.content.title]),
            to: account, centre: centre, now: now, tx)
    }
}
