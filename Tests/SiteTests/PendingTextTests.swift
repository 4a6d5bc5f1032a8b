import Foundation
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time

@testable import VolunteerCentre

/// A changed text of what is online waits for the centre; until then everybody reads the one it approved.
@Suite struct PendingTextTests {
    private func changed(_ given: Given, _ id: ID<Vacancy>, by actor: Actor) async throws -> Int {
        var content = given.content("Bel 06-12345678")
        content.description = "Kom bij mij thuis."
        content.positions = 2
        let version = try #require(try await given.find(id)).version
        #expect(try await given.submitAgain(id, content, version: version, by: actor) == .pending(id))
        return try #require(try await given.find(id)).version
    }

    private func isUnread(_ text: String) -> Bool { !text.contains("06-12345678") && !text.contains("bij mij thuis") }

    @Test(arguments: TestEngine.available)
    func theApprovedTextStaysOnlineAndNobodyReadsTheNewOne(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let happy = try await given.volunteer()
        _ = try await given.keep(id, by: happy.actor)
        let application = try await given.application(of: happy, to: id)
        let version = try await changed(given, id, by: organisation.member)

        let page = "/vacatures/\(id)-kok-gezocht"
        for path in [
            page, page + "/reageren", page + "/reageren/zonder-account", "/vacatures", "/vacatures?q=kok", "/",
            "/vacatures.atom", "/sitemap.xml", "/organisaties/\(organisation.id)-de-warme-pan",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 200 && isUnread(answer.text), "\(path)")
        }
        for path in [
            "/mijn", "/mijn/bewaard", "/mijn/reacties/\(application)", "/mijn/gegevens/alles", "/mijn/gegevens.json",
        ] {
            let answer = try await client.get(path, as: happy.actor)
            #expect(answer.status == 200 && isUnread(answer.text), "\(path)")
        }
        #expect(try await client.get("/vacatures?q=06-12345678").text.contains("<strong>0 vacatures</strong>"))
        _ = try await given.respond(given.response("Piet"), to: id)
        _ = try await given.decline(application, by: organisation.member)
        for text in try await given.texts("text", of: "mail", where: "kind like 'application%'") {
            #expect(isUnread(text), "\(text)")
        }

        // Those who must, see it: the queue of the centre, and the organisation's own pages.
        let queue = try await client.get("/centrum", as: given.mediator).text
        #expect(queue.contains("Kok gezocht"))
        let review = try await client.get("/centrum/vacatures/\(id)", as: given.mediator).text
        #expect(
            review.contains("bij mij thuis") && review.contains("Accorderen") && review.contains("value=\"\(version)\"")
        )
        #expect(!review.contains("/afwijzen"), "what is online cannot be refused away by a changed text")
        let own = try await client.get("/beheer/vacatures/\(id)", as: organisation.member).text
        #expect(own.contains("Nieuwe tekst in de wachtrij") && own.contains("bij mij thuis"))
        let waiting = try await client.get("/beheer/wachtrij", as: organisation.member).text
        #expect(waiting.contains("Kok gezocht"))
        let form = try await client.get("/beheer/vacatures/\(id)/bewerken", as: organisation.member).text
        #expect(form.contains("Bel 06-12345678") && form.contains("name=\"versie\" value=\"\(version)\""))
        #expect(try await given.count("mail", where: "kind = 'vacancy_to_review'") == 1 * 2)
    }

    @Test(arguments: TestEngine.available)
    func approvedItIsOnlineAndNoNewer(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let before = try #require(try await given.find(id))
        let version = try await changed(given, id, by: organisation.member)
        #expect(try await given.review(.approve, id, version: before.version, by: given.mediator) == .changedMeanwhile)
        #expect(try await given.review(.approve, id, version: version, by: given.mediator) == .done)
        let after = try #require(try await given.find(id))
        #expect(after.content.title == "Bel 06-12345678" && after.pending == nil && after.state == .published)
        #expect(after.publishedAt == before.publishedAt, "a corrected text is not news")
        let text = try await client.get("/vacatures/\(id)-bel-06-12345678")
        #expect(text.status == 200 && text.text.contains("bij mij thuis"))
        #expect(
            try await given.review(.approve, id, version: after.version, by: given.mediator)
                == .alreadyReviewed(.published))
        #expect(try await given.count("mail", where: "kind = 'vacancy_published'") == 2)
    }

    @Test(arguments: TestEngine.available)
    func returnedItStaysToBeChangedAgain(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let version = try await changed(given, id, by: organisation.member)
        #expect(
            try await given.review(.giveBack(comment: "Geen nummer graag."), id, version: version, by: given.mediator)
                == .done)
        let own = try await client.get("/beheer/vacatures/\(id)", as: organisation.member).text
        #expect(own.contains("Nieuwe tekst teruggestuurd") && own.contains("Geen nummer graag."))
        #expect(
            try await client.get("/beheer/vacatures/\(id)/bewerken", as: organisation.member).text.contains(
                "Bel 06-12345678"))
        let public_ = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(public_.status == 200 && isUnread(public_.text))
        let mails = try await given.texts("text", of: "mail", where: "kind = 'vacancy_change_returned'")
        #expect(
            mails.count == 1 && mails[0].contains("Geen nummer graag.")
                && mails[0].contains("blijft intussen op de website"))
        #expect(try await !client.get("/centrum", as: given.mediator).text.contains("Kok gezocht"), "not in the queue")
        let now = try await changed(given, id, by: organisation.member)
        #expect(try await client.get("/centrum", as: given.mediator).text.contains("Kok gezocht"), "again in the queue")
        #expect(try await given.review(.approve, id, version: now, by: given.mediator) == .done)
        #expect(try await given.find(id)?.comment == nil)
        let history = try await client.get("/centrum/vacatures/\(id)", as: given.mediator).text
        #expect(history.contains("Nieuwe tekst teruggestuurd") && history.contains("Geen nummer graag."))
        #expect(history.contains("Nieuwe tekst goedgekeurd"))
    }

    /// What was approved once is what others read of it, in every state; the new text is neither lost nor unread.
    @Test(arguments: TestEngine.available)
    func awayFromTheWebsiteTheNewTextWaitsToo(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let application = try await given.application(of: happy, to: id)
        let version = try await changed(given, id, by: organisation.member)
        func readByOthers() async throws -> Bool {
            let closed = try await client.get("/vacatures/\(id)-kok-gezocht").text
            let own = try await client.get("/mijn/reacties/\(application)", as: happy.actor).text
            let data = try await client.get("/mijn/gegevens/alles", as: happy.actor).text
            return !isUnread(closed) || !isUnread(own) || !isUnread(data)
        }
        // The last day passes: the text is still in the queue, and approving it brings the vacancy back.
        try await given.write(by: .system(centre: given.centre)) { work in
            try VacancyQueries.find(id, in: work.centre.id, work.tx)?.move(to: .offline, in: work)
        }
        #expect(try await !readByOthers())
        #expect(try await client.get("/centrum", as: given.mediator).text.contains("Kok gezocht"))
        let now = try #require(try await given.find(id)).version
        #expect(now > version)
        #expect(try await given.review(.reject(reason: "Nee."), id, version: now, by: given.mediator) == .notFound)
        #expect(try await given.review(.approve, id, version: now, by: given.mediator) == .done)
        let back = try #require(try await given.find(id))
        #expect(back.state == .published && back.content.title == "Bel 06-12345678" && back.pending == nil)

        // Put away, it is kept and nobody has to look at it.
        var third = given.content("Nog iets anders")
        third.description = "Kom bij mij thuis."
        #expect(try await given.submitAgain(id, third, version: back.version, by: organisation.member) == .pending(id))
        #expect(try await given.archive(id, by: organisation.member) == .archived)
        let archived = try #require(try await given.find(id))
        #expect(archived.content.title == "Bel 06-12345678" && archived.newest.title == "Nog iets anders")
        #expect(try await !client.get("/centrum", as: given.mediator).text.contains("Nog iets anders"))
        #expect(
            try await client.get("/beheer/vacatures/\(id)", as: organisation.member).text.contains(
                "Nieuwe tekst opgeslagen"))
        #expect(try await given.reactivate(id, by: organisation.member) == .published)
        let form = try await client.get("/beheer/vacatures/\(id)/bewerken", as: organisation.member).text
        #expect(form.contains("Nog iets anders"))
    }

    /// However often it is saved, the approved text is the one that is kept for when the vacancy is closed.
    @Test(arguments: TestEngine.available)
    func fortySavesLoseNothing(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        try await given.write(by: .system(centre: given.centre)) { work in
            try VacancyQueries.find(id, in: work.centre.id, work.tx)?.move(to: .offline, in: work)
        }
        #expect(try await given.reactivate(id, by: organisation.member) == .published)
        for number in 1...40 {
            let version = try #require(try await given.find(id)).version
            _ = try await given.submitAgain(
                id, given.content("GEHEIM \(number)"), version: version, by: organisation.member)
        }
        try await given.write(by: .system(centre: given.centre)) { work in
            try VacancyQueries.find(id, in: work.centre.id, work.tx)?.move(to: .offline, in: work)
        }
        let closed = try await client.get("/vacatures/\(id)-kok-gezocht")
        #expect(closed.status == 410 && closed.text.contains("Kok gezocht") && !closed.text.contains("GEHEIM"))
    }

    /// Taken out of the archive into the queue, changed there, returned, kept as a draft, sent in again: the row stays what was
    /// approved, also when the centre approves it anew with another text kept beside it.
    @Test(arguments: TestEngine.available)
    func inTheQueueToo(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let application = try await given.application(of: happy, to: id)
        let centre = try await given.choosing("reactivation_returns_to_queue = true")
        func reactivate() async throws -> ReactivateVacancy.Outcome {
            try await given.write(by: organisation.member.at(centre)) { work in try ReactivateVacancy.run(id, in: work)
            }
        }
        /// The vacancy now, and whether nobody reads anything of what was not approved.
        func look() async throws -> (vacancy: Vacancy, isHidden: Bool) {
            let vacancy = try #require(try await given.find(id))
            var isHidden = vacancy.content.title == "Kok gezocht"
            for path in ["/vacatures/\(id)-kok-gezocht", "/vacatures.atom", "/vacatures?q=bel"] {
                let text = try await client.get(path).text
                isHidden = isHidden && isUnread(text)
            }
            for path in ["/mijn/reacties/\(application)", "/mijn/gegevens/alles"] {
                let text = try await client.get(path, as: happy.actor).text
                isHidden = isHidden && isUnread(text)
            }
            return (vacancy, isHidden)
        }
        // A text that was kept is not what is approved from the queue.
        _ = try await changed(given, id, by: organisation.member)
        _ = try await given.archive(id, by: organisation.member)
        #expect(try await reactivate() == .queued)
        let page = try await client.get("/centrum/vacatures/\(id)", as: given.mediator).text
        #expect(isUnread(page) && page.contains("/afwijzen"), "what is kept is not decided about")
        #expect(try await given.review(.approve, id, by: given.mediator) == .done)
        #expect(try await look().isHidden)
        _ = try await given.archive(id, by: organisation.member)
        #expect(try await look().isHidden, "closed, it says what was approved")
        #expect(try await reactivate() == .queued)
        // Changed in the queue.
        var content = given.content("Bel 06-12345678")
        content.description = "Kom bij mij thuis."
        let inQueue = try await look().vacancy.version
        #expect(try await given.submitAgain(id, content, version: inQueue, by: organisation.member) == .queued(id))
        let queued = try await look()
        #expect(queued.isHidden && queued.vacancy.state == .queued)
        let review = try await client.get("/centrum/vacatures/\(id)", as: given.mediator).text
        #expect(review.contains("bij mij thuis"), "decided about is what waits")
        #expect(try await given.review(.giveBack(comment: "Zonder nummer graag."), id, by: given.mediator) == .done)
        let returned = try await look()
        #expect(returned.isHidden && returned.vacancy.state == .draft)
        #expect(returned.vacancy.comment == "Zonder nummer graag.")
        // Kept as a draft, and sent in again.
        content.offer = "Soep."
        let (offered, version) = (content, returned.vacancy.version)
        let saved = try await given.write(by: organisation.member) { work in
            try SaveDraft.again(id, offered, version: version, in: work)
        }
        #expect(saved == .saved(id, version: version + 1))
        let draft = try await look()
        #expect(draft.isHidden && draft.vacancy.newest.offer == "Soep." && draft.vacancy.comment != nil)
        let sent = try await given.submitAgain(
            id, offered, version: draft.vacancy.version, by: organisation.member)
        #expect(sent == .queued(id))
        let again = try await look()
        #expect(again.isHidden && again.vacancy.state == .queued)
        #expect(try await given.review(.approve, id, by: given.mediator) == .done)
        let online = try await look().vacancy
        #expect(online.content.title == "Bel 06-12345678" && online.state == .published && online.pending == nil)
    }

    @Test(arguments: TestEngine.available)
    func whatSaysTheSameWaitsForNobody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let mails = try await given.count("mail", where: "kind = 'vacancy_to_review'")
        let first = try #require(try await given.find(id))
        let outcome = try await given.submitAgain(id, first.content, version: first.version, by: organisation.member)
        #expect(outcome == .unchanged(id))
        #expect(try await given.count("mail", where: "kind = 'vacancy_to_review'") == mails)
        // Correcting back takes the new text out of the queue.
        let version = try await changed(given, id, by: organisation.member)
        #expect(
            try await given.submitAgain(id, first.content, version: version, by: organisation.member) == .unchanged(id))
        #expect(try await given.find(id)?.pending == nil)
    }

    /// A picture of a text that waits is not thrown away with those that no page shows.
    @Test(arguments: TestEngine.available)
    func thePictureOfAWaitingTextStays(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation)
        let upload = try #require(
            try await given.write(by: organisation.member) { work in try Upload.store(card: [1], page: [2], in: work) })
        var content = given.content("Met foto")
        content.picture = .init(upload: upload, alt: "Een pan")
        let version = try #require(try await given.find(id)).version
        #expect(try await given.submitAgain(id, content, version: version, by: organisation.member) == .pending(id))
        try await given.database.write { tx in try Upload.purge(before: given.now.adding(.days(9)), tx) }
        #expect(try await given.count("upload") == 1)
        #expect(try await given.find(id)?.newest.picture?.alt == "Een pan")
        let now = try #require(try await given.find(id)).version
        #expect(try await given.review(.approve, id, version: now, by: given.mediator) == .done)
        #expect(try await given.find(id)?.content.picture?.upload == upload)
    }

    /// More places than are taken open a full vacancy, fewer close it.
    @Test(arguments: TestEngine.available)
    func placesAreCountedWhenTheirNumberChanges(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy("Kok gezocht", of: organisation) { $0.positions = 1 }
        _ = try await given.match(
            try await given.application(of: try await given.volunteer(), to: id), by: organisation.member)
        #expect(try await given.find(id)?.isFull == true)
        for (places, isFull) in [(2, false), (1, true), (nil, false)] as [(Int?, Bool)] {
            var content = given.content("Kok gezocht")
            content.positions = places
            let version = try #require(try await given.find(id)).version
            #expect(try await given.submitAgain(id, content, version: version, by: organisation.member) == .pending(id))
            let now = try #require(try await given.find(id)).version
            #expect(try await given.review(.approve, id, version: now, by: given.mediator) == .done)
            #expect(try await given.find(id)?.isFull == isFull, "\(String(describing: places))")
        }
    }
}
