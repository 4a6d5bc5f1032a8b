import Composition
import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What a volunteer keeps, what comes of it by mail, and how she leaves.
@Suite struct KeepingTests {
    @Test(arguments: TestEngine.available)
    func newVacanciesAreMailedOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        _ = try await given.vacancy("Chauffeur van vroeger", of: organisation, at: given.now.subtracting(.days(2)))
        var question = VacancyQuestion()
        question.words = "chauffeur"
        let kept = try await given.keepSearch(question, by: happy.actor)
        #expect(try await given.keepSearch(question, .weekly, by: happy.actor) == kept, "the same question is one")
        _ = try await given.keepSearch(question, .daily, by: happy.actor)
        _ = try await given.keepSearch(question, .never, by: selma.actor)
        let tomorrow = given.now.adding(.days(1))
        try await given.mailSearchNews(at: tomorrow)
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 0, "what was there is not new")

        let new = try await given.vacancy("Chauffeur gezocht", of: organisation, at: tomorrow.adding(.hours(1)))
        _ = try await given.vacancy("Kok gezocht", of: organisation, at: tomorrow.adding(.hours(1)))
        try await given.mailSearchNews(at: tomorrow.adding(.hours(2)))
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 0, "once a day is enough")
        for day in 2...4 { try await given.mailSearchNews(at: given.now.adding(.days(day))) }
        let mails = try await given.texts("text", of: "mail", where: "kind = 'search_news'")
        #expect(mails.count == 1, "never twice")
        let mail = try #require(mails.first)
        #expect(mail.contains("Chauffeur gezocht") && mail.contains("/vacatures/\(new)-chauffeur-gezocht"))
        #expect(!mail.contains("vroeger") && !mail.contains("Kok"))
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'search_news'") == [happy.email])

        // Who pauses is left in peace; afterwards she hears of what came meanwhile.
        let later = given.now.adding(.days(5))
        let until = given.centre.today(given.now.adding(.days(8)))
        try await given.database.write { tx in
            try tx("update volunteer set paused_until = \(until) where id = \(happy.id)")
        }
        _ = try await given.vacancy("Chauffeur voor zondag", of: organisation, at: later)
        for day in 6...8 { try await given.mailSearchNews(at: given.now.adding(.days(day))) }
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 1)
        try await given.mailSearchNews(at: given.now.adding(.days(9)))
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 2)
    }

    @Test(arguments: TestEngine.available)
    func aLinkStopsTheMails(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        var answers = Answers()
        answers[.interest] = ["zorg"]
        try await given.keep(answers, by: happy.actor)
        let search = try await given.keepSearch(nil, .weekly, by: happy.actor)
        _ = try await given.vacancy("Kok", of: organisation, at: given.now.adding(.hours(1)))
        try await given.mailSearchNews(at: given.now.adding(.days(6)))
        #expect(try await given.count("mail", where: "kind = 'suggestion_news'") == 0, "a week has seven days")
        try await given.mailSearchNews(at: given.now.adding(.days(7)))
        #expect(try await given.count("mail", where: "kind = 'suggestion_news'") == 1)
        let token = try #require(try await given.texts("secret", of: "mail", where: "kind = 'suggestion_news'").first)
        func stop(_ centre: Centre) async throws -> Bool {
            try await given.write(by: .visitor(centre: centre), at: given.now.adding(.days(8))) { work in
                try StopSearchByLink.run(token, in: work)
            }
        }
        #expect(try await !stop(given.other))
        #expect(try await stop(given.centre))
        #expect(try await !stop(given.centre), "used once")
        let row = try await given.rows("select frequency from saved_search where id = \(search)").first
        #expect(try row?["frequency"] == "never")
        _ = try await given.vacancy("Nog een kok", of: organisation, at: given.now.adding(.days(9)))
        try await given.mailSearchNews(at: given.now.adding(.days(30)))
        #expect(try await given.count("mail", where: "kind = 'suggestion_news'") == 1)
    }

    @Test(arguments: TestEngine.available)
    func onlyWhatVisitorsSeeIsKept(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let open = try await given.vacancy("Kok", of: organisation)
        #expect(try await given.keep(open, by: happy.actor) == .kept)
        #expect(try await given.keep(open, by: happy.actor) == .kept, "twice is once")
        #expect(try await given.count("favourite") == 1)
        #expect(try await given.keep(given.queuedVacancy(of: organisation), by: happy.actor) == .notFound)
        #expect(try await given.keep(open, by: organisation.member) == .notFound)
        let stranger = try await given.volunteer("Ver Weg", in: given.other)
        #expect(try await given.keep(open, by: stranger.actor) == .notFound)
        let letGo = try await given.write(by: selma.actor) { work in
            try KeepVacancy.letGo(open, in: work)
        }
        #expect(!letGo, "hers alone")
        try await given.archive(open, by: organisation.member)
        let list = try await given.database.read { tx in
            try Favourite.list(
                of: happy.id, in: given.centre, today: given.centre.today(given.now), page: Page(1), tx)
        }
        #expect(list.elements.map(\.isOpen) == [false] && list.total == 1, "closed, and still there")
    }

    @Test(arguments: TestEngine.available)
    func theRecordHoldsAllAndLeavingErasesAll(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let vacancy = try await given.vacancy("Kok", of: organisation)
        let (matched, open) = (
            try await given.vacancy("Gastvrouw", of: organisation),
            try await given.vacancy("Chauffeur", of: organisation)
        )
        _ = try await given.match(
            try await given.application(of: happy, to: matched), by: organisation.member)
        _ = try await given.write("Kom je dinsdag?", about: ID(1), by: organisation.member)
        _ = try await given.application(of: happy, to: open)
        _ = try await given.keep(vacancy, by: happy.actor)
        _ = try await given.keep(vacancy, by: selma.actor)
        var question = VacancyQuestion()
        question.words = "piano"
        _ = try await given.keepSearch(question, by: happy.actor)
        var answers = Answers()
        answers[.interest] = ["muziek"]
        try await given.keep(answers, by: happy.actor)
        let json = try await given.database.read { tx in
            let volunteer = try VolunteerQueries.find(happy.id, in: given.centre.id, tx)
            guard let volunteer else { throw Given.Unexpected("no volunteer") }
            let record = try PersonalRecord.of(volunteer, in: given.centre, tx)
            return String(decoding: try record.json(madeAt: given.now, at: given.centre), as: UTF8.self)
        }
        for text in [
            "Happy Unjani", happy.email, "Kok", "Gastvrouw", "Chauffeur", "Kom je dinsdag?", "piano", "muziek",
            "volunteer.registered",
        ] { #expect(json.contains(text), "\(text) is missing") }
        #expect(!json.contains("Selma") && !json.contains("password"))

        let loss = try await given.database.read { tx in try LeaveCentre.preview(happy.id, in: given.centre.id, tx) }
        #expect(loss.responses == 2 && loss.matches == 1 && loss.favourites == 1 && loss.searches == 1)
        #expect(!loss.keepsLogIn)
        func leave(_ actor: Actor) async throws -> Bool {
            try await given.write(by: actor) { work in
                try LeaveCentre.run(in: work)
            }
        }
        #expect(try await !leave(organisation.member))
        #expect(try await leave(happy.actor))
        for table in ["volunteer_answer", "saved_search", "match", "application"] {
            #expect(try await given.count(table) == 0, "\(table) keeps something")
        }
        #expect(try await given.count("favourite") == 1, "Selma keeps hers")
        #expect(try await given.count("account", where: "email = \(happy.email)") == 0)
        for kind in ["match_left", "application_left"] {
            let told = try await given.texts("text", of: "mail", where: "kind = \(kind)")
            #expect(told.count == 1 && !told[0].contains("Happy"), "\(kind)")
        }
    }
}
