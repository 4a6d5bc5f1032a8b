import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Who hears of an organisation, and who does while she is away.
@Suite struct ConsultantTests {
    @Test(arguments: TestEngine.available)
    func mailGoesToTheConsultantOrWhoStandsIn(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let mediator = try #require(given.mediator.account)
        let administrator = try #require(given.administrator.account)
        let today = given.centre.today(given.now)
        func told() async throws -> Set<String> {
            try await given.database.write { tx in try tx("delete from mail where kind = 'vacancy_to_review'") }
            _ = try await given.queuedVacancy("Kok \(given.newKey().prefix(6))", of: organisation)
            return Set(try await given.texts("to_address", of: "mail", where: "kind = 'vacancy_to_review'"))
        }
        func away(_ account: ID<Account>, until: CalendarDate?, _ other: ID<Account>?, by actor: Actor? = nil)
            async throws
            -> ChangeConsultants.Outcome
        {
            try await given.write(by: actor ?? given.administrator) { work in
                try ChangeConsultants.setAway(account, until: until, replacedBy: other, in: work)
            }
        }
        #expect(try await told() == ["mediator@borne.example", "administrator@borne.example"])
        #expect(try await assign(given, mediator, organisation.id) == .done)
        #expect(try await told() == ["mediator@borne.example"])
        #expect(try await away(mediator, until: today.adding(days: -1), administrator) == .past)
        #expect(try await away(mediator, until: today, nil) == .noReplacement)
        #expect(try await away(mediator, until: today, mediator) == .noReplacement)
        #expect(try await away(mediator, until: today, given.desk.account) == .noReplacement)
        #expect(try await away(mediator, until: today, administrator, by: given.mediator) == .notFound)
        #expect(try await away(mediator, until: today, administrator) == .done)
        #expect(try await told() == ["administrator@borne.example"])
        let seen = try await given.database.read { tx in
            (
                try Consultant.of(organisation.id, in: given.centre.id, today: today, tx),
                try Consultant.of(organisation.id, in: given.centre.id, today: today.adding(days: 1), tx)
            )
        }
        #expect(seen.0?.account == administrator && seen.0?.standsInFor == "mediator van borne")
        #expect(seen.1?.account == mediator && seen.1?.standsInFor == nil, "back the day after")
        // Also where nobody in particular hears of it, who stands in hears it once.
        #expect(try await assign(given, nil, organisation.id) == .done)
        #expect(try await told() == ["administrator@borne.example"])
        #expect(try await away(mediator, until: nil, nil) == .done)
        #expect(try await told().count == 2)
    }

    @Test(arguments: TestEngine.available)
    func onlyPeopleOfTheCentreAndWhoLeavesIsNobodys(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let mediator = try #require(given.mediator.account)
        for account in [given.desk.account, given.stranger.account, organisation.member.account] {
            #expect(try await assign(given, account, organisation.id) == .notFound)
        }
        #expect(try await assign(given, mediator, organisation.id, by: given.desk) == .notFound)
        #expect(try await assign(given, mediator, organisation.id) == .done)
        let removed = try await given.write(by: given.administrator) { work in
            try ChangeStaff.remove(mediator, in: work)
        }
        #expect(removed == .done)
        #expect(try await given.count("organisation", where: "consultant_id is not null") == 0)
    }

    private func assign(
        _ given: Given, _ account: ID<Account>?, _ id: ID<Organisation>, by actor: Actor? = nil
    ) async throws -> ChangeConsultants.Outcome {
        try await given.write(by: actor ?? given.administrator) { work in
            try ChangeConsultants.assign(account, to: id, in: work)
        }
    }
}
