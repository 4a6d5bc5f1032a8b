import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Who left leaves a name in the log; what went to an earlier address leaves with its owner.
@Suite struct FormerTests {
    @Test(arguments: TestEngine.available)
    func mailsToAnEarlierAddressGoWithHer(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let happy = try await given.volunteer("Zeljka O")
        let account = try #require(happy.actor.account)
        try await given.database.write { tx in
            try tx(
                "update account set email = 'Oud@Mail.example', email_key = 'oud@mail.example' where id = \(account)")
        }
        let organisation = try await given.organisation()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        func answer() async throws {
            try await given.write(by: organisation.member) { work in
                _ = try WriteMessage.run("Kom je?", about: id, submissionKey: given.newKey(), in: work)
            }
        }
        try await answer()
        #expect(try await given.count("mail", where: "lower(to_address) = 'oud@mail.example'") > 0)
        _ = try await given.write(by: happy.actor) { work in
            try AddressChange.ask("nieuw@mail.example", of: account, in: work)
        }
        let token = try #require(
            try await given.texts("secret", of: "mail", where: "to_address = 'nieuw@mail.example'").last)
        let outcome = try await given.write(by: .visitor(centre: given.centre)) { work in
            try AddressChange.confirm(token, in: work)
        }
        #expect(outcome == .changed)
        try await answer()
        let volunteer = happy.id
        try await given.write(by: .system(centre: given.centre)) { work in
            _ = try EraseVolunteer.run(volunteer, in: work)
        }
        #expect(
            try await given.texts("to_address", of: "mail").allSatisfy { !$0.lowercased().contains("mail.example") })
        #expect(try await given.count("former_address") == 0)
    }

    @Test(arguments: TestEngine.available)
    func aNewNameStandsInHerResponses(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let happy = try await given.volunteer("Anna Jansen")
        let id = try await given.application(of: happy, to: try await given.vacancy(of: try await given.organisation()))
        try await given.write(by: happy.actor) { work in
            var profile = Volunteer.Profile()
            profile.name = "Anna de Wit"
            _ = try ChangeProfile.run(profile, in: work)
        }
        #expect(try await given.texts("name", of: "application", where: "id = \(id)") == ["Anna de Wit"])
    }

    @Test(arguments: TestEngine.available)
    func theLogNamesWhoLeft(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let account = try #require(given.mediator.account)
        let name: String = try #require(
            try await given.rows("select name from centre_role where account_id = \(account)").first)["name"]
        let vacancy = try await given.queuedVacancy(of: try await given.organisation())
        try await given.write(by: given.mediator) { work in
            _ = try ReviewVacancy.run(.approve, vacancy, version: 1, in: work)
        }
        #expect(
            try await given.write(by: given.administrator) { work in try ChangeStaff.remove(account, in: work) }
                == .done)
        let named = try await given.database.read { tx in
            try Audit.list(
                in: given.centre.id, matching: [Folding.fold(name).split(separator: " ").first.map(String.init) ?? ""],
                meant: { _ in .init(actions: [], subjects: [], actors: []) }, page: Page(1), tx
            ).elements
        }
        #expect(named.contains { $0.name == name && $0.action.hasPrefix("vacancy.") }, "\(named)")
    }
}
