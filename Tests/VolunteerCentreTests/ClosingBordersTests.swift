import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time

@testable import VolunteerCentre

/// What strangers met around a no that can be undone: nobody reads it, it takes nothing from her, and nothing is counted or mailed twice.
@Suite struct ClosingBordersTests {
    private struct World {
        let given: Given
        let organisation: GivenOrganisation
        let happy: GivenVolunteer
        let vacancy: ID<Vacancy>
        let id: ID<Application>

        init(_ engine: TestEngine) async throws {
            given = try await Given(engine)
            organisation = try await given.organisation()
            happy = try await given.volunteer()
            vacancy = try await given.vacancy("Kok gezocht", of: organisation)
            id = try await given.application(of: happy, to: vacancy)
        }

        func after(_ minutes: Int) -> Instant { given.now.adding(.minutes(minutes)) }

        func undo(by actor: Actor, after minutes: Int = 1) async throws -> UndoClosing.Outcome {
            try await given.write(by: actor, at: after(minutes)) { work in try UndoClosing.run(id, in: work) }
        }

        func read(by reader: ApplicationQueries.Message.Author) async throws -> [String] {
            try await given.write(by: .system(centre: given.centre)) { work in
                guard let application = try ApplicationQueries.find(id, in: work.centre.id, work.tx) else { return [] }
                return try Timeline.told(of: application, to: reader, in: work).steps.map {
                    "\($0.to) \($0.cause ?? "") \($0.reason ?? "")"
                }
            }
        }

        func state() async throws -> String {
            try await given.texts("state", of: "application", where: "id = \(id)")[0]
        }

        func facts(_ kind: String) async throws -> Int { try await given.count("fact", where: "kind = \(kind)") }
    }

    @Test(arguments: TestEngine.available)
    func whatWasUndoneIsReadByNobodyElse(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        _ = try await world.given.decline(world.id, by: world.organisation.member, because: .experience)
        #expect(try await world.undo(by: world.organisation.member) == .undone)
        #expect(try await world.undo(by: world.organisation.member) == .already, "another tab")
        #expect(try await world.read(by: .volunteer) == ["new  "])
        #expect(try await world.read(by: .organisation).contains("declined experience Helaas, vol."), "they know it")
        // Replaced by a message: she reads that they talk, not what was nearly said.
        _ = try await world.given.decline(world.id, by: world.organisation.member, at: world.after(2))
        _ = try await world.given.write(
            "Kom eens langs", about: world.id, by: world.organisation.member, at: world.after(3))
        #expect(try await world.read(by: .volunteer) == ["new  ", "in_conversation  "])
        // She withdraws, with words; they read why only when it stands.
        let farewell = WithdrawApplication.Farewell(cause: .distance, words: "Geheim")
        func withdraw(_ minutes: Int) async throws {
            _ = try await world.given.write(by: world.happy.actor, at: world.after(minutes)) { work in
                try WithdrawApplication.run(world.id, saying: farewell, in: work)
            }
        }
        try await withdraw(4)
        #expect(try await world.read(by: .organisation).last == "withdrawn  ")
        #expect(try await world.undo(by: world.happy.actor, after: 5) == .undone)
        #expect(try await !world.read(by: .organisation).contains { $0.contains("withdrawn") || $0.contains("Geheim") })
        try await withdraw(6)
        try await world.given.work(until: world.after(20))
        #expect(try await world.read(by: .organisation).last == "withdrawn distance Geheim")
    }

    @Test(arguments: TestEngine.available)
    func aNoOfWhichSheDoesNotKnowTakesNothingFromHer(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        _ = try await world.given.decline(world.id, by: world.organisation.member)
        // To the same vacancy she has responded: there is one response, whatever is undone.
        let again = try await world.given.respond(
            "Nog eens", to: world.vacancy, as: world.happy.actor, at: world.after(1))
        if case .sent = again { Issue.record("two responses of one person to one vacancy") }
        #expect(try await world.given.withdraw(world.id, by: world.happy.actor, at: world.after(2)) == .withdrawn)
        try await world.given.work(until: world.after(30))
        #expect(try await world.given.count("mail", where: "kind = 'application_declined'") == 0)
        #expect(try await world.given.count("mail", where: "kind = 'application_withdrawn'") == 1)
        #expect(try await world.read(by: .volunteer).map { $0.prefix(9) }.last == "withdrawn")
    }

    /// What she wrote before she heard of the no was not read by who said it.
    @Test(arguments: TestEngine.available)
    func whoWritesBeforeSheHearsIsHeardFirst(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        _ = try await world.given.decline(world.id, by: world.organisation.member)
        #expect(
            try await world.given.write(
                "Ik kan ook op dinsdag", about: world.id, by: world.happy.actor, at: world.after(5)) == .sent)
        #expect(try await world.state() == "new")
        try await world.given.work(until: world.after(30))
        #expect(try await world.given.count("mail", where: "kind = 'application_declined'") == 0)
        // And hears that her no went nowhere.
        #expect(try await world.given.count("mail", where: "kind = 'application_answer_arrived'") == 0)
        #expect(try await world.given.count("mail", where: "kind = 'application_no_crossed'") == 1)
    }

    /// The first answer, taken back, was none: she waits as before, and it is counted as none.
    @Test(arguments: TestEngine.available)
    func anAnswerThatWasTakenBackIsNone(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let member = world.organisation.member
        _ = try await world.given.write("Verkeerde persoon", about: world.id, by: member)
        #expect(try await world.facts("answer") == 1)
        func takeBack() async throws {
            let messages = try await world.given.database.read { tx in
                try ApplicationQueries.messages(of: world.id, in: world.given.centre.id, tx)
            }
            let last = try #require(messages.last?.id)
            let outcome = try await world.given.write(by: member, at: world.after(2)) { work in
                try TakeBackMessage.run(last, about: world.id, in: work)
            }
            #expect(outcome == .done)
        }
        try await takeBack()
        #expect(try await (world.state(), world.facts("answer")) == ("new", 0))
        let waits = try await world.given.database.read { tx in
            try OrganisationActivity.waiting(of: world.organisation.id, in: world.given.centre, tx).map(\.application)
        }
        #expect(waits == [world.id], "who waits again stands where one looks")
        #expect(try await world.given.count("application", where: "answered_at is null") == 1)
        // A match likewise.
        guard case .created(let match) = try await world.given.match(world.id, by: member, at: world.after(3)) else {
            return
        }
        #expect(try await world.given.cancel(match, by: member, at: world.after(4)) == .cancelled)
        #expect(try await (world.state(), world.facts("answer"), world.facts("match")) == ("new", 0, 0))
        // With an answer before it, the conversation stays.
        _ = try await world.given.write("Goed idee", about: world.id, by: member, at: world.after(5))
        _ = try await world.given.write("Tot zo", about: world.id, by: member, at: world.after(6))
        try await takeBack()
        #expect(try await world.state() == "in_conversation")
    }

    /// Undone after midnight it is a figure of the day before that goes, and an archive by "we stop" is no answer.
    @Test(arguments: TestEngine.available)
    func midnightChangesNoFigure(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (given, member) = (world.given, world.organisation.member)
        // 23:55 in the Netherlands.
        let late = given.now.adding(.minutes(12 * 60 - 5))
        _ = try await given.decline(world.id, by: member, at: late)
        let undone = try await given.write(by: member, at: late.adding(.minutes(8))) { work in
            try UndoClosing.run(world.id, in: work)
        }
        #expect(undone == .undone)
        #expect(try await world.facts("answer") == 0)
        _ = try await given.write(by: member) { work in try ConfirmVacancies.run([world.vacancy: .stop], in: work) }
        #expect(try await world.facts("vacancy_confirmed") == 1)
        _ = try await given.write(by: member, at: world.after(3)) { work in
            try ArchiveVacancy.undo(world.vacancy, in: work)
        }
        #expect(try await world.facts("vacancy_confirmed") == 0)
    }

    /// Made and taken back again and again, each with a mail: three times a day is enough.
    @Test(arguments: TestEngine.available)
    func noMailboxIsFilledWithMatches(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        var outcomes: [String] = []
        for minute in 1...6 {
            let outcome = try await world.given.match(world.id, by: world.organisation.member, at: world.after(minute))
            guard case .created(let match) = outcome else {
                outcomes.append("\(outcome)")
                continue
            }
            _ = try await world.given.cancel(match, by: world.organisation.member, at: world.after(minute))
        }
        #expect(outcomes == ["tooOften", "tooOften", "tooOften"])
        #expect(try await world.given.count("mail", where: "kind = 'match_made_volunteer'") == 3)
    }

    /// Whoever notes thirty strangers sends ten of them a no at most, however an address is spelled.
    @Test(arguments: TestEngine.available)
    func notedNoesAreFew(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        for number in 1...14 {
            let id = try await world.given.noted(
                "Piet \(number)", email: "piet\(number)@mail.example", on: world.vacancy, by: world.organisation.member)
            let outcome = try await world.given.decline(id, by: world.organisation.member)
            #expect(outcome == (number <= 10 ? .declined : .declinedWithoutMail), "\(number)")
        }
        try await world.given.work(until: world.after(30))
        #expect(try await world.given.count("mail", where: "kind = 'application_declined'") <= 11)
    }

    /// "Something changed" without a change lifts nothing that sank, and a day's answers count once.
    @Test(arguments: TestEngine.available)
    func wordsLiftNothing(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (given, member) = (world.given, world.organisation.member)
        try await given.database.write { tx in
            try tx(
                """
                update vacancy set published_at = \(given.now.subtracting(.days(60))), asked_at = \(given.now.subtracting(.days(10))),
                    sunk_at = \(given.now.subtracting(.days(2)))
                """)
        }
        func say(_ answer: ConfirmVacancies.Answer) async throws -> ConfirmVacancies.Done {
            try await given.write(by: member) { work in try ConfirmVacancies.run([world.vacancy: answer], in: work) }
        }
        for _ in 1...3 { #expect(try await say(.changed).changed.count == 1) }
        #expect(try await given.find(world.vacancy)?.freshness.isSunk == true)
        for _ in 1...3 { #expect(try await say(.right).right == 1) }
        #expect(try await given.find(world.vacancy)?.freshness.isSunk == false)
        #expect(try await world.facts("vacancy_confirmed") == 1)
    }

    /// By time, not by number: an older response that led to a match after the no is something she found.
    @Test(arguments: TestEngine.available)
    func foundIsWhatCameAfterTheNo(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let (given, member) = (world.given, world.organisation.member)
        let older = world.id
        let later = try await given.application(
            of: world.happy, to: try await given.vacancy("Tweede", of: world.organisation))
        func listed(_ minutes: Int) async throws -> Int {
            try await given.write(by: given.desk, at: world.after(minutes)) { work in
                try ApplicationQueries.handedBack(in: work, page: Page(1)).total
            }
        }
        // A match of before says nothing about now.
        _ = try await given.match(later, by: member)
        _ = try await given.decline(older, by: member)
        try await given.work(until: world.after(12))
        #expect(try await listed(13) == 1)
        let third = try await given.application(
            of: world.happy, to: try await given.vacancy("Derde", of: world.organisation))
        _ = try await given.match(third, by: member, at: world.after(14))
        #expect(try await listed(15) == 0)
    }
}
