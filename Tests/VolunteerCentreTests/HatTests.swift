import Composition
import GivenCentre
import Jobs
import Localisation
import Logging
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The name stands on the hat, and an address may be shared (decision 6).
@Suite struct HatTests {
    private let password = "drie groene fietsen"

    private func work(_ given: Given, at now: Instant) async throws {
        let worker = Worker(
            database: given.database, handlers: Capabilities.all.jobs(try given.tools()), now: { now },
            logger: Logger(label: "test"))
        _ = try await worker.runOnce(limit: 10)
    }

    private func register(_ name: String, _ email: String, _ given: Given, answers: Answers? = nil) async throws {
        let request = RegisterVolunteer(
            name: name, email: email, language: .nl, centre: given.centre.id, next: "/mijn/profiel", answers: answers)
        let key = given.newKey()
        try await given.database.write { tx in try request.enqueue(key: key, now: given.now, tx) }
        try await work(given, at: given.now)
    }

    private func forget(_ email: String, _ given: Given, at now: Instant) async throws {
        try await given.write(by: .visitor(centre: given.centre), at: now) { work in
            try RequestReset.run(email: email, in: work)
        }
    }

    private func set(_ token: String, _ given: Given, at now: Instant? = nil) async throws -> (Token, CredentialLink) {
        let use = SetPassword(in: given.workroom, hasher: PasswordHasher(logRounds: 4, random: given.random))
        guard
            case .welcome(let session, let link) = try await use(
                token: token, password: password, at: given.centre, now: now ?? given.now)
        else { throw Given.Unexpected("no welcome") }
        return (session, link)
    }

    private func claim(_ token: String, by person: ClaimApplication.Person, _ given: Given) async throws
        -> ClaimApplication.Outcome
    {
        try await given.write(by: .visitor(centre: given.centre)) { work in
            try ClaimApplication.run(token, by: person, in: work)
        }
    }

    private func guest(_ name: String, _ email: String, to vacancy: ID<Vacancy>, _ given: Given) async throws
        -> ID<VolunteerCentre.Application>
    {
        var input = RespondAsGuest.Input()
        (input.name, input.email, input.submissionKey) = (name, email, given.newKey())
        let sent = input
        let outcome = try await given.write(by: .visitor(centre: given.centre)) { work in
            try RespondAsGuest.run(sent, to: vacancy, in: work)
        }
        guard case .sent(let id) = outcome else { throw Given.Unexpected(outcome) }
        return id
    }

    private func token(_ id: ID<VolunteerCentre.Application>, _ given: Given) async throws -> String {
        try await given.texts(
            "secret", of: "mail", where: "kind = 'application_received_guest' and key like \("%:\(id)%")")[0]
    }

    /// Whoever types an address first says nothing about how its owner is called.
    @Test(arguments: TestEngine.available)
    func theNameOfTheLinkThatWasUsed(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        try await register("Kwaadaardige Grap", "truus@mail.example", given)
        try await given.database.write { tx in
            try tx("update credential_link set created_at = created_at - 3600000")
        }
        try await register("Truus de Wit", "truus@mail.example", given)
        let secrets = try await given.texts("secret", of: "mail", where: "kind = 'volunteer_registered'")
        #expect(secrets.count == 2)
        let (session, _) = try await set(secrets[1], given)
        #expect(try await given.texts("name", of: "volunteer") == ["Truus de Wit"])
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)?.0
        }
        #expect(found?.name == "Truus de Wit")
    }

    /// One person, three hats, three names; the log says under which she acted.
    @Test(arguments: TestEngine.available)
    func eachHatHasItsName(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let own = try await given.organisation("Weekend", email: "anna@mail.example")
        let other = try await given.organisation("De Grijpers")
        _ = try await given.colleague("anna@mail.example", "Mw. A. de Vries", of: other)
        let names = try await given.texts(
            "name", of: "organisation_member", where: "account_id = \(own.member.account)")
        #expect(Set(names) == ["Anna de Vries", "Mw. A. de Vries"])
        let account = try #require(own.member.account)
        let volunteer = try await given.write(by: own.member) { work in
            try BecomeVolunteer.run(account, called: "Anna", in: work)
        }
        var profile = Volunteer.Profile()
        profile.name = "Annie"
        let changed = profile
        let saved = try await given.write(
            by: Actor(centre: given.centre, account: account, role: .volunteer(volunteer))
        ) { work in try ChangeProfile.run(changed, in: work) }
        #expect(saved)
        let after = try await given.texts("name", of: "organisation_member", where: "account_id = \(account)")
        #expect(Set(after) == Set(names), "another hat keeps its name")
        let log = try await given.database.read { tx in
            try Audit.list(
                in: given.centre.id, matching: ["annie"], meant: { _ in .init(actions: [], subjects: [], actors: []) },
                page: Page(1), tx)
        }
        #expect(log.total > 0)
    }

    /// A couple shares an address. The second response is asked whose it is, and each has a place of their own.
    @Test(arguments: TestEngine.available)
    func aCoupleSharesAnAddress(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let (cook, driver) = (
            try await given.vacancy("Kok", of: organisation), try await given.vacancy("Chauffeur", of: organisation)
        )
        let his = try await guest("Piet Bakker", "bakker@mail.example", to: cook, given)
        guard case .setPassword(let link) = try await claim(try await token(his, given), by: .writer, given) else {
            throw Given.Unexpected("no password")
        }
        _ = try await set(link.text, given)
        let hers = try await guest("Ria Bakker", "bakker@mail.example", to: driver, given)
        let others = try await given.database.read { tx -> [Volunteer] in
            guard let application = try ApplicationQueries.find(hers, in: given.centre.id, tx) else { return [] }
            return try ClaimApplication.others(application, in: given.centre.id, tx)
        }
        #expect(others.map(\.name) == ["Piet Bakker"])
        guard case .logIn = try await claim(try await token(hers, given), by: .writer, given) else {
            throw Given.Unexpected("no log-in")
        }
        #expect(try await given.texts("name", of: "volunteer") == ["Piet Bakker", "Ria Bakker"])
        #expect(try await given.count("account", where: "email = 'bakker@mail.example'") == 1)

        // She leaves; he keeps his response, his log-in and his mail.
        let people = try await given.database.read { tx in
            try VolunteerQueries.of(others[0].account, in: given.centre.id, tx)
        }
        let ria = Actor(centre: given.centre, account: others[0].account, role: .volunteer(people[1].id))
        #expect(try await given.write(by: ria) { work in try LeaveCentre.run(in: work) })
        #expect(try await given.texts("name", of: "volunteer") == ["Piet Bakker"])
        #expect(try await given.count("application", where: "id = \(his)") == 1)
        #expect(try await given.count("application", where: "id = \(hers)") == 0)
        #expect(try await given.count("account", where: "email = 'bakker@mail.example'") == 1)
        #expect(try await given.count("mail", where: "to_address = 'bakker@mail.example'") > 0)
    }

    /// Somebody who is known says so: her two responses are hers, also under another spelling of her name.
    @Test(arguments: TestEngine.available)
    func whoIsKnownSaysSo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let person = try await given.volunteer("Ria Bakker")
        let stranger = try await given.volunteer("Iemand Anders")
        let response = try await guest("R. Bakker", person.email, to: try await given.vacancy(of: organisation), given)
        let secret = try await token(response, given)
        guard case .notFound = try await claim(secret, by: .known(stranger.id), given) else {
            throw Given.Unexpected("somebody else's")
        }
        guard case .logIn = try await claim(secret, by: .known(person.id), given) else {
            throw Given.Unexpected("not hers")
        }
        #expect(try await given.count("application", where: "id = \(response) and volunteer_id = \(person.id)") == 1)
        #expect(try await given.count("volunteer") == 2)
    }

    /// The page of a link that is too old says *ask for a new one*: it comes, with what she had answered, once in three minutes.
    @Test(arguments: TestEngine.available)
    func aLinkThatCameTooLateIsMadeAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var answers = Answers()
        answers[.interest] = ["taal"]
        try await register("Truus de Wit", "truus@mail.example", given, answers: answers)
        let late = given.now.adding(.days(15))
        let old = try await given.secret(of: "volunteer_registered", to: "truus@mail.example")
        let standing = try await given.database.read { tx in
            try CredentialLink.standing(token: old, in: given.centre.id, now: late, tx)
        }
        #expect(standing == .expired("truus@mail.example"))
        try await forget("truus@mail.example", given, at: late)
        try await forget("truus@mail.example", given, at: late)
        let secrets = try await given.texts("secret", of: "mail", where: "kind = 'volunteer_registered'")
        #expect(secrets.count == 2)
        let (_, link) = try await set(secrets[1], given, at: late)
        #expect(link.next == "/mijn/profiel" && link.makesVolunteer)
        #expect(try await given.texts("name", of: "volunteer") == ["Truus de Wit"])
        #expect(try await given.count("volunteer_answer", where: "answer = 'taal'") == 1)
        try await forget("niemand@mail.example", given, at: late)
        #expect(try await given.count("mail", where: "to_address = 'niemand@mail.example'") == 0)
    }
}
