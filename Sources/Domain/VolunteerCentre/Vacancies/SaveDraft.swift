package import SQL

/// Keeps an unfinished vacancy, by the button or while typing. Nothing is sent to anybody.
package enum SaveDraft {
    package enum Outcome: Sendable, Equatable {
        case saved(ID<Vacancy>, version: Int), alreadySent, notFound, changedMeanwhile
    }

    /// The first save of a form makes the draft, later ones of the same form change it.
    package static func new(_ content: Vacancy.Content, submissionKey: String, in work: UnitOfWork) throws -> Outcome {
        guard case .member(let organisationID) = work.actor.role,
            let organisation = try OrganisationQueries.published(organisationID, in: work.centre.id, work.tx)
        else { return .notFound }
        if let draft = try kept(submissionKey, of: organisationID, in: work) {
            return try save(draft, content, organisation, in: work)
        }
        let inserted = try VacancyRows.insert(
            content, organisation: organisation, state: .draft, submissionKey: submissionKey, in: work)
        guard let id = inserted else { return .alreadySent }
        try Vacancy.note(id, to: .draft, logged: "vacancy.drafted", in: work)
        return .saved(id, version: 1)
    }

    package static func again(_ id: ID<Vacancy>, _ content: Vacancy.Content, version: Int, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let draft = try VacancyQueries.find(id, in: work.centre.id, work.tx),
            VacancyPolicy.acts(draft, work.actor).contains(.keepDraft),
            let organisation = try OrganisationQueries.published(draft.organisation, in: work.centre.id, work.tx)
        else { return .notFound }
        guard draft.version == version else { return .changedMeanwhile }
        return try save(draft, content, organisation, in: work)
    }

    /// The draft that an earlier save of the same form made.
    static func kept(
        _ submissionKey: String, of organisation: ID<Organisation>, in work: UnitOfWork
    ) throws -> Vacancy? {
        guard let draft = try VacancyQueries.made(with: submissionKey, of: organisation, in: work),
            draft.state == .draft
        else {
            return nil
        }
        return VacancyPolicy.acts(draft, work.actor).contains(.keepDraft) ? draft : nil
    }

    private static func save(
        _ draft: Vacancy, _ content: Vacancy.Content, _ organisation: Organisation, in work: UnitOfWork
    ) throws -> Outcome {
        guard content.normal != draft.newest.normal else { return .saved(draft.id, version: draft.version) }
        if draft.publishedAt != nil {
            try VacancyRows.keepPending(draft, content, organisation: organisation, waits: false, in: work)
            try Audit.record("vacancy.saved", on: "vacancy", draft.id.number, in: work)
            return .saved(draft.id, version: draft.version + 1)
        }
        let version = try VacancyRows.update(draft, content, organisation: organisation, state: .draft, in: work)
        try Audit.record("vacancy.saved", on: "vacancy", draft.id.number, in: work)
        return .saved(draft.id, version: version)
    }
}
