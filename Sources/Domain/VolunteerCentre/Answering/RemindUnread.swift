package import SQL
import Time

/// Every morning: what a volunteer wrote in a conversation, and nobody answered for a week, everybody who works on it hears once.
/// Also where one colleague was to answer: she may be ill.
package enum RemindUnread {
    /// So many days a message may wait.
    package static let days = 7
    /// What is older is of the past; a program that stood still for long wakes nobody for it.
    static let oldest = 60
    /// So many are told in one transaction; the next run takes what is left.
    private static let batch = 200

    struct Waiting {
        let application: ID<Application>
        let organisation: ID<Organisation>
        let vacancy: ID<Vacancy>
        let title: String
        let at: Instant
    }

    /// - Parameter last: the response that was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package static func run(after last: ID<Application> = ID(0), in work: UnitOfWork) throws -> ID<Application>? {
        let all = try waiting(after: last, in: work)
        let clocks = try ReplyClock.of(Array(Set(all.map(\.organisation))), in: work.centre, work.tx)
        let due = all.filter { !(clocks[$0.organisation]?.isAway(work.today) ?? false) }
        var receivers: [ID<Vacancy>: [OrganisationQueries.Member]] = [:]
        for vacancy in Set(due.map(\.vacancy)) {
            receivers[vacancy] = try OrganisationQueries.receivers(
                about: vacancy, standIns: true, in: work.centre.id, work.tx)
        }
        // Who works for two organisations hears of each.
        for (_, ones) in Dictionary(grouping: due, by: \.organisation).sorted(by: { $0.key.number < $1.key.number }) {
            var people: [ID<Account>: (account: Account, waiting: [Waiting])] = [:]
            for one in ones {
                for member in receivers[one.vacancy] ?? [] {
                    people[member.account.id, default: (member.account, [])].waiting.append(one)
                }
            }
            for (_, person) in people.sorted(by: { $0.key.number < $1.key.number }) {
                let list = person.waiting.map { ($0.application, $0.title, $0.at) }
                try work.tell(person.account, .messagesWaiting(list, to: person.account, in: work))
            }
        }
        // Where nobody hears it, it was not said: the next morning looks again.
        let told = due.filter { receivers[$0.vacancy]?.isEmpty == false }
        try work.tx(
            """
            update application set reminded_at = \(work.now)
            where centre_id = \(work.centre.id) and id in \(list: told.map(\.application))
            """)
        try AutomaticAct.record(
            .messageReminded, on: "application",
            told.map { ($0.application.number, CalendarDate($0.at, in: work.centre.zone).iso) }, in: work)
        return all.count == batch ? all.last?.application : nil
    }

    /// The last word is the volunteer's, and nobody of the organisation did anything with the response since.
    private static func waiting(after last: ID<Application>, in work: UnitOfWork) throws -> [Waiting] {
        try work.tx(
            """
            select a.id, a.organisation_id, a.vacancy_id, v.title, m.at from application_message m
            join application a on a.centre_id = m.centre_id and a.id = m.application_id
            join vacancy v on v.id = a.vacancy_id
            join organisation o on o.id = a.organisation_id and o.state = 'approved'
            where m.centre_id = \(work.centre.id) and m.author = 'volunteer' and m.taken_back_at is null
                and m.at < \(work.now.subtracting(.days(days))) and m.at > \(work.now.subtracting(.days(oldest)))
                and a.id > \(last) and a.state in ('in_conversation', 'matched') and coalesce(a.reminded_at, 0) < m.at
                and not exists (select 1 from application_message n
                    where n.application_id = m.application_id and n.id > m.id and n.taken_back_at is null)
                and not exists (select 1 from state_change c where c.centre_id = m.centre_id and c.subject = 'application'
                    and c.subject_id = a.id and c.at > m.at)
            order by a.id limit \(batch)
            """
        ).map {
            Waiting(
                application: try $0["id"], organisation: try $0["organisation_id"], vacancy: try $0["vacancy_id"],
                title: try $0["title"], at: try $0["at"])
        }
    }
}
