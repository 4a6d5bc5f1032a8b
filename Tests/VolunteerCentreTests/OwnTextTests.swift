import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import Texts
import VolunteerCentre

/// Mails and pages in a centre's own words.
@Suite struct OwnTextTests {
    private static let words = OwnText.Wording(
        title: "Dank je wel, {{title}}", body: "Hoi,\n\n{{organisation}} heeft je bericht over {{title}}.",
        button: "Kijk hier")

    @Test(arguments: TestEngine.available)
    func mailsHaveTheCentresOwnWords(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation("De Warme Pan")
        #expect(try await change(given, .mail(.applicationReceivedGuest), Self.words) == .changed)
        _ = try await given.application(to: try await given.vacancy("Kok gezocht", of: organisation))
        let mail = try #require(
            try await given.rows("select * from mail where kind = 'application_received_guest'").first)
        let (subject, text): (String, String) = (try mail["subject"], try mail["text"])
        #expect(subject.hasPrefix("Dank je wel, ") && !subject.contains("{"))
        #expect(
            text.contains("De Warme Pan heeft je bericht over Kok gezocht.")
                && text.contains("Kijk hier:\nhttp://borne"))
        #expect(!(try mail["text_places"] as String).isEmpty && !text.contains("[["))
        // Another centre keeps the standard words.
        let other = try await given.database.read { tx in
            try OwnText.newest(.mail(.applicationReceivedGuest), .nlBE, in: given.other.id, tx)
        }
        #expect(other == nil)
    }

    @Test(arguments: TestEngine.available)
    func goingBackKeepsTheHistory(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let place = OwnText.Place.mail(.applicationReceivedGuest)
        #expect(try await change(given, place, Self.words) == .changed)
        let newest = try #require(try await newest(given, place))
        #expect(try await change(given, place, nil, basedOn: newest.id) == .changed)
        let history = try await given.database.read { tx in
            try OwnText.history(place, .nl, in: given.centre.id, page: Page(1), tx)
        }
        #expect(history.elements.map(\.wording) == [nil, Self.words] && history.total == 2)
        #expect(history.elements.allSatisfy { $0.author == "administrator van borne" })
        #expect(
            try await given.texts("action", of: "audit", where: "subject = 'text'") == ["text.changed", "text.reset"])
        _ = try await given.application(to: try await given.vacancy(of: try await given.organisation()))
        let text = try await given.texts("text", of: "mail", where: "kind = 'application_received_guest'").joined()
        #expect(text.contains("Wat leuk dat je hebt gereageerd"))
    }

    @Test(arguments: TestEngine.available)
    func unknownFieldsAreRefusedAndNothingIsKept(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        for (body, problem) in [
            ("Hoi {{naam}}", Template.Problem.unknownField("naam")), ("Hoi {{reason}}", .unknownField("reason")),
        ] {
            let outcome = try await change(
                given, .mail(.applicationReceivedGuest), .init(title: "", body: body, button: ""))
            guard case .refused(let refusals) = outcome else { throw Given.Unexpected(outcome) }
            #expect(refusals.map(\.problem) == [problem])
        }
        #expect(try await given.count("text_version") == 0)
    }

    /// What a mediator asks with a mail of the centre's own words reaches the organisation.
    @Test(arguments: TestEngine.available)
    func aTextHasRoomForWhatIsWrittenWithIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let place = OwnText.Place.mail(.vacancyReturned)
        let outcome = try await change(given, place, .init(title: "", body: "Kijk nog eens.", button: ""))
        guard case .refused(let refusals) = outcome else { throw Given.Unexpected(outcome) }
        #expect(refusals.map(\.problem) == [.missingField("words")])
        #expect(try await change(given, place, .init(title: "", body: "Zie: {{ words }}", button: "")) == .changed)
    }

    @Test(arguments: TestEngine.available)
    func theSecondOfTwoEditorsOverwritesNothing(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        #expect(try await change(given, .page("privacy"), .init(title: "A", body: "een", button: "")) == .changed)
        let outcome = try await change(given, .page("privacy"), .init(title: "B", body: "twee", button: ""))
        guard case .changedMeanwhile(let other) = outcome else { throw Given.Unexpected(outcome) }
        #expect(other.wording?.body == "een")
        #expect(try await given.count("text_version") == 1)
        #expect(
            try await change(given, .page("privacy"), .init(title: "B", body: "twee", button: ""), basedOn: other.id)
                == .changed)
    }

    @Test(arguments: TestEngine.available)
    func onlyTheCentresAdministratorsChangeTexts(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        for actor in [given.desk, given.mediator, given.stranger, .visitor(centre: given.centre)] {
            let outcome = try await change(given, .page("privacy"), .init(title: "A", body: "b", button: ""), by: actor)
            #expect(outcome == .notFound)
        }
        #expect(try await change(given, .page("bestaat-niet"), Self.words) == .notFound)
    }

    @Test(arguments: TestEngine.available)
    func addedPagesComeAndGo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        func add(_ title: String) async throws -> AddPage.Outcome {
            try await given.write(by: given.administrator) { work in
                try AddPage.run(.init(title: title, body: "Van {{centre}}", button: ""), in: work)
            }
        }
        #expect(try await add("Over ons") == .added(name: "over-ons"))
        #expect(try await add("Over ons") == .added(name: "over-ons-2"))
        #expect(try await add("FAQ") == .added(name: "faq-2"))
        #expect(try await add("?!") == .added(name: "pagina"))
        func names() async throws -> [String] {
            try await given.database.read { tx in try CentreQueries.all(tx)[0].pages.map(\.name) }
        }
        #expect(try await names() == ["over-ons", "over-ons-2", "faq-2", "pagina"])
        let first = try #require(try await newest(given, .page("over-ons")))
        #expect(try await change(given, .page("over-ons"), nil, basedOn: first.id) == .changed)
        #expect(try await names() == ["over-ons-2", "faq-2", "pagina"])
        let all = try await given.database.read { tx in
            try OwnText.addedPages(in: given.centre.id, page: Page(1), tx).elements
        }
        #expect(all.map(\.isOnSite) == [false, true, true, true] && all[0].title == "Over ons")
        #expect(
            try await add("Over ons") == .added(name: "over-ons-3"), "the name of a page that is gone stays its own")
        let others = try await given.database.read { tx in try CentreQueries.all(tx)[1].pages }
        #expect(others.isEmpty)
    }

    private func change(
        _ given: Given, _ place: OwnText.Place, _ wording: OwnText.Wording?, basedOn: ID<OwnText>? = nil,
        by actor: Actor? = nil
    ) async throws -> ChangeText.Outcome {
        let input = ChangeText.Input(place: place, language: .nl, wording: wording, basedOn: basedOn)
        return try await given.write(by: actor ?? given.administrator) { work in
            try ChangeText.run(input, in: work)
        }
    }

    private func newest(_ given: Given, _ place: OwnText.Place) async throws -> OwnText? {
        try await given.database.read { tx in try OwnText.newest(place, .nl, in: given.centre.id, tx) }
    }
}
