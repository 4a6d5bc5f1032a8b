import Composition
import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// A capability is a folder and a line in the list.
@Suite struct CapabilitiesTests {
    @Test func namesAndKindsAreUnique() throws {
        let all = Capabilities.all
        for names in [
            all.list.map(\.name), all.mails.map(\.rawValue), all.migrations.map { "\($0.number)" },
            all.migrations.map(\.name),
        ] {
            #expect(Set(names).count == names.count && !names.isEmpty)
        }
    }

    /// What the compiler no longer counts: every kind has words in every language, and a sample.
    @Test func everyMailHasWordsAndASample() async throws {
        let given = try await Given(.sqlite)
        let catalogues = try Resources.catalogues()
        for kind in Capabilities.all.mails {
            for language in [Language.nl, .nlBE, .en] {
                let sample = try given.mails.sample(kind, nil, in: language, at: given.centre)
                #expect(!sample.subject.isEmpty && !sample.subject.contains("{"), "\(kind.rawValue)")
                #expect(sample.text.count > 100 && !sample.text.contains("{{"), "\(kind.rawValue)")
            }
            let t = catalogues.localiser(.nl)
            for id in [kind.subject, kind.buttonLabel, kind.note].compactMap({ $0?.description }) {
                #expect(t.dynamic(id) != id, "\(id) is not Dutch")
            }
        }
    }

    /// Stored with each mail, and as names of settings: they never change.
    @Test func storedNamesStay() {
        #expect(
            Set(Capabilities.all.mails.map(\.rawValue)).isSuperset(of: [
                "organisation_registered", "organisation_approved", "vacancy_published", "application_received",
                "application_received_guest", "match_made", "volunteer_registered", "password_reset", "staff_invited",
                "search_news", "candidate_invited",
            ]))
        #expect(Capabilities.all.list.map(\.name) == ["vacancy_bank", "films"])
    }

    @Test(arguments: TestEngine.available)
    func anInstallationWithoutFilms(_ engine: TestEngine) async throws {
        let fewer = Capabilities.all.without("films")
        let database = try await engine.database(migrations: [])
        let ran = try await Migrator(fewer.migrations).migrate(database)
        #expect(ran.count == Capabilities.all.migrations.count - 1)
        await #expect(throws: SQLError.self) { try await database.read { tx in try tx("select id from film limit 1") } }
        // It may come later, whatever the number of its migration.
        #expect(try await Migrator(Capabilities.all.migrations).migrate(database).map(\.name) == ["films"])
        // From then on a program without it would never erase what people left there.
        await #expect(throws: MigrationError.capability("films")) {
            try await Migrator(fewer.migrations).migrate(database)
        }
        await #expect(throws: MigrationError.capability("films")) {
            try await Migrator(fewer.migrations).pending(database)
        }
        #expect(MigrationError.capability("films").description.contains("\"films\""))
    }

    /// Databases of before there were capabilities learn what they hold at the next start.
    @Test(arguments: TestEngine.available)
    func olderDatabasesLearn(_ engine: TestEngine) async throws {
        let database = try await engine.database(migrations: Capabilities.all.migrations)
        try await database.write { tx in try tx("drop table capability") }
        #expect(try await Migrator(Capabilities.all.migrations).pending(database).isEmpty)
        #expect(try await Migrator(Capabilities.all.migrations).migrate(database).isEmpty)
        await #expect(throws: MigrationError.capability("films")) {
            try await Migrator(Capabilities.all.without("films").migrations).pending(database)
        }
    }
}
