import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre
import Web

@testable import Site

/// The settings of a centre in two tabs, or before two colleagues.
@Suite struct SettingsTests {
    @Test(arguments: TestEngine.available)
    func theSecondOneSeesWhatTheFirstOneDid(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let (path, boss) = ("/centrum/instellingen", given.administrator)
        let opened = ChangeCentre.Input(try await centre(given))
        func form(_ change: (inout ChangeCentre.Input) -> Void) -> [(String, String)] {
            var input = opened
            (input.intro, input.phone) = ("Hallo", "074 123 45 67")
            change(&input)
            let data = SettingsPage.data(input)
            return ["naam", "intro", "email", "telefoon", "adres", "openingstijden", "kleur", "accent", "criteria"].map
            {
                ($0, data.first($0) ?? "")
            } + [("gezien", opened.mark)]
        }
        #expect(try await client.get(path, as: boss).text.contains("name=\"gezien\" value=\"\(opened.mark)\""))
        let first = form { $0.openingHours = "Maandag van negen tot twaalf" }
        #expect(try await client.post(path, first, as: boss).status == 303)
        // She sees it at once, and what she saw is what she changes.
        let shown = try await client.get(path, as: boss)
        #expect(shown.text.contains("Maandag van negen tot twaalf"))
        #expect(shown.text.contains("value=\"\(ChangeCentre.Input(try await centre(given)).mark)\""))
        #expect(try await client.get("/").text.contains("Maandag van negen tot twaalf"))
        // Pressed twice: the same is no other.
        #expect(try await client.post(path, first, as: boss).status == 303)
        #expect(try await given.count("audit", where: "action = 'centre.changed'") == 1)

        let second = form { $0.intro = "Welkom bij ons" }
        let late = try await client.post(path, second, as: boss)
        #expect(late.status == 409 && late.text.contains("De instellingen zijn intussen veranderd"))
        #expect(late.text.contains("Maandag van negen tot twaalf") && late.text.contains("Welkom bij ons"))
        #expect(try await centre(given).openingHours == "Maandag van negen tot twaalf")

        // Now she has seen it, and hers counts.
        let mark = ChangeCentre.Input(try await centre(given)).mark
        #expect(late.text.contains("value=\"\(mark)\""))
        let again = second.map { $0.0 == "gezien" ? ("gezien", mark) : $0 }
        #expect(try await client.post(path, again, as: boss).status == 303)
        #expect(try await centre(given).intro == "Welkom bij ons")
    }

    private func centre(_ given: Given) async throws -> Centre {
        let id = given.centre.id
        return try #require(try await given.database.read { tx in try CentreQueries.find(id, tx) })
    }
}
