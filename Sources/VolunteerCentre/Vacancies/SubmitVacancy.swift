package import SQL
package import Time

/// An organisation sends a vacancy to the centre: a new one, or a draft that came back from the queue.
package struct SubmitVacancy: Sendable {
    package enum Outcome: Sendable, Equatable { case queued(ID<Vacancy>), alreadySent, notFound, changedMeanwhile }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    /// - Parameter submissionKey: made with the form; sending the same form twice makes one vacancy.
    package func new(
        _ content: Vacancy.Content, submissionKey: String, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard case .member(let organisationID) = actor.role,
            let organisation = try OrganisationQueries.published(organisationID, in: centre.id, tx)
        else { return .notFound }
        let inserted = try VacancyRows.insert(
            content, organisation: organisation, centre: centre.id, state: .queued, submissionKey: submissionKey,
            now: now, tx)
        guard let id = inserted else { return .alreadySent }
        try arrived(id, content, from: nil, organisation, by: actor, centre: centre, now: now, tx)
        return .queued(id)
    }

    /// - Parameter version: the one the form was filled from; another editor's save in between is not overwritten.
    package func again(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, version: Int, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.canEdit(vacancy, actor),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .notFound }
        guard vacancy.version == version else { return .changedMeanwhile }
        try VacancyRows.update(id, content, organisation: organisation, centre: centre.id, state: .queued, now: now, tx)
        try arrived(id, content, from: vacancy.state, organisation, by: actor, centre: centre, now: now, tx)
        return .queued(id)
    }

    private func arrived(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, from state: Vacancy.State?, _ organisation: Organisation,
        by actor: Actor,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try StateChange.record(
            "vacancy", id.number, from: state?.rawValue, to: Vacancy.State.queued.rawValue, by: actor, now: now, tx)
        try Audit.record("vacancy.queued", on: "vacancy", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
        for reviewer in try AccountQueries.reviewers(in: centre.id, tx) {
            try mails.vacancyToReview(
                id, title: content.title, organisation: organisation.name, reviewer: reviewer, centre: centre, now: now,
                tx)
        }
    }
}
