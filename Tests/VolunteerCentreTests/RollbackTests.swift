import Foundation
import GivenCentre
import Mail
import SQL
import TestSupport
import Testing
import Texts
import Time
import VolunteerCentre

/// An error after everything was written, or halfway, leaves no row anywhere: no mail without its cause, no cause without its mail.
@Suite struct RollbackTests {
    private struct Deliberate: Error {}

    @Test(arguments: TestEngine.available)
    func anErrorAtTheEndLeavesNothing(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let waiting = try await given.registeredOrganisation("Nog niet")
        let queued = try await given.queuedVacancy("Wacht", of: organisation)
        let open = try await given.vacancy("Open", of: organisation)
        let (registration, response, content) = (given.registration("Nieuw"), given.response(), given.content())
        let later = given.now.adding(.days(300))
        let steps: [(String, @Sendable (Transaction) throws -> Void)] = [
            (
                "register",
                { tx in
                    _ = try RegisterOrganisation.run(
                        registration, in: given.unit(tx, by: .visitor(centre: given.centre)))
                }
            ),
            (
                "approve organisation",
                { tx in
                    _ = try ReviewOrganisation.run(.approve, waiting.id, in: given.unit(tx, by: given.mediator))
                }
            ),
            (
                "submit",
                { tx in
                    _ = try SubmitVacancy.new(content, submissionKey: "k", in: given.unit(tx, by: organisation.member))
                }
            ),
            (
                "approve vacancy",
                { tx in
                    _ = try ReviewVacancy.run(.approve, queued, version: 1, in: given.unit(tx, by: given.mediator))
                }
            ),
            (
                "respond",
                { tx in
                    _ = try RespondAsGuest.run(
                        response, to: open, in: given.unit(tx, by: .visitor(centre: given.centre)))
                }
            ),
            (
                "offline",
                { tx in
                    _ = try TakeVacanciesOffline.run(in: given.unit(tx, by: .system(centre: given.centre), at: later))
                }
            ),
            (
                "reset",
                { tx in
                    try RequestReset.run(
                        email: organisation.email, in: given.unit(tx, by: .visitor(centre: given.centre)))
                }
            ),
        ]
        let before = try await given.counts()
        for (name, step) in steps {
            await #expect(throws: Deliberate.self) {
                try await given.database.write { tx in
                    try step(tx)
                    let mails: Int = try tx.first("select count(*) as n from mail")?["n"] ?? 0
                    guard mails > before["mail"] ?? 0 else { throw Given.Unexpected("\(name) made no mail") }
                    throw Deliberate()
                }
            }
            #expect(try await given.counts() == before, "\(name)")
        }
        #expect(try await given.find(queued)?.state == .queued)
    }

    /// A mail whose text is missing fails in the middle of the use case.
    @Test(arguments: TestEngine.available)
    func aMailThatCannotBeMadeUndoesItsCause(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("no-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mails = Mails(
            catalogues: try Resources.catalogues(), texts: try TextLibrary(folder: folder.path, ending: "mustache"),
            baseURL: "http://localhost", senderAddress: "a@b.example", random: given.random)
        let before = try await given.counts()
        let input = given.registration("Nieuw")
        await #expect(throws: TextLibrary.Failure.missing("organisation_registered")) {
            let workroom = Workroom(database: given.database, mails: mails)
            _ = try await workroom.write(by: .visitor(centre: given.centre), at: given.now) { work in
                try RegisterOrganisation.run(input, in: work)
            }
        }
        #expect(try await given.counts() == before)
    }
}
