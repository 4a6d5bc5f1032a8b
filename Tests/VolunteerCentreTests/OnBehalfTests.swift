import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The centre's people at work for an organisation, in the spotlight, and what an organisation said before.
@Suite struct OnBehalfTests {
    @Test(arguments: TestEngine.available)
    func aMediatorWorksForAnOrganisationAndTheLogSaysSo(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let token = try await given.session(of: given.mediator)
        func session() async throws -> Session {
            let found = try await given.database.read { tx in
                try Session.find(token: token.text, in: given.centre.id, now: given.now, tx)?.0
            }
            guard let found else { throw Given.Unexpected("no session") }
            return found
        }
        let own = try await session()
        #expect(own.organisation == nil && !own.isOnBehalf)
        #expect(try await begin(given, organisation.id, in: own, by: given.mediator))
        let acting = try await session()
        #expect(acting.organisation?.organisation == organisation.id && acting.isOnBehalf)
        let actor = Actor(
            centre: given.centre, account: acting.account, role: .member(organisation.id), isOnBehalf: true)
        _ = try await given.submit(given.content("Namens"), by: actor)
        #expect(try await given.askColleague("nieuw@pan.example", "Nieuw", by: actor) == .done)
        let actions = try await given.texts("action", of: "audit", where: "actor = 'staff_for_member'")
        #expect(actions.contains("member.invited") && actions.contains { $0.hasPrefix("vacancy.") })
        let ended = try await given.write(by: given.mediator) { work in
            try ActOnBehalf.end(acting, in: work)
        }
        #expect(ended == organisation.id)
        #expect(try await session().organisation == nil)
    }

    @Test(arguments: TestEngine.available)
    func onlyForApprovedOrganisationsOfTheOwnCentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let waiting = try await given.registeredOrganisation("Wacht")
        let elsewhere = try await given.organisation("Elders", in: given.other)
        let here = try await given.organisation()
        for (id, actor) in [
            (waiting.id, given.mediator), (elsewhere.id, given.mediator), (here.id, given.desk),
            (here.id, given.stranger),
        ] {
            let token = try await given.session(of: actor)
            let session = try await given.database.read { tx in
                try Session.find(token: token.text, in: actor.centre.id, now: given.now, tx)?.0
            }
            let begun = try await begin(given, id, in: try #require(session), by: actor)
            #expect(!begun)
        }
        // Suspended meanwhile: the session is its own again.
        let token = try await given.session(of: given.mediator)
        func session() async throws -> Session? {
            try await given.database.read { tx in
                try Session.find(token: token.text, in: given.centre.id, now: given.now, tx)?.0
            }
        }
        let mine = try #require(try await session())
        #expect(try await begin(given, here.id, in: mine, by: given.mediator))
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.run(here.id, reason: "Klachten", in: work)
        }
        #expect(try await session()?.isOnBehalf == false)
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.restore(here.id, in: work)
        }
        #expect(try await session()?.isOnBehalf == false, "she begins anew")
    }

    /// Who may not for a while does not go on by herself afterwards.
    @Test(arguments: TestEngine.available)
    func anotherRoleEndsIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let here = try await given.organisation()
        let token = try await given.session(of: given.mediator)
        func session() async throws -> Session? {
            try await given.database.read { tx in
                try Session.find(token: token.text, in: given.centre.id, now: given.now, tx)?.0
            }
        }
        #expect(try await begin(given, here.id, in: try #require(try await session()), by: given.mediator))
        let account = try #require(given.mediator.account)
        for role in [StaffRole.desk, .mediator] {
            let outcome = try await given.write(by: given.administrator) { work in
                try ChangeStaff.setRole(role, of: account, in: work)
            }
            #expect(outcome == .done)
            #expect(try await session()?.isOnBehalf == false)
        }
    }

    @Test(arguments: TestEngine.available)
    func threeStandInTheSpotlight(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var ids: [ID<Vacancy>] = []
        for number in 1...4 { ids.append(try await given.vacancy("Kok \(number)", of: organisation)) }
        func feature(_ id: ID<Vacancy>, _ on: Bool, by actor: Actor? = nil, after minutes: Int) async throws -> Bool {
            try await given.write(by: actor ?? given.mediator, at: given.now.adding(.minutes(minutes))) { work in
                return try FeatureVacancy.run(id, on, in: work)
            }
        }
        func shown() async throws -> [String] {
            try await given.database.read { tx in
                try VacancyQueries.featured(in: given.centre.id, today: given.centre.today(given.now), tx).map(\.title)
            }
        }
        #expect(try await shown().isEmpty)
        for (number, id) in ids.enumerated() { #expect(try await feature(id, true, after: number)) }
        #expect(try await shown() == ["Kok 4", "Kok 3", "Kok 2"])
        #expect(try await feature(ids[3], false, after: 9))
        #expect(try await shown() == ["Kok 3", "Kok 2", "Kok 1"])
        _ = try await given.archive(ids[2], by: organisation.member)
        #expect(try await shown() == ["Kok 2", "Kok 1"], "what is not on the site is not in the spotlight")
        #expect(try await !feature(ids[2], true, after: 10))
        #expect(try await !feature(ids[0], true, by: organisation.member, after: 10))
        #expect(try await !feature(ids[0], true, by: given.stranger, after: 10))
    }

    @Test(arguments: TestEngine.available)
    func theCentreSeesWhatAnOrganisationSaidBefore(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        func previous() async throws -> OrganisationVersion? {
            try await given.database.read { tx in
                try OrganisationVersion.previous(of: organisation.id, in: given.centre.id, tx)
            }
        }
        #expect(try await previous() == nil)
        let before = try await given.database.read { tx in
            try OrganisationQueries.find(organisation.id, in: given.centre.id, tx)?.details
        }
        var details = try #require(before)
        func save(_ details: Organisation.Details) async throws -> ChangeOrganisation.Outcome {
            try await given.write(by: organisation.member) { work in
                try ChangeOrganisation.run(details, in: work)
            }
        }
        #expect(try await save(details) == .changed)
        #expect(try await previous() == nil, "nothing changed")
        details.shortDescription = "Nu ook op zondag."
        #expect(try await save(details) == .changed)
        #expect(try await previous()?.details == before)
        for number in 1...25 {
            details.place = "Plaats \(number)"
            _ = try await save(details)
        }
        #expect(try await previous()?.details.place == "Plaats 24")
        #expect(try await given.count("organisation_version") == 20)
    }

    private func begin(_ given: Given, _ id: ID<Organisation>, in session: Session, by actor: Actor) async throws
        -> Bool
    {
        try await given.write(by: actor) { work in
            try ActOnBehalf.begin(id, in: session, in: work)
        }
    }
}
