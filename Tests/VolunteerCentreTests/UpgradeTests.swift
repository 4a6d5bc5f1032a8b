import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// A database of the first slice (migrations 1 to 7), with data, comes along to today's shape and can be read by today's queries.
@Suite struct UpgradeTests {
    @Test(arguments: TestEngine.available)
    func fromTheFirstSlice(_ engine: TestEngine) async throws {
        let database = try await engine.database(migrations: Array(Schema.migrations.prefix(7)))
        let at = Instant(milliseconds: 1_790_000_000_000)
        try await database.write { tx in
            try tx(
                """
                insert into centre (slug, name, host, language, country, time_zone, email, phone, address, opening_hours, intro, brand,
                    accent, logo, edits_return_to_queue, created_at)
                values ('borne', 'Borne', null, 'nl', 'NL', 'Europe/Amsterdam', 'info@borne.example', '', '', '', 'Welkom', '#1f5f4f',
                    '#f0a13a', null, \(true), \(at))
                """)
            try tx(
                """
                insert into organisation (centre_id, name, name_key, legal_form, short_description, website, email, phone, street,
                    house_number, postcode, place, municipality, newsletter, terms_version, terms_accepted_at, logo, state,
                    submission_key, created_at)
                values (1, 'Pan', 'pan', '', 'Koken', '', '', '', '', '', '7622 AB', 'Borne', 'Borne', \(false), '1', \(at), null, 'approved',
                    'o', \(at))
                """)
            try tx(
                """
                insert into vacancy (centre_id, organisation_id, title, description, offer, hours, engagement, postcode, place, municipality,
                    from_home, language_level, minimum_age, positions, interest, publish_until, state, comment, search_text,
                    submission_key, version, created_at, updated_at, queued_at, published_at)
                values (1, 1, 'Kok', 'Koken', '', '', 'structureel', '', 'Borne', 'Borne', \(false), '', null, 2, 'zorg', null, 'published',
                    null, 'kok', 'v', 2, \(at), \(at), \(at), \(at))
                """)
            try tx("insert into vacancy_tag (centre_id, vacancy_id, list, slug) values (1, 1, 'interest', 'zorg')")
            try tx(
                """
                insert into application (centre_id, organisation_id, vacancy_id, kind, name, email, phone, message, language, state,
                    submission_key, created_at)
                values (1, 1, 1, 'guest', 'PIET Jansen', 'piet@mail.example', '', 'Hoi', 'nl', 'new', 'a', \(at))
                """)
        }
        let ran = try await Migrator(Schema.migrations).migrate(database)
        #expect(ran.count == Schema.migrations.count - 7)
        try await database.read { tx in
            let centre = try #require(try CentreQueries.all(tx).first)
            #expect(centre.criteria == [] && !centre.reactivationReturnsToQueue)
            let vacancy = try #require(try VacancyQueries.find(1, in: centre.id, tx))
            #expect(vacancy.content.title == "Kok" && vacancy.content.picture == nil && !vacancy.isFull)
            #expect(vacancy.approvedVersion == nil)
            let found = try ApplicationQueries.list(
                .init(organisation: 1, words: ["piet"]), in: centre.id, page: Page(1), tx)
            #expect(found.elements.map(\.name) == ["PIET Jansen"] && found.elements[0].party == .single)
            let cards = try VacancyQueries.cards(.init(), in: centre.id, today: centre.today(at), page: Page(1), tx)
            #expect(cards.elements.map(\.title) == ["Kok"])
        }
    }
}
