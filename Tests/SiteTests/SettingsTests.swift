import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre
import Web

@testable import Site

/// The settings of a centre in two tabs, or before two colleagues.
@Suite struct SettingsTests {
    let path = "/centrum/instellingen"

    @Test(arguments: TestEngine.available)
    func twoWhoChangeSomethingElseBothKeepIt(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let (given, boss) = (client.given, client.given.administrator)
        let opened = try await begin(client)
        #expect(try await client.get(path, as: boss).text.contains("name=\"gezien\" value=\"\(opened.marks)\""))
        let first = form(opened) { $0.openingHours = "Maandag van negen tot twaalf" }
        #expect(try await client.post(path, first, as: boss).status == 303)
        // She sees it at once, and what she saw is what she changes.
        let shown = try await client.get(path, as: boss)
        #expect(shown.text.contains("Maandag van negen tot twaalf"))
        #expect(shown.text.contains("value=\"\(try await settings(given).marks)\""))
        #expect(try await client.get("/").text.contains("Maandag van negen tot twaalf"))
        // Pressed twice: the same is no other.
        let count = try await given.count("audit", where: "action = 'centre.changed'")
        #expect(try await client.post(path, first, as: boss).status == 303)
        #expect(try await given.count("audit", where: "action = 'centre.changed'") == count)

        let second = form(opened) { input in
            input.intro = "Welkom bij ons"
            input.editsReturnToQueue.toggle()
        }
        #expect(try await client.post(path, second, as: boss).status == 303)
        let now = try await settings(given)
        #expect(now.openingHours == "Maandag van negen tot twaalf" && now.intro == "Welkom bij ons")
        #expect(now.editsReturnToQueue != opened.editsReturnToQueue)
        // And one who only had the form open, and presses, changes nothing back.
        #expect(try await client.post(path, form(opened) { _ in }, as: boss).status == 303)
        #expect(try await settings(given) == now)
    }

    @Test(arguments: TestEngine.available)
    func twoWhoChangeTheSameAreAsked(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let (given, boss) = (client.given, client.given.administrator)
        let opened = try await begin(client)
        let first = form(opened) { input in
            (input.intro, input.address, input.reactivationReturnsToQueue) = ("Kom gerust langs", "Markt 1", true)
        }
        #expect(try await client.post(path, first, as: boss).status == 303)
        let second = form(opened) { input in (input.intro, input.phone) = ("Welkom bij ons", "074 999 99 99") }
        let late = try await client.post(path, second, as: boss)
        #expect(late.status == 409 && late.text.contains("De instellingen zijn intussen veranderd"))
        #expect(late.text.contains("Kom gerust langs") && late.text.contains("Welkom bij ons"))
        // Her telephone is in the form and the other's address too; neither is a question.
        let parts = late.text.split(separator: "<form class=\"measure\"", maxSplits: 1)
        let (question, rest) = (try #require(parts.first), try #require(parts.last))
        #expect(!question.contains("Markt 1") && !question.contains("074 123 45 67"))
        #expect(rest.contains("Markt 1") && rest.contains("074 999 99 99"))
        #expect(try await settings(given).intro == "Kom gerust langs")

        // Saved as it stands there: hers, and nothing of the other is put back.
        let now = try await settings(given)
        #expect(late.text.contains("value=\"\(now.marks)\""))
        var shown = now
        (shown.intro, shown.phone) = ("Welkom bij ons", "074 999 99 99")
        #expect(try await client.post(path, form(now) { $0 = shown }, as: boss).status == 303)
        #expect(try await settings(given) == shown)
        // One without marks, or with those of another version of the form, has seen nothing.
        for mark in ["", "1-2-3"] {
            let blind = form(opened) { $0.intro = "Blind" }.map { $0.0 == "gezien" ? ("gezien", mark) : $0 }
            #expect(try await client.post(path, blind, as: boss).status == 409)
        }
        #expect(try await client.post(path, form(opened) { $0.intro = "Blind" }.dropLast(), as: boss).status == 409)
        #expect(try await settings(given) == shown)
    }

    /// Something in every field.
    private func begin(_ client: SiteClient) async throws -> ChangeCentre.Input {
        let first = try await settings(client.given)
        let filled = form(first) { input in
            (input.intro, input.phone, input.criteria) = ("Hallo", "074 123 45 67", "Heeft een bestuur\nHelpt mensen")
        }
        #expect(try await client.post(path, filled, as: client.given.administrator).status == 303)
        return try await settings(client.given)
    }

    /// What a browser sends who has changed something in the form that shows these settings.
    private func form(
        _ opened: ChangeCentre.Input, _ change: (inout ChangeCentre.Input) -> Void
    ) -> [(String, String)] {
        var input = opened
        change(&input)
        let data = SettingsPage.data(input)
        let texts = [
            "naam", "intro", "email", "telefoon", "adres", "openingstijden", "kleur", "accent", "criteria",
            "antwoordtermijn",
        ]
        let ticks = ["wijzigingen-wachtrij", "opnieuw-wachtrij"].filter { data.first($0) == "1" }
        // A browser sends line ends as the standard of forms has them.
        return texts.map { ($0, (data.first($0) ?? "").replacing("\n", with: "\r\n")) } + ticks.map { ($0, "1") }
            + [("gezien", opened.marks)]
    }

    private func settings(_ given: Given) async throws -> ChangeCentre.Input {
        let id = given.centre.id
        return ChangeCentre.Input(try #require(try await given.database.read { tx in try CentreQueries.find(id, tx) }))
    }
}
