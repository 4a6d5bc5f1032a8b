import Localisation
import SQL
import Time

extension Mails {
    func vacancyToReview(
        _ id: ID<Vacancy>, title: String, organisation: String, reviewer: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: reviewer, centre: centre, now: now, tx) { t in
            Draft(
                kind: "vacancy_to_review", key: "vacancy:\(id):review:\(reviewer.id):\(now.milliseconds)",
                subject: t("New vacancy to check: {title}", ["title": title]),
                button: (t("View the vacancy"), "/centrum/vacatures/\(id)"),
                values: ["title": title, "organisation": organisation])
        }
    }

    func vacancyReviewed(
        _ vacancy: Vacancy, _ verdict: ReviewVacancy.Verdict, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            let title = vacancy.content.title
            let (kind, subject, words): (String, String, String) =
                switch verdict {
                case .approve: ("vacancy_published", t("Your vacancy is online: {title}", ["title": title]), "")
                case .giveBack(let comment):
                    ("vacancy_returned", t("A question about your vacancy: {title}", ["title": title]), comment)
                case .reject(let reason):
                    ("vacancy_rejected", t("About your vacancy: {title}", ["title": title]), reason)
                }
            let button =
                verdict == .approve
                ? (t("View the vacancy"), "/vacatures/\(vacancy.id)")
                : (t("Open the vacancy"), "/beheer/vacatures/\(vacancy.id)")
            return Draft(
                kind: kind, key: "vacancy:\(vacancy.id):reviewed:\(vacancy.version):\(account.id)", subject: subject,
                button: button, values: ["title": title, "words": words])
        }
    }

    /// Two weeks before: time to find somebody, or to choose another day.
    func vacancyEnds(
        _ vacancy: Vacancy, on last: CalendarDate, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "vacancy_ends", key: "vacancy:\(vacancy.id):ends:\(last.iso):\(account.id)",
                subject: t("Two more weeks online: {title}", ["title": vacancy.content.title]),
                button: (t("Open the vacancy"), "/beheer/vacatures/\(vacancy.id)"),
                values: ["title": vacancy.content.title, "date": t.date(last)])
        }
    }

    func vacancyOffline(_ vacancy: Vacancy, to account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws
    {
        let token = try ActionLink.issue(
            .reactivateVacancy, on: vacancy.id.number, for: account.id, in: centre.id, random: random, now: now, tx)
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "vacancy_offline", key: "vacancy:\(vacancy.id):offline:\(vacancy.version):\(account.id)",
                subject: t("Your vacancy is offline: {title}", ["title": vacancy.content.title]),
                button: (t("Put it online again"), "/actie/[[secret]]"), secret: token,
                values: ["title": vacancy.content.title])
        }
    }
}
