package import SQL

/// The centre publishes a vacancy from the queue, returns it with a comment, or refuses it with a reason.
package enum ReviewVacancy {
    package enum Verdict: Sendable, Equatable { case approve, giveBack(comment: String), reject(reason: String) }
    package enum Outcome: Sendable, Equatable {
        case done, notFound, alreadyReviewed(Vacancy.State), dateHasPassed
        /// The organisation changed it: what it says now was not seen.
        case changedMeanwhile
    }

    /// - Parameter version: the one that was looked at.
    package static func run(
        _ verdict: Verdict, _ id: ID<Vacancy>, version: Int, in work: UnitOfWork
    ) throws -> Outcome {
        guard VacancyPolicy.canReview(work.actor),
            let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx)
        else { return .notFound }
        let (state, words): (Vacancy.State, String?) =
            switch verdict {
            case .approve: (.published, nil)
            case .giveBack(let comment): (.draft, comment)
            case .reject(let reason): (.rejected, reason)
            }
        guard VacancyPolicy.acts(vacancy, work.actor).contains(.review) else { return .alreadyReviewed(vacancy.state) }
        guard vacancy.version == version else { return .changedMeanwhile }
        // It would be taken off again within the hour, after a mail that says it is online.
        if state == .published, let until = vacancy.content.publishUntil, until < work.today {
            return .dateHasPassed
        }
        try vacancy.step(
            to: state,
            also: """
                , comment = \(words), updated_at = \(work.now), version = version + 1,
                published_at = \(state == .published ? work.now : vacancy.publishedAt),
                approved_version = \(state == .published ? vacancy.version : vacancy.approvedVersion)
                """, reason: words, in: work)
        if state == .published {
            let fact: Fact = vacancy.publishedAt == nil ? .vacancyPublished : .vacancyReactivated
            try fact.record(
                municipality: vacancy.content.municipality, interest: vacancy.content.interests.first ?? "",
                channel: "web", in: work)
        }
        try work.tellMembers(about: id) { .vacancyReviewed(vacancy, verdict, to: $0) }
        return .done
    }
}
