import Composition
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Two profiles of one person, as a mediator meets them.
@Suite struct DoublesPageTests {
    private static let list = "/centrum/dubbele-profielen"

    @Test(arguments: TestEngine.available)
    func foundComparedMergedAndTakenBack(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let (first, second) = (try await given.volunteer("Els Bakker"), try await given.volunteer("Bakker, Els"))
        let list = try await client.get(Self.list, as: given.mediator)
        #expect(list.text.contains("Dezelfde naam") && list.text.contains(second.email))
        #expect(list.headers[.cacheControl]?.contains("no-store") == true)
        let path = "\(Self.list)/\(first.id)/\(second.id)"
        let page = try await client.get(path, as: given.mediator)
        #expect(page.text.contains("Dit is misschien") == false && page.text.contains("Is dit één persoon?"))
        #expect(try await given.count("audit", where: "action = 'volunteer.compared'") == 1)
        let seen = try #require(page.text.firstMatch(of: /name="gezien" value="([^"]+)"/)?.output.1)

        // What changed since is shown once more, with what was chosen.
        let late = try await client.post(path, [("gezien", "x"), ("mail", "ander")], as: given.mediator)
        #expect(late.status == 422 && late.text.contains("Er is intussen iets veranderd"))
        #expect(late.text.contains("value=\"ander\" checked"))

        let done = try await client.post(path, [("gezien", String(seen)), ("mail", "ander")], as: given.mediator)
        #expect(done.headers[.location]?.hasSuffix("melding=samengevoegd") == true)
        let after = try await client.get(Self.list + "?melding=samengevoegd", as: given.mediator)
        #expect(after.text.contains("Samengevoegd in de laatste 14 dagen") && !after.text.contains("Dezelfde naam"))
        // Back, or another tab.
        #expect(try await client.get(path, as: given.mediator).headers[.location]?.hasSuffix("melding=al-een") == true)
        let twice = try await client.post(path, [("gezien", String(seen))], as: given.mediator)
        #expect(twice.headers[.location]?.hasSuffix("melding=al-een") == true)
        let kept = try await given.database.read { tx in try VolunteerQueries.find(first.id, in: given.centre.id, tx) }
        #expect(kept?.email == second.email && kept?.name == "Els Bakker")

        let undo = try #require(after.text.firstMatch(of: /\/samengevoegd\/[0-9]+\/terug/)?.output)
        for word in ["teruggenomen", "weg"] {
            let back = try await client.post("/centrum/dubbele-profielen" + undo, [], as: given.mediator)
            #expect(back.headers[.location]?.hasSuffix("melding=\(word)") == true)
        }
        #expect(try await client.get(path, as: given.mediator).status == 200)
    }

    @Test(arguments: TestEngine.available)
    func anyTwoAreChosenByName(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let (first, second) = (try await given.volunteer("Ria Smit"), try await given.volunteer("Maria Smit-Kok"))
        let found = try await client.get(Self.list + "?q=smit", as: given.mediator)
        #expect(found.text.contains("Ria Smit") && found.text.contains("Maria Smit-Kok"))
        for odd in ["", "wie=\(first.id)", "wie=\(first.id)&wie=\(first.id)", "wie=a&wie=b", "wie=1&wie=2&wie=3"] {
            let answer = try await client.get("\(Self.list)/vergelijken?q=smit&\(odd)", as: given.mediator)
            #expect(answer.headers[.location]?.contains("kies-er-twee") == true, "\(odd)")
        }
        let chosen = try await client.get(
            "\(Self.list)/vergelijken?q=smit&wie=\(second.id)&wie=\(first.id)", as: given.mediator)
        #expect(chosen.headers[.location]?.hasSuffix("\(first.id)/\(second.id)") == true)
        let apart = try await client.post("\(Self.list)/\(first.id)/\(second.id)/twee-mensen", [], as: given.mediator)
        #expect(apart.headers[.location]?.hasSuffix("melding=twee-mensen") == true)
        for path in ["\(first.id)/\(first.id)", "\(first.id)/99999", "0/1"] {
            #expect(try await client.get("\(Self.list)/\(path)", as: given.mediator).status == 404, "\(path)")
        }
        // The desk does not decide about people, and its menu does not say so.
        #expect(try await !client.get("/centrum", as: given.desk).text.contains("dubbele-profielen"))
        #expect(try await client.get("/centrum", as: given.mediator).text.contains("dubbele-profielen"))
    }

    /// Who stands aside is met by no statement that forgot to ask; who asks by number knows whom she means.
    @Test func everyStatementKnowsWhoWasMerged() throws {
        // Where one that stands aside counts: an account that must stay while there is one, who is known already as a candidate, and
        // the names beside what somebody did as the other.
        let all: Set<String> = [
            "EraseAccount.swift", "Candidacy.swift", "KeepVolunteer.swift", "Invitation.swift", "VolunteerMerge.swift",
            "EndPauses.swift",
        ]
        var seen = 0
        for file in try SourceFile.all(under: "Sources/Domain") where !file.path.contains("/Schema/") {
            let lines = file.lines
            for (number, line) in lines.enumerated()
            where line.contains(/\b(?:from|join|update) volunteer\b/) && !line.contains("///") {
                let around = lines[max(0, number - 2)..<min(lines.count, number + 6)].joined(separator: "\n")
                let knows =
                    around.contains("merged_into") || around.contains("volunteer_merge ")
                    || around.contains(/\bid = \\\(/)
                #expect(knows || all.contains(file.name), "\(file.path):\(number + 1) \(line)")
                seen += 1
            }
        }
        #expect(seen > 20)
    }
}
