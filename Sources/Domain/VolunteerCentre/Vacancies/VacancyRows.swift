import SQL
import Time

/// Writes the rows of a vacancy: the record, its tags and its folded search text.
package enum VacancyRows {
    /// Nil when this form was sent before.
    static func insert(
        _ content: Vacancy.Content, organisation: Organisation, centre: ID<Centre>, state: Vacancy.State,
        submissionKey: String, by actor: Actor, now: Instant, _ tx: Transaction
    ) throws -> ID<Vacancy>? {
        let department = try Department.find(content.department?.id, of: organisation.id, tx)
        let row = try tx.first(
            """
            insert into vacancy (centre_id, organisation_id, title, description, offer, hours, engagement, postcode, place,
                municipality, from_home, language_level, minimum_age, positions, interest, publish_until, state, comment,
                search_text, submission_key, version, created_at, updated_at, queued_at, published_at, picture_id, picture_alt,
                department_id, begins_on, other_places, neighbourhood, group_size)
            values (\(centre), \(organisation.id), \(content.title), \(content.description), \(content.offer), \(content.hours),
                \(content.engagement), \(content.postcode), \(content.place), \(content.municipality), \(content.fromHome),
                \(content.languageLevel), \(content.minimumAge), \(content.positions), \(content.interests.first ?? ""),
                \(content.publishUntil), \(state), \(String?.none), \(searchText(content, organisation.name)), \(submissionKey), 1,
                \(now), \(now), \(state == .queued ? now : nil), \(Instant?.none), \(content.picture?.upload.id), \(content.picture?.alt),
                \(department?.id), \(content.beginsOn), \(content.otherPlaces.joined(separator: "\n")),
                \(content.neighbourhood), \(content.groupSize))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let row else { return nil }
        let id: ID<Vacancy> = try row["id"]
        try insertTags(id, content, centre: centre, tx)
        try VacancyVersion.keep(id, 1, content, by: actor, now: now, tx)
        return id
    }

    /// Replaces what the vacancy says and moves it to `state`. A question of the centre stays with a draft until it is sent in again.
    /// - Returns: the new version.
    @discardableResult
    static func update(
        _ vacancy: Vacancy, _ content: Vacancy.Content, organisation: Organisation, centre: ID<Centre>,
        state: Vacancy.State, by actor: Actor, now: Instant, _ tx: Transaction
    ) throws -> Int {
        let id = vacancy.id
        let department = try Department.find(content.department?.id, of: organisation.id, tx)
        let queuedAt = state == .queued && vacancy.state != .queued ? now : vacancy.queuedAt
        try tx(
            """
            update vacancy set title = \(content.title), description = \(content.description), offer = \(content.offer),
                hours = \(content.hours), engagement = \(content.engagement), postcode = \(content.postcode),
                place = \(content.place), municipality = \(content.municipality), from_home = \(content.fromHome),
                language_level = \(content.languageLevel), minimum_age = \(content.minimumAge), positions = \(content.positions),
                interest = \(content.interests.first ?? ""), publish_until = \(content.publishUntil), state = \(state),
                comment = \(state == .draft ? vacancy.comment : nil), search_text = \(searchText(content, organisation.name)), version = version + 1,
                updated_at = \(now), queued_at = \(queuedAt), picture_id = \(content.picture?.upload.id),
                picture_alt = \(content.picture?.alt), department_id = \(department?.id),
                begins_on = \(content.beginsOn), other_places = \(content.otherPlaces.joined(separator: "\n")),
                neighbourhood = \(content.neighbourhood), group_size = \(content.groupSize)
            where centre_id = \(centre) and id = \(id)
            """)
        try tx("delete from vacancy_tag where centre_id = \(centre) and vacancy_id = \(id)")
        try insertTags(id, content, centre: centre, tx)
        try VacancyVersion.keep(id, vacancy.version + 1, content, by: actor, now: now, tx)
        return vacancy.version + 1
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
