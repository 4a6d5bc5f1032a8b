import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Thirteen responses read as a list: who, how to reach her, what she wrote; and found by what is known of somebody.
@Suite struct ResponsesOfOneVacancyTests {
    @Test(arguments: TestEngine.available)
    func theListSaysWhatIsNeeded(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let organisation = try await client.given.organisation()
        let id = try await client.given.vacancy("Kok gezocht", of: organisation)
        var input = client.given.response("Jw de Brager", email: "jw.brager@post.example")
        (input.phone, input.message) = ("06 00 00 51 01", "Ik kook al dertig jaar voor veertig mensen.")
        let response = input
        _ = try await client.given.write(by: .visitor(centre: client.given.centre)) { work in
            try RespondAsGuest.run(response, to: id, in: work)
        }
        let page = try await client.get("/beheer/vacatures/\(id)", as: organisation.member).text
        let row = try #require(page.firstMatch(of: /<tr><th scope="row" id="r[0-9]+"(.*?)<\/tr>/)?.output.1)
        #expect(
            row.contains("Ik kook al dertig jaar") && row.contains("tel:") && row.contains("jw.brager@post.example"))
        #expect(!row.contains("Kok gezocht"))
        for words in ["0600005101", "%2B31+6+00005101", "jw.brager@post.example", "brager"] {
            let found = try await client.get("/beheer/zoeken?q=\(words)", as: organisation.member).text
            #expect(found.contains("Jw de Brager"), "\(words)")
        }
        #expect(try await !client.get("/beheer/zoeken?q=0699999999", as: organisation.member).text.contains("Brager"))
    }
}
