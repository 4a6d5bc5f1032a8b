import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site

/// What people find where something was, or did not come.
@Suite struct GoneResponseTests {
    @Test(arguments: TestEngine.available)
    func anOlderMailLeadsToWordsAndNoName(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let happy = try await given.volunteer("Happy Jansen")
        let id = try await given.application(of: happy, to: vacancy)
        let path = "/beheer/reacties/\(id)"
        #expect(try await client.get(path, as: organisation.member).text.contains("Happy Jansen"))
        let left = try await client.post("/mijn/gegevens/verwijderen", [("zeker", "1")], as: happy.actor)
        #expect(left.status == 303 && left.headers[.location] == "/tot-ziens")

        let gone = try await client.get(path, as: organisation.member)
        #expect(gone.status == 404 && gone.text.contains("Deze reactie is er niet meer"))
        #expect(!gone.text.contains("Happy") && gone.text.contains("href=\"/beheer\""))
        // Numbers that never were say the same; other pages do not.
        #expect(
            try await client.get("/beheer/reacties/999999", as: organisation.member).text.contains(
                "Deze reactie is er niet meer"))
        #expect(
            try await !client.get("/beheer/vacatures/999999", as: organisation.member).text.contains("Deze reactie"))
    }

    @Test(arguments: TestEngine.available)
    func theOutboxSaysInWordsWhyMailIsThere(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        _ = try await given.registeredOrganisation("Weekend")
        let words = "550 5.1.1 <x@y.example>: Recipient address rejected: User unknown"
        let mail: Int64 = try await given.database.write { tx in
            try tx("update mail set state = 'failed', attempts = 1, last_error = \(words)")
            return try tx.first("select max(id) as id from mail")!["id"]
        }
        let page = try await client.get("/centrum/postvak-uit/\(mail)", as: given.administrator)
        #expect(page.text.contains("Dit adres bestaat niet of niet meer") && !page.text.contains("Recipient address"))
        #expect(
            try await !client.get("/centrum/postvak-uit", as: given.administrator).text.contains(
                "Alles opnieuw proberen"))

        try await given.database.write { tx in
            try tx("update mail set state = 'waiting', attempts = 3, last_error = 'Timeout was reached'")
        }
        #expect(
            try await client.get("/centrum/postvak-uit/\(mail)", as: given.administrator).text.contains(
                "De mail kon nog niet weg."))
        let list = try await client.get("/centrum/postvak-uit", as: given.administrator)
        #expect(list.text.contains("kon niet weg") || list.text.contains("konden niet weg"))
        #expect(try await client.post("/centrum/postvak-uit/opnieuw", as: given.administrator).status == 303)
        #expect(try await given.count("mail", where: "attempts > 0") == 0)
        #expect(try await given.count("audit", where: "action = 'mail.all_retried'") == 1)
        // Pressed twice: nothing more to do, and nothing more in the log.
        #expect(try await client.post("/centrum/postvak-uit/opnieuw", as: given.administrator).status == 303)
        #expect(try await given.count("audit", where: "action = 'mail.all_retried'") == 1)
    }
}
