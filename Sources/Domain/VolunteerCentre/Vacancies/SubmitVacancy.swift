package import SQL
package import Time

/// An organisation sends a vacancy to the centre: a new one, a draft, or one that changed after it was online.
package struct SubmitVacancy: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// `published`: a change to a vacancy that stays online, where the centre trusts its organisations with that.
        case queued(ID<Vacancy>), published(ID<Vacancy>), alreadySent, notFound, changedMeanwhile
    }

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
        // The same form may have been kept as a draft while it was typed.
        if let draft = try SaveDraft.kept(submissionKey, by: actor, tx) {
            return try send(draft, content, organisation, by: actor, centre: centre, now: now, tx)
        }
        let inserted = try VacancyRows.insert(
            content, organisation: organisation, centre: centre.id, state: .queued, submissionKey: submissionKey,
            by: actor, now: now, tx)
        guard let id = inserted else { return .alreadySent }
        try arrived(id, content, from: nil, to: .queued, organisation, by: actor, centre: centre, now: now, tx)
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
        return try send(vacancy, content, organisation, by: actor, centre: centre, now: now, tx)
    }

    private func send(
        _ vacancy: Vacancy, _ content: Vacancy.Content, _ organisation: Organisation, by actor: Actor, centre: Centre,
        now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        let staysOnline = vacancy.isVisible(today: centre.today(now)) && !centre.editsReturnToQueue
        let state: Vacancy.State = staysOnline ? .published : .queued
        let version = try VacancyRows.update(
            vacancy, content, organisation: organisation, centre: centre.id, state: state, by: actor, now: now, tx)
        if staysOnline { try tx("update vacancy set approved_version = \(version) where id = \(vacancy.id)") }
        try arrived(
            vacancy.id, content, from: vacancy.state, to: state, organisation, by: actor, centre: centre, now: now, tx)
        return staysOnline ? .published(vacancy.id) : .queued(vacancy.id)
    }

    private func arrived(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, from state: Vacancy.State?, to target: Vacancy.State,
        _ organisation: Organisation, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        guard state != target else {
            // Still in the queue, or still online: the centre knows of it already.
            try Audit.record("vacancy.changed", on: "vacancy", id.number, by: actor, now: now, tx)
            try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
            return
        }
        try Vacancy.note(id, from: state, to: target, logged: "vacancy.queued", by: actor, now: now, tx)
        for reviewer in try AccountQueries.reviewers(
            of: organisation.id, municipality: content.municipality, in: centre, now: now, tx)
        {
            try mails.vacancyToReview(
                id, title: content.title, organisation: organisation.name, reviewer: reviewer, centre: centre, now: now,
                tx)
        }
    }
}
