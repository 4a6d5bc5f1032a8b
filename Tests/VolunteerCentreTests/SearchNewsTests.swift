import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// One mail a morning with each search by its name, and never what somebody knows already.
@Suite struct SearchNewsTests {
    private func keep(_ words: String, _ given: Given, by actor: Actor) async throws {
        var question = VacancyQuestion()
        question.words = words
        _ = try await given.keepSearch(question, by: actor)
    }

    @Test(arguments: TestEngine.available)
    func threeSearchesAreOneMail(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        for words in ["zwierel", "zwierel buurt", "grompel"] { try await keep(words, given, by: happy.actor) }
        let later = given.now.adding(.hours(1))
        for (title, text) in [("Zwierel voor de buurt", "Je kookt."), ("Grompel in de tuin", "Je wiedt.")] {
            _ = try await given.vacancy(title, of: organisation, at: later) {
                ($0.description, $0.offer, $0.activities) = (text, "Thee.", [])
            }
        }
        let morning = given.now.adding(.days(2))
        try await given.mailSearchNews(at: morning)
        let mails = try await given.rows("select subject, text from mail where kind = 'search_news'")
        #expect(mails.count == 1)
        let (subject, text): (String, String) = (try mails[0]["subject"], try mails[0]["text"])
        #expect(subject.hasPrefix("Nieuw bij “zwierel”"), "\(subject)")
        #expect(text.contains("Nieuw bij “grompel”:") && text.contains("Zwierel voor de buurt"))
        #expect(text.components(separatedBy: "Zwierel voor de buurt").count == 2, "each vacancy once")
        try await given.mailSearchNews(at: morning.adding(.days(1)))
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 1, "new is once, for each search")

        // The link below stops all that it named.
        let token = try #require(try await given.texts("secret", of: "mail", where: "kind = 'search_news'").first)
        let stopped = try await given.write(by: .visitor(centre: given.centre)) { work in
            try StopSearchByLink.run(token, in: work)
        }
        #expect(stopped)
        #expect(try await given.count("saved_search", where: "frequency = 'never'") == 3)
    }

    /// Nor what stands in her own list, nor what one button put back on the website.
    @Test(arguments: TestEngine.available)
    func whatSheKeptOrSawBeforeIsNoNews(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let old = try await given.vacancy("Kok van vroeger", of: organisation)
        let before = try #require(try await given.find(old)?.publishedAt)
        try await keep("kok", given, by: happy.actor)
        let hearted = try await given.vacancy("Kok voor de buurt", of: organisation, at: given.now.adding(.hours(1)))
        _ = try await given.keep(hearted, by: happy.actor)
        try await given.write(by: organisation.member, at: given.now.adding(.hours(2))) { work in
            _ = try ArchiveVacancy.run(old, in: work)
            #expect(try ReactivateVacancy.run(old, in: work.at(work.now.adding(.minutes(1)))) == .published)
        }
        #expect(try await given.find(old)?.publishedAt == before)
        try await given.mailSearchNews(at: given.now.adding(.days(2)))
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 0)
        // After a month in the archive it is new to most.
        try await given.write(by: organisation.member, at: given.now.adding(.days(3))) { work in
            _ = try ArchiveVacancy.run(old, in: work)
            #expect(try ReactivateVacancy.run(old, in: work.at(work.now.adding(.days(31)))) == .published)
        }
        #expect(try #require(try await given.find(old)?.publishedAt) > before)
    }

    @Test(arguments: TestEngine.available)
    func whatSheRespondedToIsNoNews(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        try await keep("kok", given, by: happy.actor)
        let id = try await given.vacancy("Kok voor de buurt", of: organisation, at: given.now.adding(.hours(1)))
        _ = try await given.application(of: happy, to: id)
        try await given.mailSearchNews(at: given.now.adding(.days(2)))
        #expect(try await given.count("mail", where: "kind = 'search_news'") == 0)
    }
}
