package import SQL
package import Time

/// Writes the rows of a vacancy: the record, its tags and its folded search text.
package enum VacancyRows {
    /// Nil when this form was sent before.
    static func insert(
        _ content: Vacancy.Content, organisation: Organisation, state: Vacancy.State, submissionKey: String,
        in work: UnitOfWork
    ) throws -> ID<Vacancy>? {
        var content = content
        content.department = try Department.find(content.department?.id, of: organisation.id, work.tx)
        let insertion = insertion(
            content, of: organisation.id, in: work.centre.id, state: state,
            search: searchText(content, organisation.name),
            submissionKey: key(submissionKey, organisation.id), created: work.now,
            queued: state == .queued ? work.now : nil)
        let row = try work.tx.first("\(insertion) on conflict (centre_id, submission_key) do nothing returning id")
        guard let row else { return nil }
        let id: ID<Vacancy> = try row["id"]
        try insertTags(id, content, centre: work.centre.id, work.tx)
        try VacancyVersion.keep(id, 1, content, in: work)
        return id
    }

    /// The seal of a form stands in its address, which people pass on: what two organisations make with it are two vacancies.
    static func key(_ seal: String, _ organisation: ID<Organisation>) -> String { "\(organisation):\(seal)" }

    /// Replaces what the vacancy says and moves it to `state`. A question of the centre stays with a draft until it is sent in again.
    /// - Returns: the new version.
    @discardableResult
    static func update(
        _ vacancy: Vacancy, _ content: Vacancy.Content, organisation: Organisation, state: Vacancy.State,
        in work: UnitOfWork
    ) throws -> Int {
        let id = vacancy.id
        var content = content
        content.department = try Department.find(content.department?.id, of: organisation.id, work.tx)
        let queuedAt = state == .queued && vacancy.state != .queued ? work.now : vacancy.queuedAt
        let changes = VacancyColumn.all.map { column -> SQL in "\(name: column.name) = \(column.value(content))" }
        try work.tx(
            """
            update vacancy set \(changes.joined(separator: ", ")), state = \(state),
                comment = \(state == .draft ? vacancy.comment : nil),
                search_text = \(searchText(content, organisation.name)), version = version + 1, updated_at = \(work.now),
                queued_at = \(queuedAt), pending_version = null, pending_at = null, pending_picture_id = null
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try work.tx("delete from vacancy_tag where centre_id = \(work.centre.id) and vacancy_id = \(id)")
        try insertTags(id, content, centre: work.centre.id, work.tx)
        try VacancyVersion.keep(id, vacancy.version + 1, content, in: work)
        try vacancy.saying(content).countPlaces(in: work)
        return vacancy.version + 1
    }

    /// Keeps a changed text beside the one that was approved.
    /// - Parameter waits: for the centre to look at; else it is a draft, and what the centre asked still stands.
    static func keepPending(
        _ vacancy: Vacancy, _ content: Vacancy.Content, organisation: Organisation, waits: Bool = true,
        in work: UnitOfWork
    ) throws {
        var content = content
        content.department = try Department.find(content.department?.id, of: organisation.id, work.tx)
        try work.tx(
            """
            update vacancy set version = version + 1, pending_version = version + 1, updated_at = \(work.now),
                comment = \(waits ? nil : vacancy.comment), pending_at = \(waits ? vacancy.pending?.since ?? work.now : nil), pending_picture_id = \(content.picture?.upload.id)
            where centre_id = \(work.centre.id) and id = \(vacancy.id)
            """)
        try VacancyVersion.keep(vacancy.id, vacancy.version + 1, content, in: work)
    }

    /// What was written is what is approved already: nothing waits any more.
    static func dropPending(_ id: ID<Vacancy>, in work: UnitOfWork) throws {
        try work.tx(
            """
            update vacancy set pending_version = null, pending_at = null, pending_picture_id = null, comment = null,
                version = version + 1
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try Audit.record("vacancy.changed", on: "vacancy", id.number, in: work)
    }

    /// The statement that makes the record, without its tags and its first version.
    package static func insertion(
        _ content: Vacancy.Content, of organisation: ID<Organisation>, in centre: ID<Centre>, state: Vacancy.State,
        search: String, submissionKey: String, version: Int = 1, created: Instant, queued: Instant?,
        published: Instant? = nil
    ) -> SQL {
        let names = VacancyColumn.all.map { column -> SQL in "\(name: column.name)" }.joined(separator: ", ")
        let values = VacancyColumn.all.map { $0.value(content) }.joined(separator: ", ")
        return """
            insert into vacancy (centre_id, organisation_id, \(names), state, search_text, submission_key, version,
                created_at, updated_at, queued_at, published_at)
            values (\(centre), \(organisation), \(values), \(state), \(search), \(submissionKey), \(version), \(created),
                \(created), \(queued), \(published))
            """
    }

    /// After the name of its organisation changed.
    package static func refreshSearchText(of id: ID<Vacancy>, _ organisation: String, in work: UnitOfWork) throws {
        guard let content = try VacancyQueries.find(id, in: work.centre.id, work.tx)?.content else { return }
        try work.tx(
            """
            update vacancy set search_text = \(searchText(content, organisation))
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try work.changed("vacancy", id)
    }

    package static func searchText(_ content: Vacancy.Content, _ organisation: String) -> String {
        let parts = [
            content.title, organisation, content.department?.name, content.place, content.description, content.offer,
        ]
        return Folding.fold(parts.compactMap { $0 }.joined(separator: "\n"))
    }

    private static func insertTags(_ id: ID<Vacancy>, _ content: Vacancy.Content, centre: ID<Centre>, _ tx: Transaction)
        throws
    {
        for (list, slug) in content.tags {
            try tx(
                """
                insert into vacancy_tag (centre_id, vacancy_id, list, slug) values (\(centre), \(id), \(list), \(slug))
                on conflict do nothing
                """)
        }
    }
}
