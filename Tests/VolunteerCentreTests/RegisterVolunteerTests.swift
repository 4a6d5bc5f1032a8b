import Composition
import Foundation
import GivenCentre
import Jobs
import Localisation
import Logging
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct RegisterVolunteerTests {
    private func ask(
        _ given: Given, _ email: String, at now: Instant? = nil, next: String? = nil, answers: Answers? = nil
    ) async throws {
        let request = RegisterVolunteer(
            name: "Happy", email: email, language: .nl, centre: given.centre.id, next: next, answers: answers)
        let (now, key) = (now ?? given.now, given.newKey())
        try await given.database.write { tx in try request.enqueue(key: key, now: now, tx) }
        let worker = Worker(
            database: given.database, handlers: Capabilities.all.jobs(try given.tools()),
            now: { now }, logger: Logger(label: "test"))
        _ = try await worker.runOnce(limit: 10)
    }

    /// Strangers fill nobody's mailbox, however they spell it; and what they used up keeps its owner from no account.
    @Test(arguments: TestEngine.available)
    func spellingsAreOneMailbox(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let vacancy = try await given.vacancy(of: try await given.organisation())
        let spellings = [
            "doel", "Doel", "dOel", "doEl", "doeL", "DOel", "DoEl", "DoeL", "dOEl", "dOeL", "doEL", "DOEL",
        ]
        for name in spellings {
            var response = given.response(email: name + "@mail.example")
            response.message = "Nog iets anders: \(name)"
            _ = try await given.respond(response, to: vacancy)
        }
        #expect(try await given.count("mail", where: "lower(to_address) = 'doel@mail.example'") == 10)
        // The same words of one mailbox, however it is spelled, are one response.
        for name in ["Doel", "dOEL"] {
            let again = try await given.respond(given.response(email: name + "@mail.example"), to: vacancy)
            #expect((again == .alreadySent) == (name == "dOEL"))
        }
        for (minutes, name) in spellings.enumerated() {
            try await ask(given, name + "@mail.example", at: given.now.adding(.minutes(5 * minutes)))
        }
        #expect(try await given.count("mail", where: "kind = 'volunteer_registered'") == 3)
    }

    /// The answers of the questions wait with the link in the mail and become part of the profile.
    @Test(arguments: TestEngine.available)
    func answersComeAlongWithANewAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var answers = Answers()
        answers[.interest] = ["taal", "dieren"]
        answers[.support] = ["rustig"]
        answers[.birthYear] = ["1956"]
        try await ask(given, "truus@mail.example", answers: answers)
        #expect(try await given.count("volunteer_answer") == 0, "not before she proved her address")
        let token = try #require(try await given.texts("secret", of: "mail").first)
        let set = SetPassword(in: given.workroom, hasher: PasswordHasher())
        guard
            case .welcome(_, let link) = try await set(
                token: token, password: "vier blauwe bussen", at: given.centre, now: given.now)
        else { throw Given.Unexpected("no welcome") }
        let kept = try await given.database.read { tx -> Answers in
            let volunteer = try VolunteerQueries.of(link.account, in: given.centre.id, tx).first
            return try Answers.of(volunteer?.id ?? ID(0), in: given.centre.id, tx)
        }
        #expect(kept[.interest] == ["dieren", "taal"] && kept[.birthYear] == ["1956"] && kept[.support] == ["rustig"])
        #expect(try await given.count("credential_link", where: "answers is not null") == 0)
    }

    /// Nobody has a profile before the link in the mail was used: anybody can type anybody's address.
    @Test(arguments: TestEngine.available)
    func theLinkMakesTheProfile(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        try await ask(given, "happy@mail.example", next: "/vacatures/1-kok/reageren/met-account")
        try await ask(given, "happy@mail.example")
        #expect(try await given.count("volunteer") == 0)
        let secrets = try await given.texts("secret", of: "mail", where: "kind = 'volunteer_registered'")
        #expect(secrets.count == 1, "one unused link in three minutes")
        let hasher = PasswordHasher(logRounds: 4, random: given.random)
        let set = SetPassword(in: given.workroom, hasher: hasher)
        let outcome = try await set(
            token: secrets[0], password: "drie groene fietsen", at: given.centre, now: given.now)
        guard case .welcome(let token, let link) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(link.next == "/vacatures/1-kok/reageren/met-account")
        let session = try await given.database.read { tx in
            try Session.find(token: token.text, in: given.centre.id, now: given.now, tx)?.0
        }
        #expect(session?.volunteer != nil && session?.organisation == nil)
    }

    /// Who has an account is told so by mail only, and keeps it as it is.
    @Test(arguments: TestEngine.available)
    func whoIsKnownGetsAnotherMail(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let happy = try await given.volunteer()
        let before = try await given.texts("name", of: "volunteer")
        try await ask(given, happy.email.uppercased())
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'volunteer_known'") == [happy.email])
        #expect(try await given.texts("name", of: "volunteer") == before)
        #expect(try await given.count("volunteer") == 1)
    }
}
