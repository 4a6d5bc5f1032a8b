package import SQL
package import Time

/// The centre publishes a vacancy from the queue, returns it with a comment, or refuses it with a reason.
package struct ReviewVacancy: Sendable {
    package enum Verdict: Sendable, Equatable { case approve, giveBack(comment: String), reject(reason: String) }
    package enum Outcome: Sendable, Equatable { case done, notFound, alreadyReviewed(Vacancy.State), dateHasPassed }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ verdict: Verdict, _ id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard VacancyPolicy.canReview(actor), let vacancy = try VacancyQueries.find(id, in: centre.id, tx) else {
            return .notFound
        }
        let (state, words): (Vacancy.State, String?) =
            switch verdict {
            case .approve: (.published, nil)
            case .giveBack(let comment): (.draft, comment)
            case .reject(let reason): (.rejected, reason)
            }
        guard vacancy.state == .queued, vacancy.state.next.contains(state) else {
            return .alreadyReviewed(vacancy.state)
        }
        // It would be taken off again within the hour, after a mail that says it is online.
        if state == .published, let until = vacancy.content.publishUntil, until < centre.today(now) {
            return .dateHasPassed
        }
        try vacancy.step(
            to: state,
            also: """
                , comment = \(words), updated_at = \(now), version = version + 1,
                published_at = \(state == .published ? now : vacancy.publishedAt),
                approved_version = \(state == .published ? vacancy.version : vacancy.approvedVersion)
                """, reason: words, by: actor, now: now, tx)
        if state == .published {
            let fact: Fact = vacancy.publishedAt == nil ? .vacancyPublished : .vacancyReactivated
            try fact.record(
                centre: centre, municipality: vacancy.content.municipality,
                interest: vacancy.content.interests.first ?? "",
                channel: "web", now: now, tx)
        }
        for member in try OrganisationQueries.receivers(about: id, in: centre.id, tx) {
            try mails.vacancyReviewed(vacancy, verdict, to: member.account, centre: centre, now: now, tx)
        }
        return .done
    }
}
