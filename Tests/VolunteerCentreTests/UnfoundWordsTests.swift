import Composition
import GivenCentre
import Jobs
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Words that found nothing: readable from the third different day on, of nobody, for two months at most.
@Suite struct UnfoundWordsTests {
    private let secret = Array("secret".utf8)

    private func ask(_ word: String, day: Int, in given: Given, centre: Centre? = nil) async throws {
        let secret = secret
        try await given.write(by: .visitor(centre: centre ?? given.centre), at: given.now.adding(.days(day))) { work in
            try UnfoundWords.record([word], secret: secret, in: work)
        }
    }

    private func readable(_ given: Given, day: Int = 0) async throws -> [String: Int] {
        let words = try await given.write(by: given.administrator, at: given.now.adding(.days(day))) { work in
            try UnfoundWords.readable(in: work)
        }
        return Dictionary(uniqueKeysWithValues: words.map { ($0.word, $0.days) })
    }

    @Test(arguments: TestEngine.available)
    func threeDaysMakeAWordReadable(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        for _ in 1...5 { try await ask("xylofoon", day: 0, in: given) }
        try await ask("xylofoon", day: 1, in: given)
        #expect(try await readable(given, day: 1).isEmpty)
        // Until then nothing of it stands anywhere.
        let stored = try await given.contents()
        #expect(!stored.values.contains { $0.contains("xylofoon") })
        for day in [0, 1, 2] { try await ask("xylofoon", day: day, in: given, centre: given.other) }
        #expect(try await readable(given, day: 2).isEmpty, "each centre learns of its own visitors")
        try await ask("xylofoon", day: 2, in: given)
        #expect(try await readable(given, day: 2) == ["xylofoon": 3])
        // No numbers, addresses, telephone numbers or single letters.
        for word in ["0612345678", "piet@zon.example", "ab", "a1b2c3", String(repeating: "x", count: 31)] {
            for day in 0...3 { try await ask(word, day: day, in: given) }
        }
        #expect(try await given.count("unfound_word") == 2)
    }

    @Test(arguments: TestEngine.available)
    func whatWasTaughtLeavesTheListAndIsFound(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        for day in 0...2 { for word in ["xylofoon", "prutsel"] { try await ask(word, day: day, in: given) } }
        #expect(try await readable(given, day: 2).count == 2)
        func teach(_ word: String, _ lines: [String], by actor: Actor) async throws -> Bool {
            try await given.write(by: actor) { work in try ChangeFinding.teach(word, lines, in: work) }
        }
        #expect(try await !teach("prutsel", ["prutsel -> activity/creatief"], by: given.mediator))
        #expect(try await teach("prutsel", ["prutsel -> activity/creatief"], by: given.administrator))
        #expect(try await teach("xylofoon", [], by: given.administrator))
        #expect(try await readable(given, day: 2).isEmpty)
        let centre = try await given.database.read { tx in try CentreQueries.all(tx).first }
        #expect(centre?.finding.kin == ["prutsel -> activity/creatief"])
    }

    /// When a month is full, words that are known go on being counted; one visitor brings five a day.
    @Test(arguments: TestEngine.available)
    func aFullMonthGoesOnCounting(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        try await ask("xylofoon", day: 0, in: given)
        let (centre, month) = (given.centre.id, String(given.centre.today(given.now).iso.prefix(7)))
        try await given.database.write { tx in
            for number in 0..<6000 {
                try tx(
                    "insert into unfound_word (centre_id, month, word_key, days, last_day) values (\(centre), \(month), \("k\(number)"), 1, '2020-01-01')"
                )
            }
        }
        try await ask("prutsel", day: 1, in: given)
        for day in [1, 2] { try await ask("xylofoon", day: day, in: given) }
        #expect(try await readable(given, day: 2) == ["xylofoon": 3])
        #expect(try await given.count("unfound_word") == 6001)
        let finder = try given.finder()
        let many = (0..<12).map { String(repeating: "abcdefghijklm".dropFirst($0 % 3).first ?? "z", count: 3 + $0) }
        #expect(finder.newUnfound(many, by: "one", at: given.centre, now: given.now).count == 5)
        #expect(finder.newUnfound(many, by: "one", at: given.centre, now: given.now).isEmpty)
        #expect(finder.newUnfound(many, by: "other", at: given.centre, now: given.now).count == 5)
    }

    /// Who fills a day has not filled the month.
    @Test(arguments: TestEngine.available)
    func aFullDayIsOverTheNextDay(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        for number in 0..<301 {
            try await ask("xyz\(letters[number / 26])\(letters[number % 26])", day: 0, in: given)
        }
        #expect(try await given.count("unfound_word") == 300)
        try await ask("prutsel", day: 1, in: given)
        #expect(try await given.count("unfound_word") == 301)
    }

    @Test(arguments: TestEngine.available)
    func afterTwoMonthsItIsGone(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        for day in 0...2 { try await ask("xylofoon", day: day, in: given) }
        let schedule = Schedule(tasks: Capabilities.all.tasks(try given.tools()), database: given.database)
        _ = try await schedule.runDue(now: given.now.adding(.days(20)))
        #expect(try await given.count("unfound_word") >= 1)
        _ = try await schedule.runDue(now: given.now.adding(.days(70)))
        #expect(try await given.count("unfound_word") == 0)
    }
}
