package import SQL
package import Time

/// Puts a vacancy that went offline, or that was archived, on the website again, or in the queue where the centre chose so.
package struct ReactivateVacancy: Sendable {
    package enum Outcome: Sendable, Equatable { case published, queued, alreadyThere(Vacancy.State), notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// A last day that has passed would take it off again at once, so it counts for nothing.
    package func callAsFunction(
        _ id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .notFound }
        guard vacancy.state == .offline || vacancy.state == .archived else { return .alreadyThere(vacancy.state) }
        let today = centre.today(now)
        let until = vacancy.content.publishUntil.flatMap { $0 < today ? nil : $0 }
        let seen = try VacancyVersion.content(of: id, at: vacancy.approvedVersion ?? 0, in: centre.id, tx)
        let content = vacancy.content
        // What the centre never approved goes past it first.
        let isApproved = vacancy.publishedAt != nil && seen?.saysTheSame(as: content) == true
        guard isApproved, !centre.reactivationReturnsToQueue else {
            try tx("update vacancy set publish_until = \(until), queued_at = \(now) where id = \(id)")
            try vacancy.move(to: .queued, by: actor, now: now, tx)
            for reviewer in try AccountQueries.reviewers(
                of: vacancy.organisation, municipality: content.municipality, in: centre, now: now, tx)
            {
                try mails.vacancyToReview(
                    id, title: content.title, organisation: organisation.name, reviewer: reviewer, centre: centre,
                    now: now, tx)
            }
            return .queued
        }
        try tx("update vacancy set publish_until = \(until), published_at = \(now) where id = \(id)")
        try vacancy.move(to: .published, by: actor, now: now, tx)
        try Fact.vacancyReactivated.record(
            centre: centre, municipality: content.municipality, interest: content.interests.first ?? "", channel: "web",
            now: now, tx)
        return .published
    }
}
