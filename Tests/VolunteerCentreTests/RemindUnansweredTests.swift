import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Nobody who responded is forgotten, and nobody hears the same twice.
@Suite struct RemindUnansweredTests {
    @Test(arguments: TestEngine.available)
    func theOrganisationHearsOnceAndInOneMail(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let cook = try await given.vacancy("Kok gezocht", of: organisation)
        let driver = try await given.vacancy("Chauffeur gezocht", of: organisation)
        _ = try await given.application(to: cook)
        _ = try await given.application(to: driver, at: given.now.adding(.hours(1)))
        try await given.remindUnanswered(at: given.now.adding(.days(6)))
        #expect(try await mails(given, "applications_waiting").isEmpty, "six days is not long")
        for day in 7...9 { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        let mail = try #require(try await mails(given, "applications_waiting").first)
        #expect(try await mails(given, "applications_waiting").count == 1)
        #expect(mail.contains("Kok gezocht (reactie van 21 november 2026, antwoord uiterlijk 5 december 2026)"))
        #expect(
            mail.contains("Chauffeur gezocht") && mail.contains("Antwoord zonder in te loggen"))
        #expect(!mail.contains("/actie/nee/"), "one button for both would answer somebody unread")
        #expect(!mail.contains("Piet") && !mail.contains("piet@"), "who it is stands on a page")
        #expect(
            try await given.count("automatic_act", where: "rule = 'application.reminded' and reason = '2026-12-05'")
                == 2)
    }

    @Test(arguments: TestEngine.available)
    func whoWaitedTooLongHearsWhatElseThereIs(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let cook = try await given.vacancy("Kok gezocht", of: organisation)
        let other = try await given.organisation("De Buren")
        let second = try await given.vacancy("Kok voor zondag", of: other)
        let third = try await given.vacancy("Kok voor maandag", of: other)
        _ = try await given.vacancy("Nog een kok", of: organisation)
        let guest = try await given.application(to: cook)
        let happy = try await given.volunteer()
        let hers = try await given.application(of: happy, to: cook)
        _ = try await given.application(of: happy, to: second)
        try await given.remindUnanswered(at: given.now.adding(.days(14)))
        #expect(try await mails(given, "application_overdue").isEmpty, "the promised day is not over")
        for day in 15...17 { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        let rows = try await given.rows("select * from mail where kind = 'application_overdue' order by id")
        #expect(
            try rows.map { try $0["to_address"] as String }.sorted() == [happy.email, happy.email, "piet@mail.example"])
        let text: String = try #require(rows.first { try $0["to_address"] == "piet@mail.example" })["text"]
        #expect(text.contains("Misschien is dit ook iets voor je") && text.contains("info@borne.example"))
        #expect(text.ranges(of: "/vacatures/").count == 2 && !text.contains("/vacatures/\(cook)-"))
        // What she responded to is not offered again.
        let own: String = try #require(
            rows.first {
                try $0["to_address"] == happy.email && ($0["text"] as String).contains("deze vacature:\nKok gezocht")
            })[
                "text"]
        #expect(!own.contains("/vacatures/\(second)-") && own.contains("/vacatures/\(third)-"))
        #expect(try await overdue(given).map(\.id).sorted { $0.number < $1.number }.prefix(2) == [guest, hers])
        // An answer takes it off the list; the timeline keeps why.
        #expect(
            try await given.write("Kom maandag!", about: hers, by: organisation.member, at: given.now.adding(.days(18)))
                == .sent)
        #expect(try await !overdue(given).map(\.id).contains(hers))
        let acts = try await given.database.read { tx in
            try AutomaticAct.history(of: "application", hers.number, in: given.centre.id, tx)
        }
        #expect(
            acts.map(\.rule) == [.reminded, .overdue]
                && acts.allSatisfy { $0.reason == "2026-12-05" && $0.version == 1 })
        #expect(try await given.texts("channel", of: "fact", where: "kind = 'answer'") == ["late"])
    }

    /// Every kind of answer.
    @Test(arguments: TestEngine.available)
    func anAnswerStopsTheClock(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let vacancy = try await given.vacancy(of: organisation)
        let written = try await given.application(of: happy, to: vacancy)
        let spoken = try await given.application(of: selma, to: vacancy)
        let called = try await given.application(to: vacancy)
        let declined = try await given.application(to: vacancy)
        let withdrawn = try await given.application(of: selma, to: try await given.vacancy("Tweede", of: organisation))
        _ = try await given.noted("Anna", phone: "0612345678", on: vacancy, by: organisation.member)
        let soon = given.now.adding(.days(2))
        _ = try await given.write("Dag!", about: written, by: organisation.member, at: soon)
        for id in [spoken, called] {
            let outcome = try await given.write(by: organisation.member, at: soon) { work in
                try NoteFollowUp.run(.called, id, in: work)
            }
            #expect(outcome == .done)
        }
        _ = try await given.decline(declined, by: organisation.member, at: soon)
        _ = try await given.withdraw(withdrawn, by: selma.actor, at: soon)
        for day in [7, 15, 40] { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await told(given) == [0, 0])
        #expect(
            try await given.texts("channel", of: "fact", where: "kind = 'answer'")
                == Array(repeating: "in_time", count: 4))
        #expect(try await given.count("application", where: "answered_at is not null") == 4)
        // Noted once; a message to somebody with an account is what says more.
        let again = try await given.write(by: organisation.member) { work in
            try NoteFollowUp.run(.takesPart, spoken, in: work)
        }
        #expect(again == .notFound)
    }

    @Test(arguments: TestEngine.available)
    func holidaysStopTheClockWhenTheyAreEnteredLate(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        let today = given.centre.today(given.now)
        for (from, to, actor) in [(3, 10, organisation.member), (8, 12, given.administrator)] {
            let outcome = try await given.write(by: actor, at: given.now.adding(.days(5))) { work in
                try ChangeHolidays.add(from: today.adding(days: from), to: today.adding(days: to), in: work)
            }
            #expect(outcome == .done)
        }
        // Two days before, ten that do not count: the seventh is day 17, the fourteenth day 24.
        for day in 1...16 { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await mails(given, "applications_waiting").isEmpty)
        try await given.remindUnanswered(at: given.now.adding(.days(17)))
        #expect(try await mails(given, "applications_waiting").count == 1)
        for day in 18...24 { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await overdue(given).isEmpty)
        try await given.remindUnanswered(at: given.now.adding(.days(25)))
        #expect(try await told(given) == [1, 1])
        #expect(try await overdue(given).count == 1)
    }

    /// A holiday that is taken away while it goes on ends the day before: days that were free stay so.
    @Test(arguments: TestEngine.available)
    func comingBackEarlyCountsFromThen(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let today = given.centre.today(given.now)
        _ = try await given.write(by: organisation.member) { work in
            try ChangeHolidays.add(from: today, to: today.adding(days: 20), in: work)
        }
        let later = given.now.adding(.days(5))
        let id = try await given.rows("select id from holiday").map { try $0["id"] as ID<Holiday> }[0]
        #expect(
            try await given.write(by: organisation.member, at: later) { work in try ChangeHolidays.remove(id, in: work)
            } == .done)
        let clock = try await given.database.read { tx in try ReplyClock.of(organisation.id, in: given.centre, tx) }
        #expect(clock.answerBy(today, within: 14) == today.adding(days: 18))
        #expect(
            try await given.write(by: organisation.member, at: later) { work in try ChangeHolidays.remove(id, in: work)
            } == .notFound)
    }

    /// Three months away: who responded on the first day of it hears everything in its time.
    @Test(arguments: TestEngine.available)
    func afterALongHolidayEverybodyIsStillTold(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        let today = given.centre.today(given.now)
        _ = try await given.write(by: organisation.member) { work in
            try ChangeHolidays.add(from: today, to: today.adding(days: 91), in: work)
        }
        for day in [90, 98] { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await told(given) == [1, 0])
        for day in [105, 106, 107] { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await told(given) == [1, 1])
    }

    /// After a year without the program nobody gets a mail about what she has forgotten; the centre sees it all.
    @Test(arguments: TestEngine.available)
    func aStoppedClockForgetsNobodyAndMailsNobodyLate(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let vacancy = try await given.vacancy(of: try await given.organisation())
        let old = try await given.application(to: vacancy)
        let year = given.now.adding(.days(365))
        for _ in 0..<2 { try await given.remindUnanswered(at: year) }
        #expect(try await overdue(given).map(\.id) == [old])
        #expect(try await told(given) == [0, 0])
    }

    /// Two workers at once, as after a restart.
    @Test(arguments: TestEngine.available)
    func twoAtOnceTellOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let vacancy = try await given.vacancy(of: try await given.organisation())
        for _ in 0..<3 { _ = try await given.application(to: vacancy) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await given.remindUnanswered(at: given.now.adding(.days(15))) } }
            try await group.waitForAll()
        }
        #expect(try await told(given) == [1, 3])
        #expect(try await given.count("automatic_act") == 6)
    }

    @Test(arguments: TestEngine.available)
    func suspendedOrganisationsAreNotRemindedAndTheirPeopleAreHelpedOn(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.application(to: try await given.vacancy(of: organisation))
        _ = try await given.write(by: given.administrator) { work in
            try SuspendOrganisation.run(organisation.id, reason: "Vragen", in: work)
        }
        for day in [8, 15] { try await given.remindUnanswered(at: given.now.adding(.days(day))) }
        #expect(try await told(given) == [0, 1])
        #expect(
            try await given.count("automatic_act", where: "rule = 'application.reminded'") == 0,
            "what nobody heard was not said")
    }

    /// Whatever the order of events and the mornings without the program.
    @Test(arguments: TestEngine.available, [UInt64](1...6))
    func whateverHappens(_ engine: TestEngine, _ seed: UInt64) async throws {
        let given = try await Given(engine, seed: seed)
        var random = SeededRandom(seed)
        let organisations = [try await given.organisation(), try await given.organisation("De Tweede")]
        var vacancies: [ID<Vacancy>] = []
        for organisation in organisations { vacancies.append(try await given.vacancy(of: organisation)) }
        var open: [ID<Application>: Int] = [:]
        for day in 0..<50 {
            let now = given.now.adding(.days(day))
            for _ in 0..<Int.random(in: 0...2, using: &random) where day < 45 {
                let place = Int.random(in: 0...1, using: &random)
                open[try await given.application(to: vacancies[place], at: now)] = place
            }
            if Int.random(in: 0..<6, using: &random) == 0 {
                let place = Int.random(in: 0...2, using: &random)
                let today = given.centre.today(now)
                let from = today.adding(days: Int.random(in: -2...4, using: &random))
                let to = max(today, from).adding(days: Int.random(in: 0...9, using: &random))
                _ = try await given.write(by: place < 2 ? organisations[place].member : given.administrator, at: now) {
                    try ChangeHolidays.add(from: from, to: to, in: $0)
                }
            }
            if let (id, place) = open.min(by: { $0.key.number < $1.key.number }),
                Int.random(in: 0..<4, using: &random) == 0
            {
                _ = try await given.decline(id, by: organisations[place].member, at: now)
                open[id] = nil
            }
            if Int.random(in: 0..<3, using: &random) > 0 { try await given.remindUnanswered(at: now) }
        }
        let end = given.now.adding(.days(50))
        try await given.remindUnanswered(at: end)
        let centre = try await given.centreNow()
        let left = open
        let listed = try await overdue(given).map(\.id)
        let late = try await given.database.read { tx in
            try left.filter { id, place in
                let clock = try ReplyClock.of(organisations[place].id, in: centre, tx)
                let sent = try ApplicationQueries.find(id, in: centre.id, tx).map { centre.today($0.createdAt) }
                return try #require(sent.map { clock.answerBy($0, within: 14) }) < centre.today(end)
            }
        }
        #expect(Set(late.keys).isSubset(of: listed), "nobody is forgotten")
        for rule in ["application.reminded", "application.overdue"] {
            let (all, each) = (
                try await given.count("automatic_act", where: "rule = \(rule)"),
                try await given.rows("select distinct subject_id from automatic_act where rule = \(rule)").count
            )
            #expect(all == each, "nobody is told twice: \(rule)")
        }
        #expect(
            try await given.count("mail", where: "kind = 'application_overdue'")
                == (try await given.count("automatic_act", where: "rule = 'application.overdue'")))
    }

    private func mails(_ given: Given, _ kind: String) async throws -> [String] {
        try await given.texts("text", of: "mail", where: "kind = \(kind)")
    }

    /// How many mails to organisations, and to who waited.
    private func told(_ given: Given) async throws -> [Int] {
        [try await mails(given, "applications_waiting").count, try await mails(given, "application_overdue").count]
    }

    private func overdue(_ given: Given) async throws -> [Application] {
        try await given.database.read { tx in
            try ApplicationQueries.overdue(in: given.centre.id, page: Page(1), tx).elements
        }
    }
}
