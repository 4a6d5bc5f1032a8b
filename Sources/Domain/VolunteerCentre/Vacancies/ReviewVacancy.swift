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
        let waiting = vacancy.pending.flatMap { $0.since == nil ? nil : $0 }
        if state == .published, let until = (waiting?.content ?? vacancy.content).publishUntil, until < work.today {
            return .dateHasPassed
        }
        if let waiting { return try decide(verdict, vacancy, waiting, in: work) }
        try vacancy.step(
            to: state,
            also: """
                , comment = \(words), updated_at = \(work.now), version = version + 1,
                published_at = \(state == .published ? work.now : vacancy.publishedAt),
                approved_version = \(state == .published ? vacancy.version + 1 : vacancy.approvedVersion)
                """, reason: words, in: work)
        if state == .published {
            // Under its own number: a text that was dropped or kept may be the newest of those before it.
            try VacancyVersion.keep(id, vacancy.version + 1, vacancy.content, in: work)
            let fact: Fact = vacancy.publishedAt == nil ? .vacancyPublished : .vacancyReactivated
            try fact.record(of: vacancy.content, in: work)
        }
        try tell(vacancy, verdict, in: work)
        return .done
    }

    /// About a changed text of a vacancy that was approved before. One that is online stays there and is no newer for it: who was
    /// told of it once is not told again. One that went offline meanwhile comes back with its new text.
    private static func decide(
        _ verdict: Verdict, _ vacancy: Vacancy, _ pending: Vacancy.Pending, in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.find(vacancy.organisation, in: work.centre.id, work.tx) else {
            return .notFound
        }
        switch verdict {
        case .approve:
            let version = try VacancyRows.update(
                vacancy, pending.content, organisation: organisation, state: .published, in: work)
            let returns = vacancy.state != .published
            try work.tx(
                """
                update vacancy set approved_version = \(version),
                    published_at = \(returns ? work.now : vacancy.publishedAt)
                where centre_id = \(work.centre.id) and id = \(vacancy.id)
                """)
            if returns { try Fact.vacancyReactivated.record(of: pending.content, in: work) }
            try Vacancy.note(vacancy.id, from: vacancy.state, to: .published, in: work)
        case .reject: return .notFound
        case .giveBack(let words):
            // What was written is not lost: its organisation goes on from it.
            let columns: SQL = ", comment = \(words), pending_at = null, version = version + 1"
            if vacancy.state == .queued {
                try vacancy.step(to: .draft, also: columns, reason: words, in: work)
            } else {
                try work.tx(
                    "update vacancy set updated_at = \(work.now) \(columns) where centre_id = \(work.centre.id) and id = \(vacancy.id)"
                )
                // The same state twice is something that was said about it.
                try Vacancy.note(
                    vacancy.id, from: vacancy.state, to: vacancy.state, reason: words, logged: "vacancy.draft", in: work
                )
            }
        }
        try tell(vacancy.saying(pending.content), verdict, in: work)
        return .done
    }

    /// - Parameter vacancy: as it was, with the text that was decided about; how it stands now is looked up.
    private static func tell(_ vacancy: Vacancy, _ verdict: Verdict, in work: UnitOfWork) throws {
        let now = try VacancyQueries.find(vacancy.id, in: work.centre.id, work.tx)
        let last = now?.lastDay(in: work.centre.zone) ?? work.today
        try work.tellMembers(about: vacancy.id, standIns: true) {
            .vacancyReviewed(vacancy, verdict, until: last, isFull: now?.isFull ?? false, to: $0)
        }
    }
}
