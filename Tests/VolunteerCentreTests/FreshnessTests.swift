import GivenCentre
import SQL
import TestSupport
import Testing
import Time

@testable import VolunteerCentre

/// *Klopt dit nog?*: asked every six weeks in one mail, sunk after a week of silence, offline only where the centre chose so.
@Suite struct FreshnessTests {
    private func ask(_ given: Given, at instant: Instant) async throws {
        _ = try await given.write(by: .system(centre: given.centre), at: instant) { work in try AskIfRight.run(in: work)
        }
    }

    private func sink(_ given: Given, at instant: Instant) async throws {
        let centre = try await given.centreNow()
        try await given.mailLeaves(at: instant)
        _ = try await given.write(by: .system(centre: centre), at: instant) { work in try SinkUnconfirmed.run(in: work)
        }
    }

    private func answer(
        _ answers: [ID<Vacancy>: ConfirmVacancies.Answer], by actor: Actor, at instant: Instant, in given: Given
    ) async throws -> ConfirmVacancies.Done {
        try await given.write(by: actor, at: instant) { work in try ConfirmVacancies.run(answers, in: work) }
    }

    private func titles(_ given: Given, at instant: Instant) async throws -> [String] {
        try await given.found(at: instant).cards.elements.map(\.title)
    }

    @Test(arguments: TestEngine.available)
    func oneMailForAllAndNoneTwice(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let old = given.now.subtracting(.days(50))
        for title in ["Kok gezocht", "Chauffeur"] { _ = try await given.vacancy(title, of: organisation, at: old) }
        _ = try await given.vacancy("Gloednieuw", of: organisation, at: given.now.subtracting(.days(2)))
        _ = try await given.vacancy("Van een ander", of: try await given.organisation("De Ander"), at: old)
        for hour in 0..<3 { try await ask(given, at: given.now.adding(.hours(hour * 24))) }
        let mails = try await given.texts("text", of: "mail", where: "kind = 'vacancies_asked'")
        #expect(mails.count == 2, "one to each organisation, whatever the number of mornings")
        #expect(mails[0].contains("Kok gezocht\nChauffeur") && !mails[0].contains("Gloednieuw"), "\(mails[0])")
        #expect(try await given.count("automatic_act", where: "rule = 'vacancy.asked'") == 3)
        // Six weeks on, again.
        try await ask(given, at: given.now.adding(.days(43)))
        #expect(try await given.count("mail", where: "kind = 'vacancies_asked'") == 4)
    }

    @Test(arguments: TestEngine.available)
    func silenceSinksAndAWordLifts(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let first = try await given.vacancy("Kok gezocht", of: organisation, at: given.now.subtracting(.days(43)))
        _ = try await given.vacancy(
            "Ouder", of: try await given.organisation("Elders"), at: given.now.subtracting(.days(60)))
        try await ask(given, at: given.now)
        _ = try await answer([:], by: organisation.member, at: given.now, in: given)
        // The other answers at once.
        try await given.database.write { tx in
            try tx("update vacancy set confirmed_at = \(given.now.adding(.hours(1))) where title = 'Ouder'")
        }
        try await sink(given, at: given.now.adding(.days(7)))
        #expect(
            try await titles(given, at: given.now.adding(.days(7))) == ["Kok gezocht", "Ouder"], "a week is theirs")
        for day in 8...10 { try await sink(given, at: given.now.adding(.days(day))) }
        #expect(try await titles(given, at: given.now.adding(.days(8))) == ["Ouder", "Kok gezocht"])
        #expect(try await given.count("automatic_act", where: "rule = 'vacancy.sunk'") == 1)
        try await sink(given, at: given.now.adding(.days(40)))
        #expect(
            try await given.count("vacancy", where: "state = 'published'") == 2,
            "offline only where the centre chose so")
        let later = given.now.adding(.days(41))
        #expect(try await answer([first: .right], by: organisation.member, at: later, in: given).right == 1)
        #expect(try await titles(given, at: later) == ["Kok gezocht", "Ouder"])
        #expect(try await given.find(first)?.freshness.confirmedAt == later)
        #expect(try await given.texts("channel", of: "fact", where: "kind = 'vacancy_confirmed'") == ["right"])
    }

    @Test(arguments: TestEngine.available)
    func eachAnswerDoesWhatItSays(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let other = try await given.organisation("De Ander")
        var ids: [ID<Vacancy>] = []
        for title in ["Een", "Twee", "Drie", "Vier"] {
            ids.append(try await given.vacancy(title, of: organisation, at: given.now.subtracting(.days(50))))
        }
        let theirs = try await given.vacancy("Niet van ons", of: other, at: given.now.subtracting(.days(50)))
        try await ask(given, at: given.now)
        let now = given.now.adding(.hours(2))
        let answers: [ID<Vacancy>: ConfirmVacancies.Answer] = [
            ids[0]: .right, ids[1]: .changed, ids[2]: .filled, ids[3]: .stop, theirs: .stop,
        ]
        let done = try await answer(answers, by: organisation.member, at: now, in: given)
        #expect(done.right == 1 && done.changed.map(\.id) == [ids[1]] && done.filled.map(\.vacancy.id) == [ids[2]])
        #expect(done.stopped.map(\.vacancy.id) == [ids[3]])
        #expect(
            try await given.texts("state", of: "vacancy") == [
                "published", "published", "offline", "archived", "published",
            ])
        // Pressed twice: nothing more happens to what is not online.
        let again = try await answer([ids[2]: .filled, ids[3]: .stop], by: organisation.member, at: now, in: given)
        #expect(again.gone == 2 && again.filled.isEmpty)
        // Who said that it changed has a week to change it.
        try await sink(given, at: given.now.adding(.days(7)))
        #expect(try await given.find(ids[1])?.freshness.isSunk == false)
        try await sink(given, at: given.now.adding(.days(9)))
        #expect(try await given.find(ids[1])?.freshness.isSunk == true)
        let visitor = Actor.visitor(centre: given.centre)
        #expect(try await answer([ids[0]: .stop], by: visitor, at: now, in: given) == .init())
    }

    @Test(arguments: TestEngine.available)
    func theCentreMayTakeThemOffline(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation, at: given.now.subtracting(.days(50)))
        try await given.database.write { tx in try tx("update centre set unconfirmed_goes_offline = true") }
        try await ask(given, at: given.now)
        for day in 1...21 { try await sink(given, at: given.now.adding(.days(day))) }
        #expect(try await given.find(id)?.state == .published)
        for day in 22...24 { try await sink(given, at: given.now.adding(.days(day))) }
        #expect(try await given.find(id)?.state == .offline)
        let mails = try await given.texts("text", of: "mail", where: "kind = 'vacancy_unconfirmed'")
        #expect(mails.count == 1 && mails[0].contains("kregen geen antwoord"))
        #expect(try await given.count("automatic_act", where: "rule = 'vacancy.unconfirmed'") == 1)
        // One click brings it back, and it is asked again in six weeks.
        let secret = try await given.secret(of: "vacancy_unconfirmed", to: organisation.email)
        let back = try await given.write(by: .visitor(centre: given.centre), at: given.now.adding(.days(25))) { work in
            try ReactivateByLink.run(secret, in: work)
        }
        #expect(back == .published)
        try await sink(given, at: given.now.adding(.days(60)))
        #expect(try await given.find(id)?.freshness.isSunk == false)
    }

    /// Holidays stand outside the week, and nobody is asked while she is away.
    @Test(arguments: TestEngine.available)
    func holidaysStopTheClock(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation, at: given.now.subtracting(.days(50)))
        let today = given.centre.today(given.now)
        func away(_ begins: Int, _ ends: Int) async throws {
            let (first, last) = (today.adding(days: begins), today.adding(days: ends))
            try await given.database.write { tx in
                try tx(
                    """
                    insert into holiday (centre_id, organisation_id, begins_on, ends_on, created_at)
                    values (\(given.centre.id), \(organisation.id), \(first), \(last), \(given.now))
                    """)
            }
        }
        try await away(-2, 1)
        try await ask(given, at: given.now)
        #expect(try await given.count("mail", where: "kind = 'vacancies_asked'") == 0)
        try await ask(given, at: given.now.adding(.days(2)))
        #expect(try await given.count("mail", where: "kind = 'vacancies_asked'") == 1)
        try await away(4, 23)
        try await sink(given, at: given.now.adding(.days(20)))
        #expect(try await given.find(id)?.freshness.isSunk == false)
        try await sink(given, at: given.now.adding(.days(31)))
        #expect(try await given.find(id)?.freshness.isSunk == true)
    }

    /// Whatever the order of questions, answers and downtimes: never asked twice in six weeks, never sunk within a week of a word.
    @Test(arguments: TestEngine.available, [UInt64(5), 23])
    func neverTwiceAndNeverTooSoon(_ engine: TestEngine, _ seed: UInt64) async throws {
        let given = try await Given(engine, seed: seed)
        var random = SeededRandom(seed)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation, at: given.now.subtracting(.days(30)))
        var (now, word, asked): (Instant, Instant, [Instant]) = (given.now, given.now.subtracting(.days(30)), [])
        for _ in 1...60 {
            now = now.adding(.hours(Int.random(in: 1...120, using: &random)))
            switch Int.random(in: 0..<20, using: &random) {
            case 0:
                _ = try await answer([id: .right], by: organisation.member, at: now, in: given)
                word = now
            case 1...12:
                let before = try await given.count("mail", where: "kind = 'vacancies_asked'")
                try await ask(given, at: now)
                if try await given.count("mail", where: "kind = 'vacancies_asked'") > before { asked.append(now) }
            default: try await sink(given, at: now)
            }
            let isSunk = try await given.find(id)?.freshness.isSunk == true
            if isSunk {
                let question = try #require(asked.first { $0 > word })
                #expect(question > word && now > question.adding(.days(7)))
            }
        }
        for (one, next) in zip(asked, asked.dropFirst()) { #expect(one.adding(.days(42)) < next) }
        #expect(!asked.isEmpty)
    }
}
