import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// When nobody is there, and who may say so.
@Suite struct HolidayTests {
    @Test(arguments: TestEngine.available)
    func anOrganisationAndTheCentreEachHaveTheirOwn(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let today = given.centre.today(given.now)
        func add(_ from: Int, _ to: Int, by actor: Actor) async throws -> ChangeHolidays.Outcome {
            try await given.write(by: actor) { work in
                try ChangeHolidays.add(from: today.adding(days: from), to: today.adding(days: to), in: work)
            }
        }
        #expect(try await add(-2, 5, by: organisation.member) == .done)
        #expect(try await add(-2, 5, by: organisation.member) == .done)
        #expect(try await given.count("holiday") == 1, "the same days twice are one")
        #expect(try await add(7, 9, by: given.administrator) == .done)
        #expect(try await add(8, 200, by: given.administrator) == .tooLong)
        #expect(try await add(5, 4, by: given.administrator) == .backwards)
        #expect(try await add(-5, -1, by: given.administrator) == .past)
        for actor in [given.mediator, .visitor(centre: given.centre)] {
            #expect(try await add(1, 2, by: actor) == .notFound)
        }
        // At her own centre: nothing below sees it.
        #expect(try await add(1, 2, by: given.stranger) == .done)
        let (current, centre) = try await given.database.read { tx in
            (
                try Holiday.current(of: organisation.id, in: given.centre.id, today: today, tx),
                try CentreQueries.all(tx)[0]
            )
        }
        #expect(current?.ends == today.adding(days: 5))
        #expect(centre.holiday(today)?.begins == today.adding(days: 7), "a week before")
        #expect(centre.holiday(today.adding(days: -1)) == nil)
        #expect(centre.holiday(today.adding(days: 10)) == nil)
        let id = try #require(current).id
        func remove(by actor: Actor) async throws -> ChangeHolidays.Outcome {
            try await given.write(by: actor) { work in
                try ChangeHolidays.remove(id, in: work)
            }
        }
        #expect(try await remove(by: given.administrator) == .notFound, "the centre's are others")
        #expect(try await remove(by: organisation.member) == .done)
        #expect(try await remove(by: organisation.member) == .notFound)
    }
}
