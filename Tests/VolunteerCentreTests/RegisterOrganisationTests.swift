import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import VolunteerCentre

@Suite struct RegisterOrganisationTests {
    @Test(arguments: TestEngine.available)
    func aRegistrationWaitsForTheCentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let before = try await given.counts()
        let outcome = try await given.register(given.registration("Café 't Huis", email: " Anna@Huis.example "))
        guard case .registered(let id) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let found = try await given.database.read { tx in
            (
                try OrganisationQueries.find(id, in: given.centre.id, tx),
                try OrganisationQueries.published(id, in: given.centre.id, tx),
                try OrganisationQueries.find(id, in: given.other.id, tx),
                try OrganisationQueries.members(of: id, in: given.centre.id, tx),
                try StateChange.history(of: "organisation", id.number, in: given.centre.id, tx)
            )
        }
        #expect(found.0?.name == "Café 't Huis" && found.0?.state == .registered && found.0?.createdAt == given.now)
        #expect(found.1 == nil && found.2 == nil)
        #expect(found.3.map(\.account.name) == ["Anna de Vries"] && found.3.first?.account.hasPassword == false)
        #expect(found.4.map(\.to) == ["registered"] && found.4.first?.from == nil && found.4.first?.at == given.now)
        #expect(try await given.texts("name_key", of: "organisation") == ["cafe 't huis"])
        #expect(try await given.texts("action", of: "audit").last == "organisation.registered")
        #expect(try await given.texts("actor", of: "audit").last == "visitor")

        // The contact person and each reviewer; not the desk, not the other centre.
        #expect(
            try await given.texts("kind", of: "mail") == ["organisation_registered"]
                + Array(repeating: "organisation_to_review", count: 2))
        #expect(
            try await given.texts("to_address", of: "mail").map { $0.trimming() }
                == ["Anna@Huis.example", "mediator@borne.example", "administrator@borne.example"])
        let after = try await given.counts()
        #expect(after["job"] == (before["job"] ?? 0) + 3)
        #expect(after["fact"] == before["fact"])
        #expect(after["session"] == 0 && after["credential_link"] == before["credential_link"])
    }

    @Test(arguments: TestEngine.available)
    func theSameFormTwiceIsOneRegistration(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let input = given.registration("De Warme Pan")
        _ = try await given.register(input)
        let before = try await given.counts()
        #expect(try await given.register(input) == .alreadySent)
        #expect(try await given.counts() == before)
        // Two browsers at once.
        var other = given.registration("Het Haverveldje")
        other.submissionKey = "one"
        let sent = other
        let outcomes = try await withThrowingTaskGroup(of: RegisterOrganisation.Outcome.self) { group in
            for _ in 0..<4 { group.addTask { try await given.register(sent) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .alreadySent } == 3)
        #expect(try await given.count("organisation") == 2)
        // The key of one centre is free in the other.
        #expect(try await given.register(sent, in: given.other) != .alreadySent)
    }

    @Test(arguments: TestEngine.available)
    func onePersonIsOneAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let accounts = try await given.count("account")
        for name in ["A", "B"] {
            _ = try await given.register(
                given.registration(name, email: name == "A" ? "anna@x.example" : "ANNA@X.example"))
        }
        _ = try await given.register(given.registration("C", email: "anna@x.example"), in: given.other)
        #expect(try await given.count("account") == accounts + 1)
        #expect(try await given.count("organisation_member") == 3)
    }

    @Test(arguments: TestEngine.available)
    func mailSpeaksTheReadersLanguage(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var input = given.registration("The Pan")
        input.language = .en
        _ = try await given.register(input)
        _ = try await given.register(given.registration("De Pan"), in: given.other)
        let languages = try await given.rows(
            "select language from mail where kind = 'organisation_registered' order by id")
        #expect(try languages.map { try $0["language"] as String } == ["en", "nl-BE"])
    }
}

extension String {
    fileprivate func trimming() -> String { split(separator: " ").joined(separator: " ") }
}
