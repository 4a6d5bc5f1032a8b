import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
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

    /// By the same address and the same name; of another name at that address nothing.
    @Test(arguments: TestEngine.available)
    func everyResponseOfHersIsHers(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let happy = try await given.volunteer("Mien Scholten")
        let vacancy = try await given.vacancy(of: try await given.organisation())
        for name in ["Mien Scholten", "MIEN SCHOLTEN", "Gerrit Scholten"] {
            var response = given.response(name, email: happy.email)
            response.message = name
            _ = try await given.respond(response, to: vacancy)
        }
        #expect(try await given.count("application", where: "volunteer_id is null") == 3)
        try await given.write(by: happy.actor) { work in try ClaimApplication.alike(in: work) }
        #expect(try await given.texts("name", of: "application", where: "volunteer_id is null") == ["Gerrit Scholten"])
        try await given.write(by: .system(centre: given.centre)) { work in
            _ = try EraseVolunteer.run(happy.id, in: work)
        }
        #expect(try await given.texts("name", of: "application") == ["Gerrit Scholten"])
    }

    /// A step that was tapped by mistake was none: she waits as before, and an earlier step stands again.
    @Test(arguments: TestEngine.available)
    func aStepIsTakenBack(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        _ = try await given.respond(given.response(), to: vacancy)
        let id: ID<Application> = try #require(try await given.rows("select id from application").first)["id"]
        func note(_ step: Application.FollowUp) async throws {
            _ = try await given.write(by: organisation.member) { work in try NoteFollowUp.run(step, id, in: work) }
        }
        func takeBack(after minutes: Int = 1) async throws -> NoteFollowUp.Outcome {
            let now = given.now.adding(.minutes(minutes))
            return try await given.write(by: organisation.member, at: now) { work in
                try NoteFollowUp.takeBack(id, in: work)
            }
        }
        func stands(_ state: String, _ step: String?) async throws {
            let row = try #require(
                try await given.rows("select state, follow_up, answered_at is null as waits from application").first)
            #expect(
                try row["state"] == state && row["follow_up"] as String? == step && row["waits"] == (state == "new"))
        }
        #expect(try await takeBack() == .closed, "nothing was noted")
        try await note(.mailed)
        #expect(try await takeBack(after: 11) == .closed)
        #expect(try await takeBack() == .done)
        try await stands("new", nil)
        #expect(try await takeBack() == .closed, "once")
        try await note(.called)
        try await note(.comes)
        let other = try await given.write(by: organisation.member) { work in
            try NoteFollowUp.takeBack(id, seen: given.now.subtracting(.minutes(3)), in: work)
        }
        #expect(other == .closed, "a colleague's step is not the one that was seen")
        #expect(try await takeBack() == .done)
        try await stands("in_conversation", "called")
        #expect(try await given.count("fact", where: "kind = 'answer'") <= 1)
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
