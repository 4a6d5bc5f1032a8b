import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What happened to merged profiles meanwhile: nothing of one comes to another.
@Suite struct MergeTroubleTests {
    private typealias World = MergeVolunteersTests.World

    private func merged(_ outcome: MergeVolunteers.Outcome) throws -> ID<VolunteerMerge> {
        guard case .merged(let merge) = outcome else { throw SQLError.conflict }
        return merge
    }

    /// A colleague looked meanwhile, and noted that these are two people.
    @Test(arguments: TestEngine.available)
    func twoPeopleAreNotMergedFromAnOldPage(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let (stays, goes) = (world.stays.id, world.goes.id)
        let seen = try #require(
            try await given.database.read { tx in try MergePreview(stays, goes, in: given.centre.id, tx)?.seen })
        let noted = try await given.write(by: given.mediator) { work in
            try ProbableDoubles.keepApart(goes, stays, in: work)
        }
        #expect(noted)
        let outcome = try await given.write(by: given.mediator) { work in
            try MergeVolunteers.run(goes, into: stays, MergeChoice(ofOther: []), seen: seen, in: work)
        }
        #expect(outcome == .changedMeanwhile)
    }

    /// Of two that went into one, the last comes back first.
    @Test(arguments: TestEngine.available)
    func outOfTurnIsNotUndone(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let third = try await given.volunteer("Joop de Vries")
        let before = try await world.everything()
        let all = MergeChoice(ofOther: Set(MergeChoice.Field.allCases))
        let first = try merged(try await world.merge(all))
        let second = try merged(try await given.merge(third.id, into: world.stays.id, all))
        #expect(try await given.undo(first) == nil)
        #expect(try await given.undo(second) != nil)
        #expect(try await given.undo(first) != nil)
        #expect(try await world.everything() == before)
    }

    /// A new entry in the pool is hers who made it; who left it as herself is not put back.
    @Test(arguments: TestEngine.available)
    func thePoolKeepsWhatWasSaidSince(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await given.join("Zonnetje", by: world.stays.actor)
        try await given.join("Maantje", by: world.goes.actor)
        let later = given.now.adding(.hours(1))
        _ = try await given.write(by: world.goes.actor, at: later) { work in try JoinPool.leave(in: work) }
        let merge = try merged(try await world.merge(at: later))
        try await given.join("Sterretje", by: world.stays.actor)
        _ = try await given.undo(merge, at: later)
        let entries = try await given.rows("select volunteer_id, alias from candidate order by volunteer_id")
        #expect(try entries.map { try $0["alias"] as String } == ["Sterretje"])
        #expect(try entries.first?["volunteer_id"] == world.stays.id)
    }

    @Test(arguments: TestEngine.available)
    func anEntryThatWasTakenAlongComesBack(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await given.join("Maantje", by: world.goes.actor)
        let merge = try merged(try await world.merge(MergeChoice(ofOther: [.pool])))
        try await given.join("Maantje", "Ik zing ook.", by: world.stays.actor)
        _ = try await given.undo(merge)
        let entries = try await given.rows("select volunteer_id, introduction from candidate order by volunteer_id")
        #expect(try entries.map { try $0["introduction"] as String } == ["Ik zing ook.", "Ik kook graag."])
    }

    @Test(arguments: TestEngine.available)
    func answersAndANoSinceStayHers(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        for (one, interest) in [(world.stays, "zorg"), (world.goes, "natuur")] {
            var answers = Answers()
            answers[.interest] = [interest]
            try await given.keep(answers, by: one.actor)
            var open = Volunteer.Profile()
            open.name = one.id == world.stays.id ? "Jan de Vries" : "J. de Vries"
            open.sharing = .init(phone: one.id == world.stays.id, place: true, about: true)
            let profile = open
            _ = try await given.write(by: one.actor) { work in try ChangeProfile.run(profile, in: work) }
        }
        let merge = try merged(try await world.merge(MergeChoice(ofOther: [.answers])))
        var changed = Answers()
        changed[.interest] = ["kunst"]
        try await given.keep(changed, by: world.stays.actor)
        var shut = Volunteer.Profile()
        shut.name = "Jan de Vries"
        shut.sharing = .init(phone: false, place: false, about: false)
        let profile = shut
        let later = given.now.adding(.hours(1))
        _ = try await given.write(by: world.stays.actor, at: later) { work in try ChangeProfile.run(profile, in: work) }
        _ = try await given.undo(merge, at: later)
        func interests(_ id: ID<Volunteer>) async throws -> [String] {
            try await given.database.read { tx in try Answers.of(id, in: given.centre.id, tx)[.interest] }
        }
        #expect(try await interests(world.stays.id) == ["kunst"])
        #expect(try await interests(world.goes.id) == ["natuur"])
        #expect(try await world.profile(world.stays.id)?.sharing == .init(phone: false, place: false, about: false))
    }

    /// A page that was open at that moment wrote to the one that stands aside.
    @Test(arguments: TestEngine.available)
    func whatWasWrittenAsideMeanwhileIsNoTrouble(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        _ = try await given.keep(world.vacancy, by: world.goes.actor)
        let merge = try merged(try await world.merge(MergeChoice(along: [.favourites])))
        try await given.database.write { tx in
            try tx(
                """
                insert into favourite (centre_id, volunteer_id, vacancy_id, created_at)
                values (\(given.centre.id), \(world.goes.id), \(world.vacancy), \(given.now))
                """)
        }
        #expect(try await given.undo(merge) != nil)
        #expect(try await given.count("favourite", where: "volunteer_id = \(world.goes.id)") == 1)
        #expect(try await given.count("favourite") == 1)
    }

    @Test(arguments: TestEngine.available)
    func nobodyIsAskedWhetherSheIsStillThere(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await given.database.write { tx in
            try tx("update volunteer set asked_at = 1, asked_again_at = 2 where id = \(world.stays.id)")
        }
        let before = try await world.everything()
        let merge = try merged(try await world.merge())
        #expect(try await given.count("volunteer", where: "asked_at is not null or asked_again_at is not null") == 0)
        _ = try await given.undo(merge)
        #expect(try await world.everything() == before)
    }

    /// A link that lay in a mailbox makes no third profile, and a name in the pool gives nobody away.
    @Test(arguments: TestEngine.available)
    func oldLinksAndTellingNames(_ engine: TestEngine) async throws {
        let world = try await World(engine, stays: "Greet Bakker", goes: "Greet Jansen")
        let given = world.given
        let account = try #require(world.goes.actor.account)
        _ = try await given.write(by: .system(centre: given.centre)) { work in
            try given.link(.invitation, for: account, in: work).text
        }
        try await given.join("Roos", "Iedereen noemt me mevrouw Bakker.", by: world.goes.actor)
        #expect(try await world.merge(MergeChoice(ofOther: [.pool])) == .revealing)
        try await given.database.write { tx in
            try tx("update candidate set introduction = 'Ik zing.', alias = 'Mevrouw Bakker'")
        }
        #expect(try await world.merge(MergeChoice(ofOther: [.pool])) == .revealing)
        _ = try merged(try await world.merge(MergeChoice(ofOther: [.email])))
        #expect(try await given.count("credential_link", where: "used_at is null and account_id = \(account)") == 0)
    }

    /// Her housemate, who uses the same address, stays logged in.
    @Test(arguments: TestEngine.available)
    func aHousemateStaysLoggedIn(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let account = try #require(world.goes.actor.account)
        let mate = try await given.write(by: .system(centre: given.centre)) { work in
            let mate = try BecomeVolunteer.run(account, called: "Mia de Vries", in: work)
            _ = try OpenSession.run(account, as: mate, in: work)
            return mate
        }
        _ = try merged(try await world.merge())
        #expect(try await given.count("session", where: "volunteer_id = \(mate)") == 1)
    }

    /// A chain stands in what she takes along.
    @Test(arguments: TestEngine.available)
    func theWholeChainIsHersToRead(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let third = try await given.volunteer("Joop de Vries")
        _ = try merged(try await given.merge(third.id, into: world.goes.id))
        _ = try merged(try await world.merge())
        let record = try await given.database.read { tx in
            try VolunteerQueries.find(world.stays.id, in: given.centre.id, tx).map {
                try PersonalRecord.of($0, in: given.centre, tx)
            }
        }
        let merges = record?.sections.first { $0.section == .merges }?.entries ?? []
        #expect(
            merges.flatMap { $0.filter { $0.field == .email }.map(\.value) } == [
                .text(third.email), .text(world.goes.email),
            ])
    }
}
