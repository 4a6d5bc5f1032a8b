import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct RespondAsGuestTests {
    @Test(arguments: TestEngine.available)
    func bothGetAMailAndItIsCounted(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy(of: organisation)
        let mails = try await given.count("mail")
        let application = try await given.application(to: id)
        let found = try await given.database.read { tx in
            (
                try ApplicationQueries.find(application, in: given.centre.id, tx),
                try ApplicationQueries.find(application, in: given.other.id, tx)
            )
        }
        #expect(
            found.0?.name == "Piet Jansen" && found.0?.kind == .guest && found.0?.state == .new
                && found.0?.vacancy == id)
        #expect(found.1 == nil)
        #expect(try await given.count("mail") == mails + 2)
        let sent = try await given.rows("select * from mail order by id desc limit 2")
        #expect(try sent.map { try $0["to_address"] as String } == [organisation.email, "piet@mail.example"])
        // Who it is from is read on the page, behind the log-in.
        let arrived: String = try sent[0]["text"]
        #expect(!arrived.contains("Piet") && !arrived.contains("piet@") && !arrived.contains("kook graag"))
        let facts = try await given.rows("select * from fact where kind = 'application'")
        #expect(facts.count == 1)
        #expect(
            try facts[0]["channel"] == "guest" && facts[0]["municipality"] == "Borne"
                && facts[0]["interest"] == "ouderen")
        #expect(!"\(facts[0].values)".contains("Piet"))
        #expect(try await given.texts("action", of: "audit").last == "application.sent")
    }

    @Test(arguments: TestEngine.available)
    func withoutAnAddressNoThanksByMail(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let id = try await given.vacancy(of: try await given.organisation())
        let mails = try await given.count("mail")
        _ = try await given.respond(given.response(email: ""), to: id)
        #expect(try await given.count("mail") == mails + 1)
    }

    @Test(arguments: TestEngine.available)
    func theSameFormTwiceIsOneResponse(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let id = try await given.vacancy(of: try await given.organisation())
        let input = given.response()
        let outcomes = try await withThrowingTaskGroup(of: RespondAsGuest.Outcome.self) { group in
            for _ in 0..<4 { group.addTask { try await given.respond(input, to: id) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .alreadySent } == 3)
        #expect(try await given.count("application") == 1)
        #expect(try await given.count("fact", where: "kind = 'application'") == 1)
        #expect(try await given.count("mail", where: "kind = 'application_arrived'") == 1)
    }

    @Test(arguments: TestEngine.available)
    func closedAndUnknown(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let queued = try await given.queuedVacancy("Wacht", of: organisation)
        let open = try await given.vacancy("Open", of: organisation)
        let dated = try await given.vacancy("Tot morgen", of: organisation, until: CalendarDate(iso: "2026-11-22"))
        let before = try await given.counts()
        #expect(try await given.respond(given.response(), to: queued) == .notFound)
        #expect(try await given.respond(given.response(), to: 999) == .notFound)
        #expect(try await given.respond(given.response(), to: open, in: given.other) == .notFound)
        // The date has passed; the nightly job has not run yet.
        #expect(try await given.respond(given.response(), to: dated, at: given.now.adding(.days(2))) == .closed)
        #expect(try await given.counts() == before)
        try await given.takeOffline(at: given.now.adding(.days(2)))
        #expect(try await given.respond(given.response(), to: dated) == .closed)
        try await given.database.write { tx in try tx("update organisation set state = 'suspended'") }
        #expect(try await given.respond(given.response(), to: open) == .closed)
        #expect(try await given.count("application") == 0)
    }
}
