import Composition
import GivenCentre
import Jobs
import Logging
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Pictures that an earlier release kept are cleaned once, and get another address.
@Suite struct CleanUploadsTests {
    @Test(arguments: TestEngine.available)
    func storedPicturesAreWrittenAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (dirty, clean) = (Array("dirty".utf8), Array("clean".utf8))
        let uploads = try await given.write(by: organisation.member) { work in
            try [dirty, clean].map { bytes in
                try #require(
                    try Upload.store(card: bytes, page: bytes, in: work))
            }
        }
        let vacancy = try await given.vacancy(of: organisation)
        let changes = try await given.count("change")
        try await given.database.write { tx in
            try tx("update vacancy set picture_id = \(uploads[0].id) where id = \(vacancy)")
            // As the migration does.
            try JobQueue.enqueue(
                CleanUploads.job, key: CleanUploads.job, centre: nil, payload: [String: String](), now: given.now, tx)
        }
        let worker = Worker(
            database: given.database,
            handlers: [
                CleanUploads.job: CleanUploads(in: given.workroom) { $0 == dirty ? Array("written again".utf8) : $0 }
                    .handler
            ],
            now: { given.now }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(try await worker.runOnce(limit: 10) == 1)
        try await given.database.read { tx in
            for size in Upload.Size.allCases {
                #expect(try Upload.bytes(uploads[0].id, hash: uploads[0].hash, size, in: given.centre.id, tx) == nil)
                #expect(
                    try Upload.bytes(uploads[1].id, hash: uploads[1].hash, size, in: given.centre.id, tx) == clean)
            }
            let shown = try #require(try VacancyQueries.find(vacancy, in: given.centre.id, tx)?.content.picture)
            #expect(
                try Upload.bytes(shown.upload.id, hash: shown.upload.hash, .page, in: given.centre.id, tx)
                    == Array("written again".utf8))
        }
        #expect(try await given.count("change") == changes + 1, "the index hears of the new address")
    }

    /// Only a database with pictures gets the job.
    @Test(arguments: TestEngine.available)
    func theUpgradeEnqueuesIt(_ engine: TestEngine) async throws {
        for pictures in [0, 1] {
            let database = try await engine.database(
                migrations: Array(Capabilities.all.migrations.prefix { $0.number < 30 }))
            try await database.write { tx in
                try tx(
                    """
                    insert into centre (slug, name, language, country, time_zone, email, phone, address, opening_hours, intro, brand,
                        accent, edits_return_to_queue, created_at)
                    values ('borne', 'Borne', 'nl', 'NL', 'Europe/Amsterdam', '', '', '', '', '', '', '', \(true), 1)
                    """)
                for _ in 0..<pictures {
                    try tx(
                        "insert into upload (centre_id, hash, card, page, created_at) values (1, 'h', \([UInt8(1)]), \([UInt8(1)]), 1)"
                    )
                }
            }
            _ = try await Migrator(Capabilities.all.migrations).migrate(database)
            let jobs = try await database.read { tx in try tx("select name, centre_id from job limit 9").count }
            #expect(jobs == pictures)
        }
    }
}
