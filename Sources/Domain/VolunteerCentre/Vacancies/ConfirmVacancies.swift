import Localisation
package import SQL
import Time

/// What an organisation says of its vacancies that are online: still right, changed, filled, or that it stops.
package enum ConfirmVacancies {
    package enum Answer: String, Sendable, CaseIterable {
        case right, changed, filled, stop

        /// In the address that a button of the mail leads to.
        package var segment: String {
            switch self {
            case .right: "klopt"
            case .changed: "veranderd"
            case .filled: "vervuld"
            case .stop: "stopt"
            }
        }

        package var label: StaticString {
            switch self {
            case .right: l10n("This is still right")
            case .changed: l10n("Something changed")
            case .filled: l10n("The place is filled")
            case .stop: l10n("We stop with this")
            }
        }
    }

    /// Off the website now.
    package struct Closed: Sendable, Equatable {
        package let vacancy: Vacancy
        /// So many people still wait for an answer.
        package let waiting: Int
    }

    package struct Done: Sendable, Equatable {
        package var right = 0
        /// To be changed by whoever logs in.
        package var changed: [Vacancy] = []
        package var filled: [Closed] = []
        package var stopped: [Closed] = []
        /// Not online any more.
        package var gone = 0
    }

    /// So many stand on the page.
    package static let most = 100

    /// What is online, what was asked first.
    package static func online(in work: UnitOfWork) throws -> [Vacancy] {
        guard case .member(let organisation) = work.actor.role else { return [] }
        let ids: [ID<Vacancy>] = try work.tx.values(
            """
            select id from vacancy where centre_id = \(work.centre.id) and organisation_id = \(organisation)
                and state = 'published'
            order by case when asked_at > coalesce(confirmed_at, 0) and asked_at > published_at then 0 else 1 end, published_at, id
            limit \(most)
            """)
        return try ids.compactMap { try VacancyQueries.find($0, in: work.centre.id, work.tx) }
    }

    package static func run(_ answers: [ID<Vacancy>: Answer], in work: UnitOfWork) throws -> Done {
        var done = Done()
        for (id, answer) in answers.sorted(by: { $0.key.number < $1.key.number }).prefix(most) {
            guard let vacancy = try VacancyQueries.own(id, in: work) else { continue }
            guard vacancy.isOnWebsite else {
                done.gone += 1
                continue
            }
            switch answer {
            case .right:
                done.right += 1
                // Pressed twice, or once more on the same day.
                guard !vacancy.freshness.isConfirmed(since: work.now.subtracting(.days(1))) else { continue }
                try vacancy.confirm(in: work)
            case .changed:
                done.changed.append(vacancy)
                // A week to change it is given once: what stands at the end of the list stays there until it was changed.
                guard vacancy.freshness.isAsked, !vacancy.freshness.isSunk else { continue }
                try vacancy.confirm(false, in: work)
            case .filled:
                try vacancy.move(to: .offline, cause: answer.rawValue, in: work)
                done.filled.append(.init(vacancy: vacancy, waiting: try waiting(for: id, in: work)))
            case .stop:
                guard try ArchiveVacancy.run(id, because: .stop, in: work) == .archived else { continue }
                done.stopped.append(.init(vacancy: vacancy, waiting: try waiting(for: id, in: work)))
            }
            try Fact.vacancyConfirmed.record(of: vacancy.content, channel: answer.rawValue, in: work)
        }
        return done
    }

    private static func waiting(for id: ID<Vacancy>, in work: UnitOfWork) throws -> Int {
        try work.tx.count(
            """
            application where centre_id = \(work.centre.id) and vacancy_id = \(id) and state in ('new', 'in_conversation')
                and coalesce(follow_up, '') <> 'takes_part'
            """)
    }

    /// By the link of the mail.
    /// - Returns: nil when the link is no longer hers.
    package static func online(by link: ActionLink, in work: UnitOfWork) throws -> [Vacancy]? {
        try work.member(by: link, for: .confirmVacancies).map { try online(in: $0) }
    }

    package static func run(_ token: String, _ answers: [ID<Vacancy>: Answer], in work: UnitOfWork) throws -> Done? {
        guard let link = try ActionLink.usable(token, in: work) else { return nil }
        return try work.member(by: link, for: .confirmVacancies).map { try run(answers, in: $0) }
    }
}

extension Vacancy {
    /// - Parameter isRight: else its organisation is about to change it: it has a week for that before it sinks again.
    func confirm(_ isRight: Bool = true, in work: UnitOfWork) throws {
        let said: SQL = isRight ? "confirmed_at = \(work.now)" : "asked_at = \(work.now)"
        try work.tx("update vacancy set \(said) where centre_id = \(work.centre.id) and id = \(id)")
        try Audit.record(isRight ? "vacancy.confirmed" : "vacancy.to_change", on: "vacancy", id.number, in: work)
        try work.changed("vacancy", id)
    }
}
