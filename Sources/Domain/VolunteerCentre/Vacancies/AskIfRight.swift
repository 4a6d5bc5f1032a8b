package import SQL
import Time

/// *Klopt dit nog?*: every six weeks an organisation hears which of its vacancies are online, and says of each what is true. One mail to
/// each person about all that are hers.
package enum AskIfRight {
    /// So many organisations are one transaction.
    private static let batch = 50
    /// So many vacancies of one are asked at a time; what is more comes the next morning.
    private static let most = 100

    /// - Parameter last: the organisation that was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package static func run(after last: ID<Organisation> = ID(0), in work: UnitOfWork) throws -> ID<Organisation>? {
        let organisations: [ID<Organisation>] = try work.tx.values(
            """
            select distinct v.organisation_id from vacancy v join organisation o on o.id = v.organisation_id
            where v.centre_id = \(work.centre.id) and v.state = 'published' and o.state = 'approved'
                and v.organisation_id > \(last) and \(isSilent(for: Freshness.days, in: work))
            order by v.organisation_id limit \(batch)
            """)
        let clocks = try ReplyClock.of(organisations, in: work.centre, work.tx)
        let standard = ReplyClock.of(work.centre)
        for organisation in organisations where !(clocks[organisation] ?? standard).isAway(work.today) {
            try ask(organisation, in: work)
        }
        return organisations.count == batch ? organisations.last : nil
    }

    /// Nobody published it, said that it is right, changed it, or was asked for so many days.
    private static func isSilent(for days: Int, in work: UnitOfWork) -> SQL {
        let then = work.now.subtracting(.days(days))
        return """
            v.published_at < \(then) and coalesce(v.confirmed_at, 0) < \(then) and coalesce(v.asked_at, 0) < \(then)
            """
    }

    private static func ask(_ organisation: ID<Organisation>, in work: UnitOfWork) throws {
        let rows = try work.tx(
            """
            select v.id, v.title, v.published_at, v.confirmed_at from vacancy v
            where v.centre_id = \(work.centre.id) and v.organisation_id = \(organisation) and v.state = 'published'
                and \(isSilent(for: Freshness.recentDays, in: work))
            order by v.published_at, v.id limit \(most)
            """)
        var (people, order): ([ID<Account>: (Account, [(id: ID<Vacancy>, title: String)])], [ID<Account>]) = ([:], [])
        var asked: [(id: Int64, reason: String)] = []
        for row in rows {
            let (id, title): (ID<Vacancy>, String) = (try row["id"], try row["title"])
            let receivers = try OrganisationQueries.receivers(about: id, in: work.centre.id, work.tx)
            // What nobody hears was not asked.
            guard !receivers.isEmpty else { continue }
            let (published, confirmed): (Instant, Instant?) = (try row["published_at"], try row["confirmed_at"])
            let since = CalendarDate(max(published, confirmed ?? published), in: work.centre.zone)
            asked.append((id.number, since.iso))
            for member in receivers {
                if people[member.account.id] == nil { order.append(member.account.id) }
                people[member.account.id, default: (member.account, [])].1.append((id, title))
            }
        }
        for (account, hers) in order.compactMap({ people[$0] }) {
            try work.tell(account, .vacanciesAsked(hers, of: organisation, to: account, in: work))
        }
        try work.tx(
            """
            update vacancy set asked_at = \(work.now)
            where centre_id = \(work.centre.id) and id in \(list: asked.map(\.id))
            """)
        try AutomaticAct.record(.asked, on: "vacancy", asked, in: work)
    }
}
