package import SQL
package import Time

/// Keeps an unfinished vacancy, by the button or while typing. Nothing is sent to anybody.
package enum SaveDraft {
    package enum Outcome: Sendable, Equatable {
        case saved(ID<Vacancy>, version: Int), alreadySent, notFound, changedMeanwhile
    }

    /// The first save of a form makes the draft, later ones of the same form change it.
    package static func new(
        _ content: Vacancy.Content, submissionKey: String, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard case .member(let organisationID) = actor.role,
            let organisation = try OrganisationQueries.published(organisationID, in: centre.id, tx)
        else { return .notFound }
        if let draft = try kept(submissionKey, by: actor, tx) {
            return try save(draft, content, organisation, by: actor, centre: centre, now: now, tx)
        }
        let inserted = try VacancyRows.insert(
            content, organisation: organisation, centre: centre.id, state: .draft, submissionKey: submissionKey,
            by: actor, now: now, tx)
        guard let id = inserted else { return .alreadySent }
        try Vacancy.note(id, to: .draft, logged: "vacancy.drafted", by: actor, now: now, tx)
        return .saved(id, version: 1)
    }

    package static func again(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, version: Int, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard let draft = try VacancyQueries.find(id, in: centre.id, tx), draft.state == .draft,
            VacancyPolicy.canEdit(draft, actor),
            let organisation = try OrganisationQueries.published(draft.organisation, in: centre.id, tx)
        else { return .notFound }
        guard draft.version == version else { return .changedMeanwhile }
        return try save(draft, content, organisation, by: actor, centre: centre, now: now, tx)
    }

    /// The draft that an earlier save of the same form made.
    static func kept(_ submissionKey: String, by actor: Actor, _ tx: Transaction) throws -> Vacancy? {
        let row = try tx.first(
            """
            select id from vacancy where centre_id = \(actor.centre) and submission_key = \(submissionKey)
                and state = \(Vacancy.State.draft)
            """)
        guard let id: ID<Vacancy> = try row?["id"], let draft = try VacancyQueries.find(id, in: actor.centre, tx) else {
            return nil
        }
        return VacancyPolicy.canEdit(draft, actor) ? draft : nil
    }

    private static func save(
        _ draft: Vacancy, _ content: Vacancy.Content, _ organisation: Organisation, by actor: Actor, centre: Centre,
        now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard content.normal != draft.content.normal else { return .saved(draft.id, version: draft.version) }
        let version = try VacancyRows.update(
            draft, content, organisation: organisation, centre: centre.id, state: .draft, by: actor, now: now, tx)
        try Audit.record("vacancy.saved", on: "vacancy", draft.id.number, by: actor, now: now, tx)
        return .saved(draft.id, version: version)
    }
}
