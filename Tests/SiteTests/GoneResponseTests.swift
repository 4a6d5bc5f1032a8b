import GivenCentre
import HTTPTypes
import SQL
import SiteKit
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
        let other = try await given.application(of: happy, to: try await given.vacancy("Kok", of: organisation))
        _ = try await given.match(other, by: organisation.member)
        let hash = try await client.services.hasher.hash("drie groene fietsen")
        try await given.database.write { tx in
            _ = try tx("update account set password_hash = \(hash) where email = \(happy.email)")
        }
        // Somebody at her computer, in a library, cannot.
        for typed in ["", "vier groene fietsen"] {
            let refused = try await client.post(
                "/mijn/gegevens/verwijderen", [("zeker", "1"), ("wachtwoord", typed)], as: happy.actor)
            #expect(refused.status == 422 && refused.text.contains("aria-invalid=\"true\""))
        }
        let left = try await client.post(
            "/mijn/gegevens/verwijderen", [("zeker", "1"), ("wachtwoord", "drie groene fietsen")], as: happy.actor)
        #expect(left.status == 303 && left.headers[.location] == "/tot-ziens")
        // The organisation hears who stops by which day it was, and finds a page behind the button.
        for (kind, word) in [("match_left", "begon op"), ("application_left", "reageerde")] {
            let mail = try await given.database.read { tx in
                try tx.first("select text from mail where kind = \(kind)").map { try $0["text"] as String }
            }
            #expect(mail?.contains(word) == true && mail?.contains("Happy") == false, "\(kind)")
            #expect(mail?.contains("/beheer/vacatures/") == true && mail?.contains("/beheer/reacties/") == false)
        }
        #expect(try await given.count("mail", where: "kind in ('match_ended', 'application_withdrawn')") == 0)

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
