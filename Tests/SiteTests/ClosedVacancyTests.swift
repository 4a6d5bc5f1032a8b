import GivenCentre
import HTTPTypes
import TestSupport
import Testing

@testable import VolunteerCentre

/// What a visitor reads of a vacancy that is no longer online: what the centre approved, never what it has not read yet.
@Suite struct ClosedVacancyTests {
    @Test(arguments: TestEngine.available)
    func whatWaitsIsReadByNobody(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let old = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(old.status == 200)
        let happy = try await given.volunteer()
        let keeping = try await given.write(by: happy.actor) { work in try KeepVacancy.keep(id, in: work) }
        #expect(keeping == .kept)

        try await given.write(by: .system(centre: given.centre)) { work in
            try VacancyQueries.find(id, in: work.centre.id, work.tx)?.move(to: .offline, in: work)
        }
        var changed = given.content("Bel 06-12345678")
        changed.description = "Kom bij mij thuis."
        let version = try #require(try await given.find(id)).version
        #expect(try await given.submitAgain(id, changed, version: version, by: organisation.member) == .pending(id))

        let waiting = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(waiting.status == 410)
        #expect(waiting.text.contains("Kok gezocht") && waiting.text.contains("wordt nagekeken"))
        for path in ["/vacatures/\(id)-kok-gezocht", "/vacatures/\(id)", "/vacatures/\(id)-kok-gezocht/reageren"] {
            let answer = try await client.get(path)
            #expect(!answer.text.contains("06-12345678") && !answer.text.contains("bij mij thuis"), "\(path)")
            #expect(answer.headers[.location]?.contains("-bel") != true, "\(path)")
        }

        let kept = try await client.get("/mijn/bewaard", as: happy.actor).text
        #expect(kept.contains("Kok gezocht") && !kept.contains("06-12345678"))

        // Returned: closed, and still what was approved.
        let now = try #require(try await given.find(id)).version
        #expect(try await given.review(.giveBack(comment: "Nee."), id, version: now, by: given.mediator) == .done)
        let refused = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(refused.status == 410 && refused.text.contains("Kok gezocht"))
        #expect(refused.text.contains("gesloten") && !refused.text.contains("wordt nagekeken"))
        #expect(!refused.text.contains("bij mij thuis"))
    }

    /// Of an organisation that the centre took off the website.
    @Test(arguments: TestEngine.available)
    func ofASuspendedOrganisationTheNameStays(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation) { $0.description = "Bel 06-12345678" }
        #expect(try await client.get("/vacatures/\(id)-kok-gezocht").text.contains("06-12345678"))
        let done = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.run(organisation.id, reason: "Vragen", in: work)
        }
        #expect(done == .done)
        let page = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(page.status == 410 && page.text.contains("Kok gezocht") && page.text.contains("gesloten"))
        #expect(!page.text.contains("06-12345678") && !page.text.contains("/organisaties/\(organisation.id)"))
    }

    /// Nobody calls online what nobody can respond to.
    @Test(arguments: TestEngine.available)
    func whosePlacesAreTakenIsFull(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation) { $0.positions = 1 }
        let pages: [(String, Actor)] = [
            ("/beheer/vacatures", organisation.member), ("/beheer/vacatures/\(id)", organisation.member),
            ("/centrum/vacatures", given.mediator), ("/centrum/vacatures/\(id)", given.mediator),
        ]
        for (path, reader) in pages {
            let page = try await client.get(path, as: reader).text
            #expect(page.contains(">Online</span>") && !page.contains(">Vol</span>"), "\(path)")
        }
        _ = try await given.match(
            try await given.application(of: try await given.volunteer(), to: id), by: organisation.member)
        for (path, reader) in pages {
            let page = try await client.get(path, as: reader).text
            #expect(!page.contains(">Online</span>") && page.contains(">Vol</span>"), "\(path)")
        }
        let file = try await client.get("/beheer/vacatures?bestand=csv", as: organisation.member).text
        #expect(file.contains("Vol") && !file.contains("Online"))
    }

    @Test func approvedAgainEverybodyReadsTheNewText() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let version = try #require(try await given.find(id)).version
        _ = try await given.submitAgain(
            id, given.content("Souschef gezocht"), version: version, by: organisation.member)
        #expect(try await given.review(.approve, id, by: given.mediator) == .done)
        let online = try await client.get("/vacatures/\(id)-souschef-gezocht")
        #expect(online.status == 200 && online.text.contains("Souschef gezocht"))
    }
}
