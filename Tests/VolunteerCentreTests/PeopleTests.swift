import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Who works for a centre and for an organisation, and the emergency stop.
@Suite struct PeopleTests {
    /// Whose role changes hears of it, and the log says which it became.
    @Test(arguments: TestEngine.available)
    func whoseRoleChangesHearsOfIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let mediator = try #require(given.mediator.account)
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where email = 'administrator@borne.example'")
        }
        for role in [StaffRole.administrator, .administrator, .desk] {
            let done = try await given.write(by: given.administrator) {
                try ChangeStaff.setRole(role, of: mediator, in: $0)
            }
            #expect(done == .done)
        }
        let told = try await given.texts("to_address", of: "mail", where: "kind = 'staff_role_changed'")
        #expect(Set(told) == ["mediator@borne.example"])
        let acts = try await given.texts(
            "action", of: "audit", where: "subject_id = \(mediator) and action like 'staff.%'")
        #expect(acts.filter { $0 == "staff.made_administrator" }.count == 1 && acts.contains("staff.changed"))
    }

    @Test(arguments: TestEngine.available)
    func thereIsAlwaysOneAdministrator(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let own = try #require(given.administrator.account)
        func change(
            by actor: Actor, _ body: @escaping @Sendable (UnitOfWork) throws -> ChangeStaff.Outcome
        ) async throws -> ChangeStaff.Outcome { try await given.write(by: actor, body) }
        #expect(
            try await change(by: given.administrator) {
                try ChangeStaff.setRole(.desk, of: own, in: $0)
            } == .lastAdministrator)
        #expect(
            try await change(by: given.administrator) { try ChangeStaff.remove(own, in: $0) }
                == .lastAdministrator)
        #expect(
            try await change(by: given.administrator) {
                try ChangeStaff.invite(
                    email: "administrator@borne.example", name: "x", role: .desk, in: $0)
            } == .alreadyThere)
        #expect(
            try await change(by: given.administrator) {
                try ChangeStaff.invite(email: "MEDIATOR@borne.example", name: "x", role: .desk, in: $0)
            } == .alreadyThere, "nobody's role changes by an invitation")
        #expect(
            try await change(by: given.administrator) {
                try ChangeStaff.invite(
                    email: "els@borne.example", name: "Els", role: .administrator, in: $0)
            } == .done)
        let mail = try await given.texts("to_address", of: "mail", where: "kind = 'staff_invited'")
        #expect(mail == ["els@borne.example"])
        #expect(
            try await change(by: given.administrator) { try ChangeStaff.remove(own, in: $0) } == .lastAdministrator,
            "who never came in decides nothing")
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where email = 'els@borne.example'")
        }
        #expect(
            try await change(by: given.administrator) { try ChangeStaff.remove(own, in: $0) }
                == .done)
        for actor in [given.mediator, given.desk] {
            #expect(
                try await change(by: actor) {
                    try ChangeStaff.invite(
                        email: "x@x.example", name: "x", role: .administrator, in: $0)
                } == .notFound)
        }
    }

    @Test(arguments: TestEngine.available)
    func theOwnersOfAnOrganisation(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let own = try #require(organisation.member.account)
        func change(
            by actor: Actor, _ body: @escaping @Sendable (UnitOfWork) throws -> HandOver.Outcome
        ) async throws -> HandOver.Outcome { try await given.write(by: actor, body) }
        #expect(
            try await change(by: organisation.member) { try HandOver.remove(own, handingTo: nil, in: $0) }
                == .lastOwner)
        let editor = try await given.colleague("bas@pan.example", "Bas", of: organisation)
        let bas = try #require(editor.account)
        #expect(
            try await given.texts("to_address", of: "mail", where: "kind = 'member_invited'") == ["bas@pan.example"])
        #expect(
            try await change(by: editor) { try HandOver.remove(own, handingTo: nil, in: $0) } == .notFound)
        // Both get the mail of the organisation from now on.
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        #expect(try await given.count("mail", where: "kind = 'application_arrived'") == 2)
        let session = try await given.session(of: editor)
        #expect(
            try await change(by: organisation.member) { try HandOver.remove(bas, handingTo: nil, in: $0) }
                == .done)
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)
        }
        #expect(found == nil)
    }

    @Test(arguments: TestEngine.available)
    func suspensionTakesEverythingOffAtOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        func shown() async throws -> Int {
            let found = try await given.found()
            return found.cards.total
        }
        func suspend(by actor: Actor) async throws -> SuspendOrganisation.Outcome {
            try await given.write(by: actor) { work in
                try SuspendOrganisation.run(organisation.id, reason: "Klachten.", in: work)
            }
        }
        func restore() async throws -> SuspendOrganisation.Outcome {
            try await given.write(by: given.mediator) { work in
                try SuspendOrganisation.restore(organisation.id, in: work)
            }
        }
        #expect(try await shown() == 1)
        #expect(try await suspend(by: given.desk) == .notFound)
        #expect(try await suspend(by: given.mediator) == .done)
        #expect(try await suspend(by: given.mediator) == .alreadySo(.suspended))
        #expect(try await shown() == 0)
        #expect(try await given.respond(given.response(), to: vacancy) == .closed)
        let session = try await given.session(of: organisation.member)
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0
        }
        #expect(found?.organisation == nil)
        #expect(try await restore() == .done)
        #expect(try await restore() == .alreadySo(.approved))
        #expect(try await shown() == 1)
        #expect(
            try await given.count("mail", where: "kind in ('organisation_suspended', 'organisation_restored')") == 2)
        #expect(try await given.count("fact", where: "kind = 'organisation_approved'") == 1)
    }

    @Test(arguments: TestEngine.available)
    func theSettingsOfACentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var input = ChangeCentre.Input()
        input.name = "Nieuw centrum"
        input.email = "nieuw@borne.example"
        input.answerDays = "21"
        input.brand = "#ffff00"
        input.accent = "#f0a13a"
        let unreadable = input
        input.brand = "#123456"
        input.editsReturnToQueue = false
        let readable = input
        func change(_ input: ChangeCentre.Input, by actor: Actor) async throws -> ChangeCentre.Outcome {
            let seen = ChangeCentre.Input(given.centre).marks
            return try await given.write(by: actor) { work in try ChangeCentre.run(input, seen: seen, in: work) }
        }
        #expect(try await change(unreadable, by: given.administrator) == .unreadableColours)
        #expect(try await change(readable, by: given.mediator) == .notFound)
        #expect(try await change(readable, by: given.administrator) == .changed)
        let centres = try await given.database.read { tx in try CentreQueries.all(tx) }
        #expect(centres[0].name == "Nieuw centrum" && centres[0].theme.brand.hex == "#123456")
        #expect(centres[0].answerDays == 21)
        #expect(!centres[0].editsReturnToQueue && centres[1].name == given.other.name)
        let log = try await given.database.read { tx in
            try Audit.list(
                in: given.centre.id, matching: ["steunpunt"],
                meant: { _ in .init(actions: ["centre.changed"], subjects: [], actors: []) }, page: Page(1), tx)
        }
        #expect(log.elements.map(\.action) == ["centre.changed"])
    }
}
