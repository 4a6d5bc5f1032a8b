import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// A break is said wherever it works, and a new name does not stand in what organisations read without it.
@Suite struct PauseAndNameTests {
    @Test(arguments: TestEngine.available)
    func aBreakIsSaidWhereMailsAreChosen(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let happy = try await given.volunteer()
        var answers = Answers()
        answers[.interest] = ["zorg"]
        try await given.keep(answers, by: happy.actor)
        let pages = ["/mijn/bewaard", "/mijn/past-bij-mij"]
        for page in pages {
            #expect(!(try await client.get(page, as: happy.actor).text).contains("Je hebt pauze"), "\(page)")
        }
        let until = given.centre.today(given.now).adding(days: 20)
        try await given.database.write { tx in
            try tx("update volunteer set paused_until = \(until) where id = \(happy.id)")
        }
        for page in pages {
            #expect(try await client.get(page, as: happy.actor).text.contains("Je hebt pauze"), "\(page)")
        }
        let far = try await client.post(
            "/mijn/profiel", [("naam", "Happy Unjani"), ("pauze", "2062-01-10")], as: happy.actor)
        #expect(far.status == 422)
    }

    @Test(arguments: TestEngine.available)
    func aNewNameStandsNotInThePool(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let happy = try await client.given.volunteer()
        try await client.given.join("Zonnetje", "Vraag naar Tuinman.", by: happy.actor)
        let refused = try await client.post("/mijn/profiel", [("naam", "Sven Tuinman")], as: happy.actor)
        #expect(refused.status == 422 && refused.text.contains("“Tuinman” staat in je tekst voor de kandidatenbank"))
        #expect(try await client.post("/mijn/profiel", [("naam", "Sven Bakker")], as: happy.actor).status == 303)
    }

    @Test func anyWayToSayWhatOneIsCalled() {
        for (name, text) in [
            ("Zonneveld", "ik heet zonneveld"), ("Zonneveld", "mijn naam is zonneveld"),
            ("Anna de Jong", "de jong is mijn naam"), ("Anna de Jong", "hallo, de jong heet ik"),
        ] {
            #expect(Revealing(name).piece(of: text, isName: false) != nil, "\(text)")
        }
        for (name, text) in [("Anna de Jong", "Ik ben nog jong."), ("Anna de Jong", "een jong team is leuk")] {
            #expect(Revealing(name).piece(of: text, isName: false) == nil, "\(text)")
        }
    }
}
