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
}
