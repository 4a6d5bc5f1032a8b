import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site

/// A colleague of the centre who works for two organisations in two tabs.
@Suite struct OnBehalfPageTests {
    @Test(arguments: TestEngine.available)
    func aFormOfOneOrganisationIsNotTakenForAnother(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let (first, second) = (try await given.organisation("Weekend"), try await given.organisation("De Warme Pan"))
        let token = try #require(try await client.signIn(given.mediator))
        func begin(_ organisation: GivenOrganisation) async throws {
            let path = "/centrum/organisaties/\(organisation.id)/namens"
            #expect(
                try await client.post(path, [("reden", "Ze belden.")], as: given.mediator, token: token).status == 303)
        }
        try await begin(second)
        // Straight from one to the next.
        let path = "/centrum/organisaties/\(first.id)/namens"
        let next = try await client.post(path, [("reden", "Ze belden.")], as: given.mediator, token: token)
        let there = try await client.send(.get, try #require(next.headers[.location]), token: token)
        #expect(there.status == 200 && there.text.contains("Weekend"))
        let form = try await client.send(
            .get, "/beheer/vacatures/nieuw?zegel=\(client.seal())", token: token)
        let action = try #require(form.text.firstMatch(of: /action="([^"]*\/beheer\/vacatures[^"]*)"[^>]*multipart/))
            .output.1
        #expect(action.contains("voor=\(first.id)"), "\(action)")
        try await begin(second)
        let target = String(action.replacing("&amp;", with: "&"))
        let sent = try await client.post(
            target, [("titel", "Soep voor de buurt"), ("doe", "concept")], as: given.mediator, token: token)
        #expect(sent.status == 409 && sent.text.contains("Soep voor de buurt"), "what was typed can be copied")
        #expect(try await given.count("vacancy", where: "title = 'Soep voor de buurt'") == 0)
        // Back with the first one it goes where it was meant.
        try await begin(first)
        let again = try await client.post(
            target, [("titel", "Soep voor de buurt"), ("doe", "concept")], as: given.mediator, token: token)
        #expect(again.status == 303 || again.status == 422, "\(again.status)")
    }

    /// Whoever approves a picture has seen it.
    @Test(arguments: TestEngine.available)
    func theReviewShowsThePicture(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation("Weekend")
        let vacancy = try await given.queuedVacancy(of: organisation)
        let stored = try await given.write(by: organisation.member) { work in
            try Upload.store(card: [1], page: [2], in: work)
        }
        let upload = try #require(stored)
        try await given.database.write { tx in
            _ = try tx("update vacancy set picture_id = \(upload.id), picture_alt = 'Een tuin' where id = \(vacancy)")
        }
        let page = try await client.get("/centrum/vacatures/\(vacancy)", as: given.mediator).text
        #expect(page.contains("/media/\(upload.id)/\(upload.hash)-card.webp") && page.contains("Een tuin"))
    }
}
