import Foundation
import GivenCentre
import TestSupport
import Testing
import VolunteerCentre

/// *Al mijn gegevens* is read by the person herself: in words, the newest first, what is long folded away.
@Suite struct PersonalRecordPageTests {
    @Test(arguments: TestEngine.available)
    func nothingOfTheProgramsOwnNames(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let volunteer = try await given.volunteer()
        var answers = Answers()
        answers[.distance] = ["25"]
        answers[.home] = ["only"]
        answers[.place] = ["7622 AB"]
        try await given.keep(answers, by: volunteer.actor)
        for number in 1...7 {
            let vacancy = try await given.vacancy("Taak \(number)", of: organisation)
            _ = try await given.keep(vacancy, by: volunteer.actor)
            _ = try await given.application(of: volunteer, to: vacancy)
        }
        let page = try await client.get("/mijn/gegevens/alles", as: volunteer.actor).text
        for words in ["<dd dir=\"auto\">Nederlands</dd>", "25 km", "Alleen vanuit huis", "Een vacature bewaard"] {
            #expect(page.contains(words), "\(words)")
        }
        let main = try #require(page.firstMatch(of: /<main[\s\S]*<\/main>/)).0
        for raw in [">nl<", ">25<", ">only<", "vacancy", "application", "weekly", ">new<"] {
            #expect(!main.contains(raw), "\(raw)")
        }
        let acts = try #require(main.firstMatch(of: /<h2>Wat je deed<\/h2>[\s\S]*?<details>/)).0
        #expect(acts.components(separatedBy: "<dl").count == 6, "five stand open")
        #expect(acts.contains("Taak 7") && acts.contains(" om "), "which, and at what time")
        #expect(main.contains("Taak 1"), "nothing is left out")
    }
}
