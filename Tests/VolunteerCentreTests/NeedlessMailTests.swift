import Composition
import GivenCentre
import Mail
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The mail server was away: what was settled meanwhile reminds nobody, and what nobody could hear has no consequence.
@Suite struct NeedlessMailTests {
    /// The mails of a kind that would still leave at that moment.
    private func owed(_ given: Given, _ kind: String, at now: Instant) async throws -> Int {
        try await given.database.read { tx in
            try Outbox.list(centre: given.centre.id.number, tx).filter { $0.kind == kind }
                .filter { try Capabilities.all.isOwed($0, now: now, tx) }.count
        }
    }

    @Test(arguments: TestEngine.available)
    func aReminderOfWhatWasAnsweredDoesNotLeave(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let first = try await given.application(of: happy, to: vacancy)
        let second = try await given.application(of: selma, to: vacancy)
        let late = given.now.adding(.days(15))
        try await given.remindUnanswered(at: given.now.adding(.days(8)))
        try await given.remindUnanswered(at: late)
        #expect(try await owed(given, "applications_waiting", at: late) == 1)
        #expect(try await owed(given, "application_overdue", at: late) == 2)
        #expect(try await given.write("Kom maandag!", about: first, by: organisation.member, at: late) == .sent)
        #expect(try await owed(given, "applications_waiting", at: late) == 1, "one still waits")
        #expect(try await owed(given, "application_overdue", at: late) == 1)
        #expect(try await given.write("Jij ook!", about: second, by: organisation.member, at: late) == .sent)
        #expect(try await owed(given, "applications_waiting", at: late) == 0)
        #expect(try await owed(given, "application_overdue", at: late) == 0)
    }

    @Test(arguments: TestEngine.available)
    func whoLeftIsNotReminded(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        let late = given.now.adding(.days(8))
        try await given.remindUnanswered(at: late)
        #expect(try await owed(given, "applications_waiting", at: late) == 1)
        try await given.database.write { tx in try tx("delete from organisation_member") }
        #expect(try await owed(given, "applications_waiting", at: late) == 0)
    }

    @Test(arguments: TestEngine.available)
    func aMessageThatWasAnsweredOrTakenBackRemindsNobody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let application = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        #expect(try await given.write("Dag!", about: application, by: organisation.member) == .sent)
        #expect(
            try await given.write("Wanneer?", about: application, by: happy.actor, at: given.now.adding(.days(1)))
                == .sent)
        let late = given.now.adding(.days(9))
        _ = try await given.write(by: .system(centre: given.centre), at: late) { work in try RemindUnread.run(in: work)
        }
        #expect(try await owed(given, "messages_waiting", at: late) == 1)
        #expect(try await given.write("Dinsdag", about: application, by: organisation.member, at: late) == .sent)
        #expect(try await owed(given, "messages_waiting", at: late) == 0)
    }

    /// Asked whether it is right: said so, taken off, or published anew since.
    @Test(
        arguments: TestEngine.available,
        ["confirmed", "offline", "published"])
    func aVacancyOfWhichItWasSaidIsNotAskedAbout(_ engine: TestEngine, _ change: String) async throws {
        let given = try await Given(engine)
        _ = try await given.vacancy(of: try await given.organisation())
        let later = given.now.adding(.days(43))
        _ = try await given.write(by: .system(centre: given.centre), at: later) { work in try AskIfRight.run(in: work) }
        #expect(try await owed(given, "vacancies_asked", at: later) == 1)
        // While the question waits nothing sinks for want of an answer.
        let weeks = later.adding(.days(30))
        func sink() async throws -> Int {
            _ = try await given.write(by: .system(centre: given.centre), at: weeks) { work in
                try SinkUnconfirmed.run(in: work)
            }
            return try await given.count("vacancy", where: "sunk_at is not null")
        }
        #expect(try await sink() == 0, "nobody could have heard the question")
        try await given.database.write { tx in
            let soon = weeks.subtracting(.days(1))
            switch change {
            case "confirmed": try tx("update vacancy set confirmed_at = \(soon)")
            case "offline": try tx("update vacancy set state = 'offline'")
            default: try tx("update vacancy set published_at = \(soon)")
            }
        }
        #expect(try await owed(given, "vacancies_asked", at: weeks) == 0)
        try await given.database.write { tx in
            try tx("update mail set state = 'sent', sent_at = \(later) where kind = 'vacancies_asked'")
            try tx("update vacancy set state = 'published', confirmed_at = null, published_at = \(given.now)")
        }
        #expect(try await sink() == 1)
    }

    /// Whatever the order of a no, taking it back, and a mail server that comes and goes: who waits in the end has heard once that she
    /// waited too long, and nobody hears it twice or of an answer that she has.
    @Test(arguments: TestEngine.available, [UInt64](1...8))
    func whateverTheOrder(_ engine: TestEngine, _ seed: UInt64) async throws {
        let given = try await Given(engine, seed: seed)
        var random = SeededRandom(seed)
        let organisation = try await given.organisation()
        let id = try await given.application(
            of: try await given.volunteer(), to: try await given.vacancy(of: organisation))
        var isUp = true
        for day in 1...40 {
            let now = given.now.adding(.days(day))
            if Int.random(in: 0..<3, using: &random) == 0 { isUp.toggle() }
            if Int.random(in: 0..<2, using: &random) == 0 { try await given.remindUnanswered(at: now) }
            if Int.random(in: 0..<4, using: &random) == 0 {
                _ = try await given.decline(id, by: organisation.member, at: now)
                if isUp { try await deliver(given, at: now.adding(.minutes(2))) }
                _ = try await given.write(by: organisation.member, at: now.adding(.minutes(5))) { work in
                    try UndoClosing.run(id, in: work)
                }
            }
            try await deliver(given, at: now.adding(.hours(1)), isUp: isUp)
        }
        let end = given.now.adding(.days(41))
        try await given.remindUnanswered(at: end)
        try await deliver(given, at: end)
        let overdue = try await given.texts("state", of: "mail", where: "kind = 'application_overdue'")
        #expect(overdue == ["sent"])
        #expect(try await given.texts("state", of: "application", where: "id = \(id)") == ["new"])
        #expect(try await given.count("mail", where: "kind = 'applications_waiting'") <= 1)
    }

    /// The hour's look at what is needed again, and the worker's at what waits.
    private func deliver(_ given: Given, at now: Instant, isUp: Bool = true) async throws {
        try await given.database.write { tx in
            try NeedlessMails.revive(now: now, isOwed: Capabilities.all.isOwed, tx)
            guard isUp else { return }
            for mail in try Outbox.list(centre: given.centre.id.number, state: .waiting, pageSize: 500, tx) {
                let state = try Capabilities.all.isOwed(mail, now: now, tx) ? "sent" : "needless"
                try tx("update mail set state = \(state), sent_at = \(now) where id = \(mail.id)")
            }
        }
    }
}
