package import SQL
import Time

/// Puts a vacancy that went offline, or that was archived, on the website again, or in the queue where the centre chose so.
package enum ReactivateVacancy {
    package enum Outcome: Sendable, Equatable { case published, queued, alreadyThere(Vacancy.State), notFound }

    /// A last day that has passed would take it off again at once, so it counts for nothing.
    package static func run(_ id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard let vacancy = try VacancyQueries.own(id, in: work),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return .notFound }
        guard VacancyPolicy.canReactivate(vacancy, work.actor) else { return .alreadyThere(vacancy.state) }
        let today = work.today
        let until = vacancy.content.publishUntil.flatMap { $0 < today ? nil : $0 }
        let seen = try VacancyVersion.content(of: id, at: vacancy.approvedVersion ?? 0, in: work.centre.id, work.tx)
        let content = vacancy.content
        // What the centre never approved goes past it first.
        let isApproved = vacancy.publishedAt != nil && seen?.saysTheSame(as: content) == true
        guard isApproved, !work.centre.reactivationReturnsToQueue else {
            try vacancy.move(to: .queued, also: ", publish_until = \(until), queued_at = \(work.now)", in: work)
            try SubmitVacancy.tellReviewers(id, content, organisation, in: work)
            return .queued
        }
        try vacancy.move(
            to: .published, also: ", publish_until = \(until), published_at = \(vacancy.newAgain(at: work.now))",
            in: work)
        try Fact.vacancyReactivated.record(of: content, in: work)
        return .published
    }
}

extension Vacancy {
    /// When it counts as new. What lay in the archive for less than a month is not: everybody saw it, and one button would put it first
    /// in every list and mail.
    fileprivate func newAgain(at now: Instant) -> Instant {
        guard let published = publishedAt, let archiving, archiving.from == .published,
            archiving.at > now.subtracting(.days(30)), published > now.subtracting(.days(120))
        else { return now }
        return published
    }
}
