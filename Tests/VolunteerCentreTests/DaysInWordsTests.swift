import GivenCentre
import TestSupport
import Testing
import VolunteerCentre

/// An organisation that writes a day and chooses none is asked to.
@Suite struct DaysInWordsTests {
    @Test(arguments: TestEngine.available)
    func whatTheWordsNameIsAskedFor(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let finder = try given.finder()
        for (description, hours, days) in [
            ("Op dinsdagmiddag is er spreekuur. Iedereen komt langs.", "", ["dinsdag"]),
            ("Je kookt.", "woensdag of vrijdag, 3 uur", ["woensdag", "vrijdag"]),
            ("We zijn er elke dag, maar niet op zondag.", "", []), ("Je werkt wanneer je wilt.", "2 uur per week", []),
        ] {
            var content = given.content()
            (content.description, content.hours, content.offer) = (description, hours, "Koffie.")
            #expect(finder.daysOnlyInWords(content, at: given.centre) == days, "\(description) \(hours)")
            content.days = ["maandag"]
            #expect(finder.daysOnlyInWords(content, at: given.centre) == [], "what was chosen counts")
        }
    }
}
