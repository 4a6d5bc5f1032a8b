import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// A new candidate is counted once, however she came: the council's table counts facts.
@Suite struct CandidacyTests {
    private func respond(_ email: String, phone: String = "", to vacancy: ID<Vacancy>, _ given: Given) async throws
        -> ID<VolunteerCentre.Application>
    {
        var input = RespondAsGuest.Input()
        (input.name, input.email, input.phone, input.submissionKey) = ("Truus", email, phone, given.newKey())
        let sent = input
        let outcome = try await given.write(by: .visitor(centre: given.centre)) { work in
            try RespondAsGuest.run(sent, to: vacancy, in: work)
        }
        guard case .sent(let id) = outcome else { throw Given.Unexpected(outcome) }
        return id
    }

    @Test(arguments: TestEngine.available)
    func eachPersonOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var vacancies: [ID<Vacancy>] = []
        for title in ["Kok", "Gids", "Chauffeur"] {
            vacancies.append(try await given.vacancy(title, of: organisation))
        }
        func counted() async throws -> [String] {
            try await given.texts("channel", of: "fact", where: "kind = 'candidate'")
        }
        let first = try await respond("truus@mail.example", to: vacancies[0], given)
        _ = try await respond("Truus@mail.example", to: vacancies[1], given)
        _ = try await respond("", phone: "074 123 45 67", to: vacancies[0], given)
        _ = try await respond("", phone: "074 123 45 67", to: vacancies[1], given)
        _ = try await given.noted("Jan", email: "jan@mail.example", on: vacancies[2], by: organisation.member)
        #expect(try await counted() == ["guest", "guest", "phone"])
        // Who makes her response hers was counted when she sent it; who registers is new.
        let token = try await given.texts(
            "secret", of: "mail",
            where: "kind = 'application_received_guest' and key = \("application:\(first):received")")[0]
        _ = try await given.write(by: .visitor(centre: given.centre)) { work in
            try ClaimApplication.run(token, by: .writer, in: work)
        }
        #expect(try await counted().count == 3)
        let person = try await given.volunteer("Nieuw Iemand")
        #expect(try await counted() == ["guest", "guest", "phone", "registration"])
        _ = try await given.application(of: person, to: vacancies[0])
        _ = try await respond(person.email, to: vacancies[1], given)
        #expect(try await counted().count == 4)
        // Somebody who shares her address is another person, and the other centre counts its own.
        let account = try #require(person.actor.account)
        for centre in [given.centre, given.other] {
            _ = try await given.write(by: .system(centre: centre)) { work in
                try BecomeVolunteer.run(account, called: "Iemand Anders", in: work)
            }
        }
        #expect(try await given.count("fact", where: "kind = 'candidate' and centre_id = \(given.centre.id)") == 5)
        #expect(try await given.count("fact", where: "kind = 'candidate' and centre_id = \(given.other.id)") == 1)
    }

    /// Two people at the desk who left neither address nor number are two.
    @Test(arguments: TestEngine.available)
    func whoLeftNothingIsNobodyWeKnow(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        for name in ["Jan", "Piet"] { _ = try await given.noted(name, on: vacancy, by: organisation.member) }
        #expect(try await given.count("fact", where: "kind = 'candidate'") == 2)
    }
}
