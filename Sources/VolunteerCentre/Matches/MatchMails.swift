import Localisation
import SQL
import Time

extension Mails {
    /// To the organisation: that there is a match; the names stand behind the log-in.
    func matchMade(_ match: Match, to account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "match_made", key: "match:\(match.id):made:\(account.id)",
                subject: t("A match for {title}", ["title": match.vacancyTitle]),
                button: (t("View the match"), "/beheer/reacties/\(match.application)"),
                thread: "application:\(match.application):arrived:\(account.id)",
                values: ["title": match.vacancyTitle, "date": t.date(match.beginsOn)])
        }
    }

    func matchMade(_ match: Match, toVolunteer account: Account, centre: Centre, now: Instant, _ tx: Transaction) throws
    {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "match_made_volunteer", key: "match:\(match.id):volunteer",
                subject: t("It is a match: {title}", ["title": match.vacancyTitle]),
                button: (t("View your volunteer work"), "/mijn/reacties/\(match.application)"),
                thread: "application:\(match.application):received",
                values: [
                    "title": match.vacancyTitle, "organisation": match.organisationName, "date": t.date(match.beginsOn),
                ])
        }
    }
}
