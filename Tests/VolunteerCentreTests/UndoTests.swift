import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What was matched, archived or written a moment ago, taken back within ten minutes.
@Suite struct UndoTests {
    private static let soon = Span.seconds(10 * 60 - 1)
    private static let late = Span.seconds(11 * 60)

    /// The mail of a match goes at once; a correction follows it, and no figure counts it.
    @Test(arguments: TestEngine.available)
    func aMatchThatWasAMistake(_ engine: TestEngine) async throws {
        for (after, kind, facts, state) in [
            (Self.soon, "match_mistaken", 0, "new"), (Self.late, "match_cancelled_volunteer", 1, "in_conversation"),
        ] {
            let given = try await Given(engine)
            let organisation = try await given.organisation()
            let happy = try await given.volunteer()
            let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
            guard case .created(let match) = try await given.match(id, by: organisation.member) else { return }
            #expect(try await given.count("fact", where: "kind = 'match'") == 1)
            let outcome = try await given.cancel(match, by: organisation.member, at: given.now.adding(after))
            #expect(outcome == .cancelled)
            #expect(try await given.texts("to_address", of: "mail", where: "kind = \(kind)") == [happy.email])
            #expect(try await given.count("fact", where: "kind = 'match'") == facts)
            #expect(try await given.texts("state", of: "application") == [state])
        }
    }

    /// From every state it goes back to that state, with the text that waited and the days it had.
    @Test(arguments: TestEngine.available)
    func anArchivedVacancyGoesBackToWhereItWas(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let stranger = try await given.organisation("De Ander").member
        for state in ["draft", "queued", "published", "offline", "rejected"] {
            let id = try await given.vacancy("Kok \(state)", of: organisation)
            try await given.database.write { tx in
                try tx("update vacancy set state = \(state), pending_at = \(given.now) where id = \(id)")
            }
            let before = try await standing(of: id, in: given)
            let archived = try await given.write(by: organisation.member) { work in
                try ArchiveVacancy.run(id, in: work)
            }
            #expect(archived == .archived)
            func undo(by actor: Actor, after span: Span) async throws -> Bool? {
                try await given.write(by: actor, at: given.now.adding(span)) { work in
                    try ArchiveVacancy.undo(id, in: work)
                }
            }
            #expect(try await undo(by: stranger, after: Self.soon) == nil)
            #expect(try await undo(by: organisation.member, after: Self.late) == false)
            #expect(try await undo(by: organisation.member, after: Self.soon) == true)
            #expect(try await undo(by: organisation.member, after: Self.late) == true, "pressed twice: it is back")
            #expect(try await standing(of: id, in: given) == before)
        }
        #expect(try await given.found("Kok").cards.total == 1, "the one that was online is found again")
    }

    private func standing(of id: ID<Vacancy>, in given: Given) async throws -> [String] {
        try await given.database.read { tx in
            let row = try #require(try tx.first("select state, pending_at, published_at from vacancy where id = \(id)"))
            let (state, pending, published): (String, Instant?, Instant?) = (
                try row["state"], try row["pending_at"], try row["published_at"]
            )
            return [state, "\(String(describing: pending))", "\(String(describing: published))"]
        }
    }

    @Test(arguments: TestEngine.available)
    func aMessageIsTakenBackByWhoWroteIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let other = try await given.application(of: happy, to: try await given.vacancy("Ander", of: organisation))
        _ = try await given.write("Het PIN is 1234, o nee", about: id, by: organisation.member)
        let message = try #require(
            try await given.database.read { tx in try ApplicationQueries.messages(of: id, in: given.centre.id, tx) }
                .first?.id)
        func takeBack(_ number: Int64, of application: ID<Application>, by actor: Actor, after span: Span = Self.soon)
            async throws -> TakeBackMessage.Outcome
        {
            try await given.write(by: actor, at: given.now.adding(span)) { work in
                try TakeBackMessage.run(number, about: application, in: work)
            }
        }
        #expect(try await takeBack(message, of: other, by: organisation.member) == .notFound)
        #expect(try await takeBack(message, of: id, by: happy.actor) == .tooLate, "not hers")
        let colleague = Actor(centre: given.centre, account: happy.actor.account, role: organisation.member.role)
        #expect(try await takeBack(message, of: id, by: colleague) == .tooLate, "nor a colleague's")
        #expect(try await takeBack(message, of: id, by: organisation.member, after: Self.late) == .tooLate)
        for _ in 1...2 { #expect(try await takeBack(message, of: id, by: organisation.member) == .done) }
        #expect(try await given.texts("text", of: "application_message") == [""], "no word of it is kept")
        #expect(try await given.count("audit", where: "action = 'application.message_taken_back'") == 1)
        // What was meant can be said now, also in the same words.
        let again = try await given.write(
            "Het PIN is 1234, o nee", about: id, by: organisation.member, at: given.now.adding(.minutes(1)))
        #expect(again == .sent)
        #expect(try await given.count("application_message") == 2)
    }
}
