import Composition
import GivenCentre
import Jobs
import Localisation
import SQL
import TestSupport
import Testing
import Time

@testable import VolunteerCentre

/// A no and a withdrawal: with a reason of the list, told ten minutes later, undone until then, and nobody is let go.
@Suite struct ClosingTests {
    private func letters(_ given: Given, _ kind: String = "application_declined") async throws -> [String] {
        try await given.texts("text", of: "mail", where: "kind = \(kind)")
    }

    private func undo(_ id: ID<Application>, by actor: Actor, at instant: Instant, in given: Given) async throws
        -> UndoClosing.Outcome
    {
        try await given.write(by: actor, at: instant) { work in try UndoClosing.run(id, in: work) }
    }

    @Test(arguments: TestEngine.available)
    func theLetterHasAReasonOtherVacanciesAndComesLater(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.application(to: try await given.vacancy("Kok gezocht", of: organisation))
        _ = try await given.vacancy("Koken bij de buren", of: try await given.organisation("De Buren"))
        _ = try await given.vacancy("Tweede kok", of: organisation)
        #expect(try await given.decline(id, by: organisation.member, because: .times) == .declined)
        try await given.work(until: given.now.adding(.minutes(10)))
        #expect(try await letters(given).isEmpty)
        for _ in 1...2 { try await given.work() }
        let told = try await letters(given)
        #expect(
            told.count == 1 && told[0].contains("De dagen en tijden passen niet bij wanneer jij kunt.\n\nHelaas, vol."))
        #expect(told[0].contains("Koken bij de buren") && !told[0].contains("Tweede kok"), "others than who said no")
        #expect(told[0].contains("/actie/") && told[0].contains("info@borne.example"))
        #expect(try await given.texts("channel", of: "fact", where: "kind = 'declined'") == ["times"])
    }

    @Test(arguments: TestEngine.available)
    func undoneItNeverWas(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.application(to: try await given.vacancy(of: organisation))
        _ = try await given.decline(id, by: organisation.member)
        #expect(try await given.count("fact", where: "kind = 'answer'") == 1)
        let stranger = try await given.organisation("De Ander").member
        let last = given.now.adding(.seconds(10 * 60 - 1))
        #expect(try await undo(id, by: stranger, at: last, in: given) == .notFound)
        #expect(try await undo(id, by: organisation.member, at: last, in: given) == .undone)
        #expect(try await undo(id, by: organisation.member, at: last, in: given) == .already)
        try await given.work(until: given.now.adding(.days(1)))
        #expect(try await letters(given).isEmpty)
        #expect(try await given.count("fact", where: "kind in ('answer', 'declined')") == 0)
        #expect(
            try await given.count(
                "application", where: "state = 'new' and answered_at is null and handed_back_at is null")
                == 1)
        // It waits again, and its clock ran on.
        try await given.remindUnanswered(at: given.now.adding(.days(8)))
        #expect(try await given.count("mail", where: "kind = 'applications_waiting'") == 1)
        // And a no after all is one letter.
        let later = given.now.adding(.days(9))
        #expect(try await given.decline(id, by: organisation.member, because: .stopped, at: later) == .declined)
        try await given.work(until: later.adding(.minutes(11)))
        #expect(try await letters(given).count == 1)
        #expect(try await undo(id, by: organisation.member, at: later.adding(.minutes(12)), in: given) == .tooLate)
        #expect(try await given.count("application", where: "state = 'declined'") == 1)
    }

    /// The worker and thirty people press at the same moment: gone or undone, never both.
    @Test func goneOrUndone() async throws {
        for round in 0..<4 {
            let given = try await Given(.postgres, seed: UInt64(round + 1))
            let organisation = try await given.organisation()
            let vacancy = try await given.vacancy(of: organisation)
            var ids: [ID<Application>] = []
            for _ in 1...10 {
                let id = try await given.application(to: vacancy)
                _ = try await given.decline(id, by: organisation.member)
                ids.append(id)
            }
            let due = given.now.adding(.seconds(10 * 60 + 30))
            let undone = try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    try await given.work(until: due)
                    return 0
                }
                for id in ids {
                    for _ in 1...3 {
                        group.addTask {
                            try await given.write(by: organisation.member, at: due) { work in
                                try UndoClosing.run(id, in: work) == .undone ? 1 : 0
                            }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            let gone = try await given.count("fact", where: "kind = 'declined'")
            #expect(gone + undone == 10, "\(gone) gone, \(undone) undone")
            #expect(try await given.count("application", where: "state = 'declined'") == gone)
        }
    }

    @Test(arguments: TestEngine.available)
    func withdrawingSaysWhyAndCanBeUndone(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        func withdraw(at instant: Instant) async throws -> WithdrawApplication.Outcome {
            try await given.write(by: happy.actor, at: instant) { work in
                try WithdrawApplication.run(
                    id, saying: .init(cause: .distance, words: "Jammer.", wantsHelp: true), in: work)
            }
        }
        #expect(try await withdraw(at: given.now) == .withdrawn)
        #expect(try await undo(id, by: organisation.member, at: given.now, in: given) == .tooLate, "not theirs")
        #expect(try await undo(id, by: happy.actor, at: given.now, in: given) == .undone)
        try await given.work()
        #expect(try await letters(given, "application_withdrawn").isEmpty)
        #expect(try await given.count("application", where: "state = 'new' and handed_back_at is null") == 1)
        #expect(try await withdraw(at: given.now.adding(.hours(1))) == .withdrawn)
        try await given.work(until: given.now.adding(.hours(2)))
        let told = try await letters(given, "application_withdrawn")
        #expect(told.count == 1 && !told[0].contains("te ver"), "why stands behind the log-in")
        let step = try await given.database.read { tx in
            try StateChange.history(of: "application", id.number, in: given.centre.id, tx).last
        }
        #expect(step?.cause == "distance" && step?.reason == "Jammer.")
        #expect(try await given.texts("channel", of: "fact", where: "kind = 'withdrawn'") == ["distance"])
        #expect(try await handedBack(in: given, at: given.now.adding(.hours(2))) == ["Happy Unjani"])
    }

    private func handedBack(in given: Given, at instant: Instant) async throws -> [String] {
        try await given.write(by: given.desk, at: instant) { work in
            try ApplicationQueries.handedBack(in: work, page: Page(1)).elements.map(\.name)
        }
    }

    /// Handed back after the letter, and off the list when she is helped, finds something, refuses, or four weeks have passed.
    @Test(arguments: TestEngine.available)
    func nobodyIsLetGo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy("Kok gezocht", of: organisation)
        let happy = try await given.volunteer()
        let own = try await given.application(of: happy, to: vacancy)
        var byPhone = given.response("Anna", email: "")
        byPhone.phone = "074 123 45 67"
        let guest = try await given.respond(byPhone, to: vacancy)
        guard case .sent(let called) = guest else { throw Given.Unexpected(guest) }
        let noted = try await given.noted("Bram", phone: "074 765 43 21", on: vacancy, by: organisation.member)
        for id in [own, called, noted] { _ = try await given.decline(id, by: organisation.member) }
        #expect(try await handedBack(in: given, at: given.now).isEmpty, "not while it can be undone")
        try await given.work()
        let later = given.now.adding(.hours(1))
        #expect(try await handedBack(in: given, at: later) == ["Happy Unjani", "Anna"], "whom Bram called is not us")
        let refuse = { (actor: Actor) in
            try await given.write(by: actor, at: later) { work in try HandBack.refuse(own, in: work) }
        }
        #expect(try await refuse(try await given.volunteer("Selma Yildiz").actor) == .notFound)
        // She finds something herself.
        let found = try await given.vacancy("Elders", of: organisation)
        _ = try await given.respond(to: found, as: happy.actor, at: later)
        #expect(try await handedBack(in: given, at: later) == ["Anna"])
        #expect(try await refuse(happy.actor) == .done)
        #expect(try await refuse(happy.actor) == .already)
        let helped = { (actor: Actor) in
            try await given.write(by: actor, at: later) { work in try HandBack.helped(called, in: work) }
        }
        #expect(try await handedBack(in: given, at: given.now.adding(.days(29))).isEmpty)
        #expect(try await helped(organisation.member) == .notFound)
        #expect(try await helped(given.stranger) == .notFound)
        #expect(try await helped(given.desk) == .done)
        #expect(try await helped(given.desk) == .already)
        #expect(try await handedBack(in: given, at: later).isEmpty)
    }

    /// What is erased within the ten minutes is told first: nobody can undo it any more.
    @Test(arguments: TestEngine.available)
    func erasingTellsFirst(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let id = try await given.application(to: vacancy)
        _ = try await given.decline(id, by: organisation.member)
        #expect(try await given.delete(vacancy, by: organisation.member))
        #expect(try await letters(given).count == 1)
        let happy = try await given.volunteer()
        let left = try await given.application(of: happy, to: try await given.vacancy("Tweede", of: organisation))
        _ = try await given.withdraw(left, by: happy.actor)
        _ = try await given.write(by: happy.actor) { work in try LeaveCentre.run(in: work) }
        try await given.work(until: given.now.adding(.days(1)))
        #expect(try await letters(given, "application_left").count == 1, "a mail whose button leads somewhere")
        #expect(try await letters(given).count == 1)
    }

    /// A message within the ten minutes takes up the conversation: the letter that waited would be wrong.
    @Test(arguments: TestEngine.available)
    func whoWritesOnSendsNoNo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        _ = try await given.decline(id, by: organisation.member)
        #expect(try await given.write("Toch, kom je dinsdag?", about: id, by: organisation.member) == .sent)
        try await given.work(until: given.now.adding(.days(1)))
        #expect(try await letters(given).isEmpty)
        #expect(try await letters(given, "application_withdrawn").isEmpty)
        #expect(try await handedBack(in: given, at: given.now.adding(.days(1))).isEmpty)
    }

    /// Whatever is pressed, in whatever order and with whatever downtime: a letter for each no that stood for ten minutes.
    @Test(arguments: TestEngine.available, [UInt64(3), 17])
    func aLetterForEachNoThatStood(_ engine: TestEngine, _ seed: UInt64) async throws {
        let given = try await Given(engine, seed: seed)
        var random = SeededRandom(seed)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        var (now, due): (Instant, Instant?) = (given.now, nil)
        var (expected, isOpen) = (0, true)
        for _ in 1...60 {
            now = now.adding(.seconds(Int.random(in: 1...400, using: &random)))
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                guard try await given.decline(id, by: organisation.member, at: now) == .declined, isOpen else {
                    continue
                }
                (isOpen, due) = (false, now.adding(.seconds(630)))
            case 1:
                let outcome = try await undo(id, by: organisation.member, at: now, in: given)
                #expect((outcome == .undone) == (due != nil))
                if outcome == .undone { (isOpen, due) = (true, nil) }
            default:
                try await given.work(until: now)
                if let mark = due, mark <= now { (expected, due) = (expected + 1, nil) }
                if !isOpen, due == nil {
                    _ = try await given.write("Toch \(now.milliseconds)", about: id, by: organisation.member, at: now)
                    isOpen = true
                }
            }
            #expect(try await letters(given).count == expected)
        }
        #expect(expected > 0)
    }
}
