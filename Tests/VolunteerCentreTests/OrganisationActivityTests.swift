import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct OrganisationActivityTests {
    @Test(arguments: TestEngine.available)
    func sevenDays(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation(at: given.now.subtracting(.days(30)))
        let second = try await given.organisation("Het Haverveldje")
        let old = try await given.vacancy(
            "Oud", of: organisation, at: given.now.subtracting(.days(7)).subtracting(.hours(1)))
        let young = try await given.vacancy(
            "Jong", of: organisation, at: given.now.subtracting(.days(6)).subtracting(.hours(23)))
        let early = try await given.application(to: old, at: given.now.subtracting(.days(7)).subtracting(.hours(1)))
        let late = try await given.application(
            to: old, at: given.now.subtracting(.days(6)).subtracting(.hours(23)).adding(.minutes(1)))
        _ = try await given.vacancy("Van een ander", of: second)
        let entries = try await given.database.read { tx in
            try OrganisationActivity.recent(of: organisation.id, in: given.centre.id, now: given.now, tx)
        }
        let response = try #require(
            try await given.database.read { tx in try ApplicationQueries.find(late, in: given.centre.id, tx) })
        #expect(entries.map(\.event) == [.application(response), .vacancy(young, title: "Jong", .published)])
        let elsewhere = try await given.database.read { tx in
            try OrganisationActivity.recent(of: organisation.id, in: given.other.id, now: given.now, tx)
        }
        #expect(elsewhere.isEmpty)
        // None is lost after seven days: the list of all responses keeps them.
        let all = try await given.database.read { tx in
            try ApplicationQueries.list(.init(organisation: organisation.id), in: given.centre.id, page: Page(1), tx)
        }
        #expect(all.elements.map(\.id) == [late, early] && all.total == 2)
    }
}
