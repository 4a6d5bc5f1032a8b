import Composition
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
        let database = try await engine.database(migrations: Array(Capabilities.all.migrations.prefix(7)))
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
            try tx(
                """
                insert into vacancy_tag (centre_id, vacancy_id, list, slug)
                values (1, 1, 'interest', 'zorg'), (1, 1, 'activity', 'koken')
                """)
            try tx(
                """
                insert into application (centre_id, organisation_id, vacancy_id, kind, name, email, phone, message, language, state,
                    submission_key, created_at)
                values (1, 1, 1, 'guest', 'PIET Jansen', 'piet@mail.example', '', 'Hoi', 'nl', 'new', 'a', \(at))
                """)
        }
        let ran = try await Migrator(Capabilities.all.migrations).migrate(database)
        #expect(ran.count == Capabilities.all.migrations.count - 7)
        try await database.read { tx in
            let centre = try #require(try CentreQueries.all(tx).first)
            #expect(centre.criteria == [] && !centre.reactivationReturnsToQueue)
            let vacancy = try #require(try VacancyQueries.find(1, in: centre.id, tx))
            #expect(vacancy.content.title == "Kok" && vacancy.content.picture == nil && !vacancy.isFull)
            #expect(vacancy.approvedVersion == nil)
            // One activity became two; she meant either.
            #expect(Set(vacancy.content.activities) == ["koken", "onthaal"])
            let found = try ApplicationQueries.list(
                .init(organisation: 1, words: "piet"), in: centre.id, page: Page(1), tx)
            #expect(found.elements.map(\.name) == ["PIET Jansen"] && found.elements[0].party == .single)
        }
        let finder = try Resources.finder(database, now: at)
        try await finder.catchUp()
        let centre = try #require(try await database.read { tx in try CentreQueries.all(tx).first })
        let found = finder.search(.init(), in: centre, page: Page(1), now: at)
        #expect(found.cards.elements.map(\.title) == ["Kok"])
    }

    /// Before migration 33 a key folded case alone. Of two accounts for one mailbox both stay: which was meant, people know.
    @Test(arguments: TestEngine.available)
    func keysOfOtherLetters(_ engine: TestEngine) async throws {
        let database = try await engine.database(migrations: Capabilities.all.migrations.filter { $0.number < 33 })
        let emails = ["an@zoë.example", "ik@straße.example", "ik@xn--strae-oqa.example", "Bo@pan.example"]
        try await database.write { tx in
            for email in emails {
                try tx(
                    """
                    insert into account (email, email_key, name, password_hash, language, created_at)
                    values (\(email), \(email.lowercased()), 'Sam', 'none', 'nl', 1)
                    """)
            }
        }
        _ = try await Migrator(Capabilities.all.migrations).migrate(database)
        let keys: [String] = try await database.read { tx in
            try tx("select email_key from account order by id limit 9").map { try $0["email_key"] }
        }
        #expect(keys == ["an@xn--zo-ija.example", "ik@straße.example", "ik@xn--strae-oqa.example", "bo@pan.example"])
    }

    /// Before migration 38 the name stood on the account, and one account was one volunteer.
    @Test(arguments: TestEngine.available)
    func namesMoveToTheHats(_ engine: TestEngine) async throws {
        let database = try await engine.database(migrations: Capabilities.all.migrations.filter { $0.number < 38 })
        try await database.write { tx in
            try tx(
                """
                insert into centre (slug, name, host, language, country, time_zone, email, phone, address, opening_hours, intro, brand,
                    accent, logo, edits_return_to_queue, created_at)
                values ('borne', 'Borne', null, 'nl', 'NL', 'Europe/Amsterdam', 'info@borne.example', '', '', '', 'Welkom', '#1f5f4f',
                    '#f0a13a', null, \(true), 1)
                """)
            try tx(
                """
                insert into account (email, email_key, name, name_key, password_hash, language, created_at)
                values ('zoe@mail.example', 'zoe@mail.example', 'Zoë', 'zoe', 'none', 'nl', 1)
                """)
            try tx(
                """
                insert into volunteer (centre_id, account_id, phone, place, about, shares_phone, shares_place, shares_about, created_at)
                values (1, 1, '', '', '', \(false), \(true), \(true), 1)
                """)
            // Something that points to her, from before and after.
            try tx(
                "insert into volunteer_answer (centre_id, volunteer_id, question, answer) values (1, 1, 'interest', 'taal')"
            )
            try tx("insert into centre_role (centre_id, account_id, role, created_at) values (1, 1, 'desk', 1)")
            try tx(
                """
                insert into text_version (centre_id, kind, name, language, title, body, button, at)
                values (1, 'mail', 'volunteer_registered', 'nl', 'Welkom {{name}}', 'Beste {{name}}, fijn.', '', 1)
                """)
        }
        _ = try await Migrator(Capabilities.all.migrations).migrate(database)
        let found = try await database.write { tx -> [String] in
            try tx(
                "insert into volunteer_answer (centre_id, volunteer_id, question, answer) values (1, 1, 'interest', 'zorg')"
            )
            // Somebody who shares the address, with the next number.
            try tx(
                """
                insert into volunteer (centre_id, account_id, name, name_key, phone, place, about, shares_phone, shares_place,
                    shares_about, created_at)
                values (1, 1, 'Piet', 'piet', '', '', '', \(false), \(true), \(true), 2)
                """)
            return try tx(
                """
                select name || '/' || name_key as word from volunteer union all select name || '/' || name_key from centre_role
                union all select title || '/' || body from text_version order by 1
                """
            ).map { try $0["word"] }
        }
        #expect(found == ["Piet/piet", "Welkom/Beste, fijn.", "Zoë/zoe", "Zoë/zoe"])
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try tx(
                    "insert into volunteer_answer (centre_id, volunteer_id, question, answer) values (1, 77, 'interest', 'zorg')"
                )
            }
        }
    }

    /// The release before this one (migration 12): people, their log-ins and mail come along, and nobody is erased for it.
    @Test(arguments: TestEngine.available)
    func fromTheReleaseBefore(_ engine: TestEngine) async throws {
        let database = try await engine.database(migrations: Array(Capabilities.all.migrations.prefix(12)))
        let (joined, seen) = (Instant(milliseconds: 1_780_000_000_000), Instant(milliseconds: 1_790_000_000_000))
        try await database.write { tx in
            try tx(
                """
                insert into centre (slug, name, host, language, country, time_zone, email, phone, address, opening_hours, intro, brand,
                    accent, logo, edits_return_to_queue, created_at)
                values ('borne', 'Borne', null, 'nl', 'NL', 'Europe/Amsterdam', 'info@borne.example', '', '', '', 'Welkom', '#1f5f4f',
                    '#f0a13a', null, \(true), \(joined))
                """)
            for number in 1...2 {
                let email = "v\(number)@mail.example"
                try tx(
                    """
                    insert into account (email, email_key, name, password_hash, language, created_at)
                    values (\(email), \(email), 'Sam', 'none', 'nl', \(joined))
                    """)
                try tx(
                    """
                    insert into volunteer (centre_id, account_id, phone, place, about, shares_phone, shares_place, shares_about, created_at)
                    values (1, \(number), '', '', '', \(false), \(true), \(true), \(joined))
                    """)
            }
            try tx(
                """
                insert into session (token_hash, account_id, centre_id, created_at, seen_at, expires_at)
                values ('t', 1, 1, \(joined), \(seen), \(seen))
                """)
        }
        #expect(
            try await Migrator(Capabilities.all.migrations).migrate(database).count == Capabilities.all.migrations.count
                - 12)
        let times = try await database.read { tx in
            try tx("select seen_at from volunteer order by id limit 2").map { row -> Instant in try row["seen_at"] }
        }
        #expect(times == [seen, joined])
        let centre = try await database.read { tx in try CentreQueries.all(tx)[0] }
        #expect(centre.pages.isEmpty && centre.holidays.isEmpty)
        let workroom = Workroom(database: database, mails: try await Given(engine).mails)
        let erased = try await workroom.write(by: .system(centre: centre), at: seen.adding(.days(900))) { work in
            try EraseDue.run(.volunteer, in: work)
        }
        #expect(erased == 0, "nobody goes without having been asked")
    }
}
