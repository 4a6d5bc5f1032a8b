import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Web

@testable import VolunteerCentre

/// The centre decides about what it saw: what the organisation changed meanwhile is shown, not published, returned or
/// refused unread.
@Suite struct ReviewVersionTests {
    @Test(arguments: TestEngine.available)
    func noVerdictAboutWhatWasNotSeen(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let verdicts: [ReviewVacancy.Verdict] = [.approve, .giveBack(comment: "Waar?"), .reject(reason: "Nee.")]
        for verdict in verdicts {
            let id = try await given.queuedVacancy(of: organisation)
            let seen = try #require(try await given.find(id)).version
            let changed = given.content("Iets heel anders")
            #expect(try await given.submitAgain(id, changed, version: seen, by: organisation.member) == .queued(id))
            #expect(try await given.review(verdict, id, version: seen, by: given.mediator) == .changedMeanwhile)
            #expect(try await given.find(id)?.state == .queued)
            let now = try #require(try await given.find(id)).version
            #expect(try await given.review(verdict, id, version: now, by: given.mediator) == .done)
            #expect(
                try await given.review(verdict, id, version: now, by: given.mediator)
                    == .alreadyReviewed(verdict == .approve ? .published : verdict == verdicts[1] ? .draft : .rejected))
        }
    }

    /// A colleague was first: what was written for the same decision is shown, to be copied. Pressed twice it is no such thing.
    @Test func wordsThatCameTooLateAreNotLost() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = "/centrum/vacatures/\(try await given.queuedVacancy(of: organisation))"
        let words = [("opmerking", "Kun je de straat erbij zetten?"), ("versie", "1")]
        #expect(
            try await client.post(vacancy + "/accorderen", [("versie", "1")], as: given.administrator).status == 303)
        let late = try await client.post(vacancy + "/terugsturen", words, as: given.mediator)
        #expect(late.status == 409 && late.text.contains("Kun je de straat erbij zetten?"))
        #expect(late.text.contains("Een collega heeft hierover beslist"))
        let other = "/centrum/vacatures/\(try await given.queuedVacancy(of: organisation))"
        for _ in 1...2 {
            #expect(try await client.post(other + "/terugsturen", words, as: given.mediator).status == 303)
        }
        let waiting = "/centrum/organisaties/\(try await given.registeredOrganisation("Nieuw").id)"
        #expect(try await client.post(waiting + "/accorderen", as: given.administrator).status == 303)
        let refusal = try await client.post(waiting + "/afwijzen", [("reden", "Geen vereniging.")], as: given.mediator)
        #expect(refusal.status == 409 && refusal.text.contains("Geen vereniging."))
    }

    /// Who comes along and who does not is decided by what the page said.
    @Test(arguments: TestEngine.available)
    func nothingIsMergedThatWasNotSeen(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let stays = try await given.organisation("De Warme Pan")
        let double = try await given.registeredOrganisation("Warme Pan")
        let path = "/centrum/organisaties/\(double.id)/samenvoegen"
        let page = try await client.get(path + "?met=\(stays.id)", as: given.administrator).text
        let mark = String(try #require(page.firstMatch(of: /name="gezien" value="([^"]*)"/)).1)
        #expect(page.contains("Deze mensen gaan niet mee"))
        _ = try await given.review(.approve, double.id, by: given.mediator)
        let form = [("met", "\(stays.id)"), ("gezien", mark)]
        for fields in [form, [("met", "\(stays.id)")]] {
            let late = try await client.post(path, fields, as: given.administrator)
            #expect(late.headers[.location]?.hasSuffix("melding=veranderd") == true)
        }
        #expect(try await given.count("organisation", where: "id = \(double.id)") == 1)
        let again = try await client.get(path + "?met=\(stays.id)", as: given.administrator).text
        let now = String(try #require(again.firstMatch(of: /name="gezien" value="([^"]*)"/)).1)
        #expect(again.contains("Deze mensen gaan mee"))
        let merged = try await client.post(path, [("met", "\(stays.id)"), ("gezien", now)], as: given.administrator)
        #expect(merged.status == 303)
        #expect(try await given.count("organisation", where: "id = \(double.id)") == 0)
    }

    @Test(arguments: TestEngine.available)
    func aMistakeHandsOutNothingThatWasNotSeen(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let id = try await given.registeredOrganisation("Nieuw").id
        let path = "/centrum/organisaties/\(id)"
        let page = try await client.get(path, as: given.mediator).text
        let mark = String(try #require(page.firstMatch(of: /name="gezien" value="([^"]*)"/)).1)
        try await given.database.write { tx in try tx("update organisation set name = 'Anders' where id = \(id)") }
        let empty = try await client.post(
            path + "/afwijzen", [("reden", ""), ("gezien", mark)], as: given.mediator)
        #expect(empty.status == 422 && empty.text.contains("Een collega deed intussen iets"))
        // A question that is pressed twice is asked once.
        for _ in 1...2 {
            let asked = try await client.post(path + "/vragen", [("vraag", "Wat doen jullie?")], as: given.mediator)
            #expect(asked.status == 303)
        }
        #expect(try await given.count("mail", where: "kind = 'organisation_asked'") == 1)
    }

    @Test func thePageShowsWhatChanged() async throws {
        let client = try await SiteClient()
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy("Kok gezocht", of: organisation)
        let path = "/centrum/vacatures/\(id)"
        let seen = try #require(try await given.find(id)).version
        #expect(try await client.get(path, as: given.mediator).text.contains("name=\"versie\" value=\"\(seen)\""))
        _ = try await given.submitAgain(id, given.content("Kassier gezocht"), version: seen, by: organisation.member)
        let now = try #require(try await given.find(id)).version

        let approval = try await client.post(path + "/accorderen", [("versie", "\(seen)")], as: given.mediator)
        #expect(approval.status == 409)
        for words in ["Er is nog niets besloten", "Kok gezocht", "Kassier gezocht", "value=\"\(now)\""] {
            #expect(approval.text.contains(words), "\(words)")
        }
        // Also when the decision lacks its words: a mistake hands out no version that was not seen.
        let empty = try await client.post(
            path + "/terugsturen", [("opmerking", ""), ("versie", "\(seen)")], as: given.mediator)
        #expect(empty.status == 422 && empty.text.contains("Kok gezocht") && empty.text.contains("Kassier gezocht"))
        // What was written stays, and stands open.
        let comment = [("opmerking", "Wie begeleidt?"), ("versie", "\(seen)")]
        let returned = try await client.post(path + "/terugsturen", comment, as: given.mediator)
        #expect(returned.status == 409 && returned.text.contains("Wie begeleidt?"))
        // A form of before the program was replaced says nothing of a version.
        #expect(try await client.post(path + "/accorderen", [], as: given.mediator).status == 409)
        #expect(try await given.find(id)?.state == .queued)
        #expect(try await given.count("mail", where: "kind in ('vacancy_published', 'vacancy_returned')") == 0)
        let again = try await client.post(path + "/accorderen", [("versie", "\(now)")], as: given.mediator)
        #expect(again.status == 303)
        #expect(try await given.find(id)?.state == .published)
    }
}
