import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct VacancyTests {
    @Test(arguments: TestEngine.available)
    func sentInItWaitsForTheCentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let mails = try await given.count("mail")
        var content = given.content("Kok in Café 't Huis", until: CalendarDate(iso: "2026-12-31"))
        content.minimumAge = 16
        content.fromHome = true
        content.supports = ["hulp"]
        guard case .queued(let id) = try await given.submit(content, by: organisation.member) else {
            Issue.record("not queued")
            return
        }
        let vacancy = try #require(try await given.find(id))
        #expect(
            vacancy.state == .queued && vacancy.queuedAt == given.now && vacancy.publishedAt == nil
                && vacancy.version == 1)
        content.interests.sort()
        #expect(vacancy.content == content)
        #expect(try await given.find(id, in: given.other) == nil)
        #expect(
            try await given.texts("to_address", of: "mail").suffix(2) == [
                "mediator@borne.example", "administrator@borne.example",
            ])
        #expect(try await given.count("mail") == mails + 2)
        #expect(
            try await given.texts("search_text", of: "vacancy").first?.hasPrefix(
                "kok in cafe 't huis\nde warme pan\nborne\n") == true)
        #expect(try await given.count("change", where: "kind = 'vacancy'") == 1)
        #expect(try await given.found().cards.total == 0)
    }

    /// The first interest is the main one: it is the one that is counted and shown.
    @Test(arguments: TestEngine.available)
    func theMainInterestStaysTheFirst(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var content = given.content()
        content.interests = ["zorg", "ouderen"]
        guard case .queued(let id) = try await given.submit(content, by: organisation.member) else { return }
        _ = try await given.review(ReviewVacancy.Verdict.approve, id, by: given.mediator)
        let found = try await given.find(id)
        let fact = try await given.texts("interest", of: "fact").last
        #expect(found?.content.interests == ["zorg", "ouderen"])
        #expect(fact == "zorg")
    }

    @Test(arguments: TestEngine.available)
    func theSameFormTwiceIsOneVacancy(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let member = try await given.organisation().member
        _ = try await given.submit(given.content(), by: member, key: "one")
        let before = try await given.counts()
        #expect(try await given.submit(given.content(), by: member, key: "one") == .alreadySent)
        #expect(try await given.counts() == before)
    }

    /// Back, a better title, sent again with the same form: it corrects what waits, and the reviewers hear of one.
    @Test(arguments: TestEngine.available)
    func theSameFormWithOtherWordsCorrects(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let member = try await given.organisation().member
        guard case .queued(let id) = try await given.submit(given.content("Kok"), by: member, key: "k") else {
            Issue.record("not queued")
            return
        }
        let mails = try await given.count("mail")
        #expect(try await given.submit(given.content("Kok voor woensdag"), by: member, key: "k") == .queued(id))
        #expect(try await given.submit(given.content("Kok voor woensdag"), by: member, key: "k") == .alreadySent)
        #expect(try await given.texts("title", of: "vacancy") == ["Kok voor woensdag"])
        #expect(try await given.count("mail") == mails)
    }

    @Test(arguments: TestEngine.available)
    func onlyApprovedOrganisationsPlaceVacancies(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let waiting = try await given.registeredOrganisation("Nog niet")
        let organisation = try await given.organisation()
        let elsewhere = Actor(centre: given.other, account: organisation.member.account, role: .member(organisation.id))
        let before = try await given.counts()
        for actor in [waiting.member, given.administrator, Actor.visitor(centre: given.centre), elsewhere] {
            #expect(try await given.submit(given.content(), by: actor) == .notFound)
        }
        #expect(try await given.counts() == before)
    }

    @Test(arguments: TestEngine.available)
    func approvalPublishesAndIsCounted(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        let later = given.now.adding(.hours(1))
        #expect(try await given.review(ReviewVacancy.Verdict.approve, id, by: given.mediator, at: later) == .done)
        let vacancy = try #require(try await given.find(id))
        #expect(vacancy.state == .published && vacancy.publishedAt == later && vacancy.version == 2)
        #expect(try await given.texts("kind", of: "fact") == ["organisation_approved", "vacancy_published"])
        let mail = try #require(try await given.rows("select * from mail order by id desc limit 1").first)
        #expect(try mail["kind"] == "vacancy_published" && mail["to_address"] == organisation.email)
        #expect(try (mail["text"] as String).contains("/vacatures/\(id)"))
        #expect(try await given.texts("to_state", of: "state_change").suffix(2) == ["queued", "published"])
        #expect(
            try await given.review(ReviewVacancy.Verdict.approve, id, by: given.mediator)
                == .alreadyReviewed(.published))
        #expect(try await given.count("fact") == 2)
    }

    @Test(arguments: TestEngine.available)
    func returnedAndSentInAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        #expect(try await given.review(.giveBack(comment: "Hoe laat begint het?"), id, by: given.mediator) == .done)
        let returned = try #require(try await given.find(id))
        #expect(returned.state == .draft && returned.comment == "Hoe laat begint het?")
        #expect(try await given.texts("text", of: "mail").last?.contains("Hoe laat begint het?") == true)
        let second = try await given.organisation("Het Haverveldje")
        for actor in [second.member, given.administrator, given.stranger] {
            #expect(try await given.submitAgain(id, given.content(), version: returned.version, by: actor) == .notFound)
        }
        #expect(
            try await given.submitAgain(id, given.content(), version: 1, by: organisation.member) == .changedMeanwhile)
        #expect(
            try await given.submitAgain(
                id, given.content("Kok om tien uur"), version: returned.version, by: organisation.member)
                == .queued(id))
        let again = try #require(try await given.find(id))
        #expect(again.state == .queued && again.comment == nil && again.content.title == "Kok om tien uur")
        // What waits may still be made better, without a second mail to the centre.
        let mails = try await given.count("mail")
        #expect(
            try await given.submitAgain(id, given.content(), version: again.version, by: organisation.member)
                == .queued(id))
        #expect(try await given.count("mail") == mails)
        // A second decision writes a second mail.
        #expect(try await given.review(.giveBack(comment: "Waar?"), id, by: given.mediator) == .done)
        #expect(try await given.count("mail", where: "kind = 'vacancy_returned'") == 2)
    }

    @Test(arguments: TestEngine.available)
    func ofTwoSavesOneWins(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        _ = try await given.review(.giveBack(comment: "?"), id, by: given.mediator)
        let outcomes = try await withThrowingTaskGroup(of: SubmitVacancy.Outcome.self) { group in
            for n in 0..<4 {
                group.addTask {
                    try await given.submitAgain(id, given.content("Versie \(n)"), version: 2, by: organisation.member)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .queued(id) } == 1)
    }

    @Test(arguments: TestEngine.available)
    func refusalSaysWhy(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        #expect(try await given.review(.reject(reason: "Dit is betaald werk."), id, by: given.administrator) == .done)
        #expect(try await given.find(id)?.state == .rejected)
        #expect(try await given.texts("text", of: "mail").last?.contains("Dit is betaald werk.") == true)
        #expect(try await given.count("fact", where: "kind = 'vacancy_published'") == 0)
    }

    @Test(arguments: TestEngine.available)
    func whoMayNotReviewFindsNothing(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation)
        let before = try await given.counts()
        for actor in [given.desk, given.stranger, organisation.member, Actor.visitor(centre: given.centre)] {
            for verdict in [ReviewVacancy.Verdict.approve, .giveBack(comment: "x"), .reject(reason: "x")] {
                #expect(try await given.review(verdict, id, by: actor) == .notFound)
            }
        }
        #expect(try await given.counts() == before)
        #expect(try await given.find(id)?.state == .queued)
    }

    /// It would be taken off again within the hour, after a mail that says it is online.
    @Test(arguments: TestEngine.available)
    func whatHasPassedIsNotPublished(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.queuedVacancy(of: organisation, until: CalendarDate(iso: "2026-11-21"))
        let lastEvening = given.now.adding(.hours(10))
        let before = try await given.counts()
        let late = try await given.review(
            ReviewVacancy.Verdict.approve, id, by: given.mediator, at: given.now.adding(.days(2)))
        #expect(late == .dateHasPassed)
        #expect(try await given.counts() == before)
        #expect(try await given.review(ReviewVacancy.Verdict.approve, id, by: given.mediator, at: lastEvening) == .done)
        #expect(try await given.find(id)?.state == .published)
    }
}
