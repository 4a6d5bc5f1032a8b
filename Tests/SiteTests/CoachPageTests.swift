import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// The vacancy coach as the organisation, the queue and the administrator see it; and the form that asks little at first.
@Suite struct CoachPageTests {
    private func fields(_ client: SiteClient, _ description: String) -> [(String, String)] {
        [
            ("zegel", client.seal()), ("titel", "Soep koken"), ("omschrijving", description), ("bieden", "Koffie."),
            ("interesse", "taal"), ("inzet", "structureel"), ("dag", "dinsdag"), ("plaats", "Borne"),
            ("gemeente", "Borne"),
        ]
    }

    @Test(arguments: TestEngine.available)
    func tipsAreMadeOfItsOwnWords(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        let text = "Je participeert in de keuken van het buurthuis. <b>Dag</b>"
        let page = try await client.post(
            "/beheer/vacatures/voorbeeld", fields(client, text), as: organisation.member
        ).text
        #expect(try await client.given.count("vacancy") == 0, "looking stores nothing")
        #expect(page.contains("Tips voor je tekst") && page.contains("van 11 in orde"))
        #expect(page.contains("Op dinsdag, ongeveer 2 uur per keer"))
        #expect(
            page.contains("Je bent verzekerd via De Warme Pan.")
                && page.contains("Anna de Vries is je vaste aanspreekpunt."))
        #expect(page.contains("participeert</q>") && page.contains("doet mee</q>"))
        #expect(!page.contains("<b>Dag</b>"))
        let english = try await client.post(
            "/en/beheer/vacatures/voorbeeld", fields(client, text), as: organisation.member
        ).text
        // Tips in the reader's language, examples in that of the text.
        #expect(
            english.contains("Say how much time it takes") && english.contains("Op dinsdag, ongeveer 2 uur per keer"))
    }

    @Test(arguments: TestEngine.available)
    func theFormAsksLittleAtFirst(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        let address = try #require(
            try await client.get("/beheer/vacatures/nieuw", as: organisation.member).headers[.location])
        let page = try await client.get(address, as: organisation.member).text
        // Where the organisation is, most of its work is.
        #expect(page.contains("value=\"Borne\"") && page.contains("value=\"7622 AB\""))
        #expect(page.contains("Terwijl je schrijft, of bij Voorbeeld, lees je wat meer reacties oplevert."))
        #expect(page.ranges(of: "<details class=\"panel further\">").count == 5)
        // What is wrong stands open; of what was filled in the fold says so.
        let wrong = try await client.post(
            "/beheer/vacatures/nieuw", fields(client, "") + [("leeftijd", "7")], as: organisation.member)
        #expect(wrong.status == 422 && wrong.text.ranges(of: "<details class=\"panel further\" open>").count == 1)
        #expect(wrong.text.contains("Dagen en tijden <small>1 veld ingevuld</small>"))
    }

    /// The place stood there already, and nobody looked at the other two fields.
    @Test(arguments: TestEngine.available)
    func aPlaceThatLiesElsewhereIsAskedOnce(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        func fields(_ change: [(String, String)]) -> [(String, String)] {
            self.fields(client, "Je kookt soep.").filter { name, _ in !change.contains { $0.0 == name } } + change
        }
        let path = "/beheer/vacatures/nieuw"
        for wrong in [[("plaats", "Hengelo")], [("postcode", "7551 AB")]] {
            let asked = try await client.post(path, fields(wrong), as: organisation.member)
            #expect(asked.status == 422 && asked.text.contains("ligt in Hengelo, en je koos Borne."), "\(wrong)")
        }
        let seen = ("plek-gezien", "Hengelo||Borne")
        let other = try await client.post(path, fields([("plaats", "Haaksbergen"), seen]), as: organisation.member)
        #expect(other.status == 422, "it was asked about another place")
        #expect(
            try await client.post(path, fields([("plaats", "Hengelo"), seen]), as: organisation.member).status == 303)
        let right = [("plaats", "Hertme"), ("postcode", "7626 AB")]
        #expect(try await client.post(path, fields(right), as: organisation.member).status == 303)
        #expect(
            try await client.post(path, fields([("plaats", "Buurthuis De Pan")]), as: organisation.member).status == 303
        )
    }

    @Test(arguments: TestEngine.available)
    func theQueueSeesTheSameAndTheCentreChooses(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let (given, administrator) = (client.given, client.given.administrator)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        let queue = "/centrum/vacatures/\(id)"
        let weighed = try await client.get(queue, as: given.mediator).text
        #expect(weighed.contains("Vertel of vrijwilligers verzekerd zijn"))
        #expect(!weighed.contains("Weet je het niet zeker?"), "the centre is not told to ask itself")
        #expect(try await client.get("/centrum", as: given.mediator).text.contains("van 11 in orde"), "in the list too")
        let settings = "/centrum/instellingen/coach"
        let page = try await client.get(settings, as: administrator).text
        #expect(page.ranges(of: "name=\"regel\"").count == CoachRule.allCases.count)
        let kept = CoachRule.allCases.filter { $0 != .insurance }.map { ("regel", $0.rawValue) }
        let saved = try await client.post(settings, kept + [("gezien", ""), ("regel", "x")], as: administrator)
        #expect(saved.status == 303)
        let after = try await client.get(queue, as: given.mediator).text
        #expect(after.contains("van 10 in orde") && !after.contains("Vertel of vrijwilligers verzekerd zijn"))
        let none = try await client.post(settings, [("gezien", "insurance")], as: administrator)
        #expect(none.status == 303)
        #expect(try await !client.get("/centrum", as: given.mediator).text.contains("in orde"))
        #expect(try await !client.get(queue, as: given.mediator).text.contains("Tips voor je tekst"))
        // What is on the website already is weighed no more.
        let online = try await given.vacancy("Nog een kok", of: organisation)
        #expect(try await !client.get("/centrum/vacatures/\(online)", as: given.mediator).text.contains("in orde"))
    }
}
