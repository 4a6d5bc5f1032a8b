package import SQL
import Time

/// Every morning: organisations hear who still waits, once for each response and in one mail; whoever waited too long hears what
/// else there is, and stands on the centre's list.
package struct RemindUnanswered: Sendable {
    /// So many organisations are one transaction.
    private static let batch = 50
    /// So many responses of them; what is more comes the next morning.
    private static let most = 10_000
    /// As many other vacancies stand in the mail to who was not answered.
    private static let offered = 2
    /// So many are looked at for two to which she did not respond, of others than who does not answer.
    private static let weighed = 24

    let finder: Finder

    package init(finder: Finder) { self.finder = finder }

    /// - Parameter last: the organisation that was looked at last.
    /// - Returns: where the next run goes on; nil at the end.
    package func callAsFunction(after last: ID<Organisation> = ID(0), in work: UnitOfWork) throws -> ID<Organisation>? {
        let centre = work.centre.id
        let organisations: [ID<Organisation>] = try work.tx.values(
            """
            select distinct organisation_id from application
            where centre_id = \(centre) and state = 'new' and organisation_id > \(last)
            order by organisation_id limit \(Self.batch)
            """)
        let clocks = try ReplyClock.of(organisations, in: work.centre, work.tx)
        let standard = ReplyClock.of(work.centre)
        var (reminded, overdue): ([Waiting], [Waiting]) = ([], [])
        for waiting in try waiting(at: organisations, in: work) {
            let clock = clocks[waiting.application.organisation] ?? standard
            let sent = CalendarDate(waiting.application.createdAt, in: work.centre.zone)
            var due = waiting
            due.answerBy = clock.answerBy(sent, within: waiting.application.answerDays)
            due.isOld = due.answerBy.adding(days: ReplyClock.latestDays) < work.today
            if due.answerBy < work.today { overdue.append(due) }
            if !due.isReminded, !due.isOld, !clock.isAway(work.today),
                clock.remindOn(sent, within: waiting.application.answerDays) <= work.today
            {
                reminded.append(due)
            }
        }
        try remind(reminded, in: work)
        try notice(overdue, in: work)
        return organisations.count == Self.batch ? organisations.last : nil
    }

    private struct Waiting {
        let application: Application
        let isReminded: Bool
        /// Its organisation is admitted: somebody can log in and answer.
        let isReachable: Bool
        var answerBy: CalendarDate
        var isOld = false
    }

    private func waiting(at organisations: [ID<Organisation>], in work: UnitOfWork) throws -> [Waiting] {
        let earliest = work.today.adding(days: 1 - ReplyClock.terms.lowerBound / 2).start(in: work.centre.zone)
        return try ApplicationQueries.unanswered(
            at: organisations, before: earliest, most: Self.most, in: work.centre.id, work.tx
        ).map { Waiting(application: $0, isReminded: $1, isReachable: $2, answerBy: work.today) }
    }

    /// One mail to each who works for an organisation, with all that waits for her; also where a colleague was to answer.
    private func remind(_ due: [Waiting], in work: UnitOfWork) throws {
        var (people, order): ([ID<Account>: (Account, [Waiting])], [ID<Account>]) = ([:], [])
        var receivers: [ID<Vacancy>: [OrganisationQueries.Member]] = [:]
        var told: [Waiting] = []
        for waiting in due where waiting.isReachable {
            let vacancy = waiting.application.vacancy
            if receivers[vacancy] == nil {
                receivers[vacancy] = try OrganisationQueries.receivers(
                    about: vacancy, standIns: true, in: work.centre.id, work.tx)
            }
            // Where nobody hears it, it was not said: the next morning looks again.
            if receivers[vacancy]?.isEmpty == false { told.append(waiting) }
            for member in receivers[vacancy] ?? [] {
                if people[member.account.id] == nil { order.append(member.account.id) }
                people[member.account.id, default: (member.account, [])].1.append(waiting)
            }
        }
        for (account, all) in order.compactMap({ people[$0] }) {
            // Who works for two organisations hears of each.
            for (organisation, ones) in Dictionary(grouping: all, by: \.application.organisation) {
                let list = ones.map { ($0.application, answerBy: $0.answerBy) }
                try work.tell(account, .applicationsWaiting(list, at: organisation, to: account, in: work))
            }
        }
        try work.tx(
            """
            update application set reminded_at = \(work.now)
            where centre_id = \(work.centre.id) and id in \(list: told.map(\.application.id))
            """)
        try AutomaticAct.record(
            .reminded, on: "application", told.map { ($0.application.id.number, $0.answerBy.iso) }, in: work)
    }

    private func notice(_ overdue: [Waiting], in work: UnitOfWork) throws {
        try work.tx(
            """
            update application set overdue_at = \(work.now)
            where centre_id = \(work.centre.id) and id in \(list: overdue.map(\.application.id))
            """)
        try AutomaticAct.record(
            .overdue, on: "application", overdue.map { ($0.application.id.number, $0.answerBy.iso) }, in: work)
        var others: [ID<Vacancy>: [VacancyCard]] = [:]
        for waiting in overdue where !waiting.isOld && !waiting.application.email.isEmpty {
            let application = waiting.application
            let responded =
                try application.volunteer.map {
                    try ApplicationQueries.respondedTo(by: $0, in: work.centre.id, work.tx)
                }
                ?? []
            if others[application.vacancy] == nil {
                others[application.vacancy] = try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx)
                    .map { finder.others(than: $0, in: work.centre, now: work.now, count: Self.weighed) }
            }
            let new = (others[application.vacancy] ?? []).filter {
                !responded.contains($0.id) && $0.organisation != application.organisationName
            }
            try tell(application, Array(new.prefix(Self.offered)), in: work)
        }
    }

    /// In the language in which she wrote, where she has no account.
    private func tell(_ application: Application, _ cards: [VacancyCard], in work: UnitOfWork) throws {
        if let volunteer = application.volunteer {
            return try work.tellVolunteer(volunteer) { account in
                try .applicationOverdue(application, cards, in: account.language, in: work)
            }
        }
        let spoken =
            try ApplicationQueries.language(of: application.id, in: work.centre.id, work.tx) ?? work.centre.language
        try work.tell(
            (application.name, application.email), in: spoken,
            .applicationOverdue(application, cards, in: spoken, in: work))
    }
}
