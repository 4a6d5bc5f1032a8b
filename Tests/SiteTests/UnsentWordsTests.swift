import GivenCentre
import TestSupport
import Testing
import VolunteerCentre
import WebTestSupport

/// Words for a response that was closed in another tab, or by the other side, come back to who wrote them.
@Suite struct UnsentWordsTests {
    @Test func wordsForAClosedResponseComeBack() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        #expect(try await client.get("/mijn/reacties/\(id)", as: happy.actor).text.contains("name='zegel'"))
        #expect(try await client.get("/beheer/reacties/\(id)", as: organisation.member).text.contains("\"zegel\""))
        #expect(try await given.withdraw(id, by: happy.actor) == .withdrawn)

        let message = [("bericht", "Kom je dinsdag?"), ("zegel", client.seal())]
        let no = [("reden", "Helaas, we zijn vol."), ("waarom", "filled")]
        for (actor, path, fields) in [
            (organisation.member, "/beheer/reacties/\(id)/bericht", message),
            (happy.actor, "/mijn/reacties/\(id)/bericht", message),
            (organisation.member, "/beheer/reacties/\(id)/afwijzen", no),
        ] {
            let answer = try await client.post(path, fields, as: actor)
            #expect(answer.status == 409, "\(path)")
            #expect(answer.text.contains(fields[0].1) && answer.text.contains("niets verstuurd"), "\(path)")
        }
        #expect(try await given.count("application_message") == 0)
    }

    @Test func aFormWithoutSealKeepsItsWords() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let answer = try await client.post(
            "/mijn/reacties/\(id)/bericht", [("bericht", "Tot morgen")], as: happy.actor)
        #expect(answer.status == 422 && answer.text.contains("Tot morgen"))
        #expect(try await given.count("application_message") == 0)
    }
}
