package import SQL

/// An organisation sends a vacancy to the centre: a new one, a draft, or one that changed after it was online.
package enum SubmitVacancy {
    package enum Outcome: Sendable, Equatable {
        /// `published`: a change to a vacancy that stays online, where the centre trusts its organisations with that.
        case queued(ID<Vacancy>), published(ID<Vacancy>), alreadySent, notFound, changedMeanwhile
        /// The changed text waits for the centre, the approved one stays online.
        case pending(ID<Vacancy>)
        /// It says what the approved text says.
        case unchanged(ID<Vacancy>)
    }

    /// - Parameters:
    ///   - submissionKey: made with the form; sending the same form twice makes one vacancy.
    ///   - version: of the draft that the form knows of; see `SaveDraft`.
    package static func new(
        _ content: Vacancy.Content, submissionKey: String, version: Int? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.own(in: work) else { return .notFound }
        // The same form may have been kept as a draft while it was typed.
        if let draft = try SaveDraft.kept(submissionKey, of: organisation.id, in: work) {
            guard SaveDraft.knows(draft, version, content) else { return .changedMeanwhile }
            return try send(draft, content, organisation, in: work)
        }
        let inserted = try VacancyRows.insert(
            content, organisation: organisation, state: .queued, submissionKey: submissionKey, in: work)
        guard let id = inserted else { return try corrected(submissionKey, content, organisation, in: work) }
        try arrived(id, content, from: nil, to: .queued, organisation, in: work)
        return .queued(id)
    }

    /// Back, another word, sent again: what came with the same form and says something else corrects what it made.
    private static func corrected(
        _ submissionKey: String, _ content: Vacancy.Content, _ organisation: Organisation, in work: UnitOfWork
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.made(with: submissionKey, of: organisation.id, in: work),
            content.normal != vacancy.newest.normal,
            VacancyPolicy.acts(vacancy, work.actor).contains(.edit)
        else { return .alreadySent }
        return try send(vacancy, content, organisation, in: work)
    }

    /// - Parameter version: the one the form was filled from; another editor's save in between is not overwritten.
    package static func again(_ id: ID<Vacancy>, _ content: Vacancy.Content, version: Int, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let vacancy = try VacancyQueries.find(id, for: .edit, in: work),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return .notFound }
        guard vacancy.version == version else { return .changedMeanwhile }
        return try send(vacancy, content, organisation, in: work)
    }

    private static func send(
        _ vacancy: Vacancy, _ content: Vacancy.Content, _ organisation: Organisation, in work: UnitOfWork
    ) throws -> Outcome {
        // Who writes it anew has looked at it.
        if vacancy.isOnWebsite { try vacancy.confirm(in: work) }
        let staysOnline = vacancy.isVisible(today: work.today) && !work.centre.editsReturnToQueue
        // What was approved once is what others read of it, in every state: a new text waits beside it.
        if vacancy.publishedAt != nil, !staysOnline {
            return try wait(vacancy, content, organisation, in: work)
        }
        let state: Vacancy.State = staysOnline ? .published : .queued
        let version = try VacancyRows.update(vacancy, content, organisation: organisation, state: state, in: work)
        if staysOnline {
            try work.tx(
                """
                update vacancy set approved_version = \(version)
                where centre_id = \(work.centre.id) and id = \(vacancy.id)
                """)
        }
        try arrived(vacancy.id, content, from: vacancy.state, to: state, organisation, in: work)
        return staysOnline ? .published(vacancy.id) : .queued(vacancy.id)
    }

    private static func wait(
        _ vacancy: Vacancy, _ content: Vacancy.Content, _ organisation: Organisation, in work: UnitOfWork
    ) throws -> Outcome {
        let isThere = vacancy.state == .published || vacancy.state == .offline
        if vacancy.state == .published, content.normal == vacancy.content.normal {
            if vacancy.pending != nil { try VacancyRows.dropPending(vacancy.id, in: work) }
            return .unchanged(vacancy.id)
        }
        try VacancyRows.keepPending(vacancy, content, organisation: organisation, in: work)
        if vacancy.state == .draft {
            try vacancy.step(to: .queued, also: ", queued_at = \(work.now)", in: work)
        } else {
            try Audit.record("vacancy.changed", on: "vacancy", vacancy.id.number, in: work)
        }
        if vacancy.pending?.since == nil, vacancy.state != .queued {
            try tellReviewers(vacancy.id, content, organisation, in: work)
        }
        return isThere ? .pending(vacancy.id) : .queued(vacancy.id)
    }

    private static func arrived(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, from state: Vacancy.State?, to target: Vacancy.State,
        _ organisation: Organisation, in work: UnitOfWork
    ) throws {
        guard state != target else {
            // Still in the queue, or still online: the centre knows of it already.
            try Audit.record("vacancy.changed", on: "vacancy", id.number, in: work)
            try work.changed("vacancy", id)
            return
        }
        try Vacancy.note(id, from: state, to: target, logged: "vacancy.queued", in: work)
        try tellReviewers(id, content, organisation, in: work)
    }

    static func tellReviewers(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, _ organisation: Organisation, in work: UnitOfWork
    ) throws {
        try work.tellReviewers(of: organisation.id, municipality: content.municipality) {
            .vacancyToReview(id, title: content.title, organisation: organisation.name, reviewer: $0, in: work)
        }
    }
}
