import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Two profiles of one person become one: what was chosen and nothing else, and all of it can be taken back.
@Suite struct MergeVolunteersTests {
    /// Two who did all there is to do: a response and a match each, a favourite, a search, answers, a name in the pool.
    struct World {
        let given: Given
        let organisation: GivenOrganisation
        let vacancy: ID<Vacancy>
        let stays: GivenVolunteer
        let goes: GivenVolunteer

        init(_ engine: TestEngine, stays: String = "Jan de Vries", goes: String = "J. de Vries") async throws {
            given = try await Given(engine)
            organisation = try await given.organisation()
            vacancy = try await given.vacancy(of: organisation)
            self.stays = try await given.volunteer(stays)
            self.goes = try await given.volunteer(goes)
        }

        func fill(_ one: GivenVolunteer, phone: String, alias: String, interest: String) async throws {
            var profile = Volunteer.Profile()
            let name = try await given.texts("name", of: "volunteer", where: "id = \(one.id)")[0]
            (profile.name, profile.phone, profile.place, profile.about) = (name, phone, "Borne", "Ik ben \(alias).")
            profile.sharing = .init(phone: true, place: true, about: true)
            let filled = profile
            _ = try await given.write(by: one.actor) { work in try ChangeProfile.run(filled, in: work) }
            var answers = Answers()
            answers[.interest] = [interest]
            try await given.keep(answers, by: one.actor)
            if !alias.isEmpty { try await given.join(alias, by: one.actor) }
            _ = try await given.keep(vacancy, by: one.actor)
            var question = VacancyQuestion()
            question.words = interest
            _ = try await given.keepSearch(question, by: one.actor)
            let response = try await given.application(of: one, to: vacancy)
            _ = try await given.match(response, by: organisation.member)
        }

        func merge(
            _ choice: MergeChoice = MergeChoice(), by actor: Actor? = nil, at instant: Instant? = nil
        ) async throws -> MergeVolunteers.Outcome {
            try await given.merge(goes.id, into: stays.id, choice, by: actor, at: instant)
        }

        /// All that hangs on people, without the log of who did what.
        func everything() async throws -> [String: [String]] {
            let tables = Given.tables.filter { !["audit", "change", "session", "job"].contains($0) }
            return try await given.database.read { tx in
                var all: [String: [String]] = [:]
                for table in tables {
                    all[table] = try tx("select * from \(name: table) limit 1000").map { "\($0)" }.sorted()
                }
                return all
            }
        }

        func profile(_ id: ID<Volunteer>) async throws -> Volunteer? {
            try await given.database.read { tx in try VolunteerQueries.find(id, in: given.centre.id, tx) }
        }
    }

    /// Elsewhere a side table of the other moved over where the first had none, or was lost.
    @Test(arguments: TestEngine.available)
    func onlyWhatWasChosenComes(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.fill(world.goes, phone: "0612345678", alias: "Zonnetje", interest: "zorg")
        let (before, mails) = (try await world.everything(), try await given.count("mail"))

        guard case .merged(let merge) = try await world.merge(MergeChoice(ofOther: [.phone])) else {
            Issue.record("not merged")
            return
        }

        let kept = try #require(try await world.profile(world.stays.id))
        #expect(kept.phone == "0612345678" && kept.about.isEmpty && kept.place.isEmpty)
        #expect(kept.name == "Jan de Vries" && kept.email == world.stays.email)
        for table in ["favourite", "saved_search", "volunteer_answer", "candidate"] {
            #expect(try await given.count(table, where: "volunteer_id = \(world.stays.id)") == 0, "\(table)")
            #expect(try await given.count(table, where: "volunteer_id = \(world.goes.id)") == 1, "\(table)")
        }
        for table in ["application", "match"] {
            #expect(try await given.count(table, where: "volunteer_id = \(world.stays.id)") == 1, "\(table)")
        }
        #expect(try await world.profile(world.goes.id) == nil)
        #expect(try await given.count("mail") == mails)

        #expect(try await given.undo(merge)?.into == world.stays.id)
        #expect(try await world.everything() == before)
        #expect(try await given.count("mail") == mails)
        // Once.
        #expect(try await given.undo(merge) == nil)
    }

    @Test(arguments: TestEngine.available)
    func everythingChosenComesAndGoesBack(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.fill(world.stays, phone: "0600000000", alias: "", interest: "natuur")
        try await world.fill(world.goes, phone: "0612345678", alias: "Zonnetje", interest: "zorg")
        let before = try await world.everything()
        let all = MergeChoice(
            ofOther: Set(MergeChoice.Field.allCases), along: Set(MergeChoice.Collection.allCases))
        guard case .merged(let merge) = try await world.merge(all) else {
            Issue.record("not merged")
            return
        }
        let kept = try #require(try await world.profile(world.stays.id))
        #expect(kept.name == "J. de Vries" && kept.email == world.goes.email && kept.about == "Ik ben Zonnetje.")
        #expect(try await given.count("candidate", where: "volunteer_id = \(world.stays.id)") == 1)
        #expect(try await given.count("saved_search", where: "volunteer_id = \(world.stays.id)") == 2)
        // The same vacancy is one favourite.
        #expect(try await given.count("favourite", where: "volunteer_id = \(world.stays.id)") == 1)
        #expect(try await given.count("match", where: "volunteer_id = \(world.stays.id)") == 2)
        #expect(
            try await given.count("volunteer_answer", where: "volunteer_id = \(world.stays.id) and answer = 'zorg'")
                == 1)
        #expect(try await given.undo(merge) != nil)
        #expect(try await world.everything() == before)
    }

    private func merged(_ outcome: MergeVolunteers.Outcome) throws -> ID<VolunteerMerge> {
        guard case .merged(let merge) = outcome else { throw SQLError.conflict }
        return merge
    }

    /// The address that was not chosen is nobody's, until it is undone.
    @Test(arguments: TestEngine.available)
    func sheLogsInWithTheAddressThatWasChosen(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let (mine, theirs) = (try #require(world.stays.actor.account), try #require(world.goes.actor.account))
        for account in [mine, theirs] {
            _ = try await given.write(by: world.stays.actor) { work in try OpenSession.run(account, in: work) }
        }
        let merge = try merged(try await world.merge(MergeChoice(ofOther: [.email])))
        #expect(try await given.count("session") == 0)
        func hats(_ account: ID<Account>) async throws -> (ID<Volunteer>?, Int)? {
            try await given.write(by: world.stays.actor) { work in
                let token = try OpenSession.run(account, in: work)
                let found = try Session.find(token: token.text, in: given.centre.id, now: given.now, work.tx)
                return found.map { ($0.0.volunteer, $0.0.choices.volunteers) }
            }
        }
        let (chosen, other) = (try await hats(theirs), try await hats(mine))
        #expect(chosen?.0 == world.stays.id && chosen?.1 == 1)
        #expect(other?.0 == nil && other?.1 == 0)
        for email in [world.stays.email, world.goes.email] {
            try await given.write(by: .visitor(centre: given.centre)) { work in
                try RequestReset.run(email: email, in: work)
            }
        }
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'password_reset'") == [world.goes.email])
        _ = try await given.undo(merge)
        #expect(try await hats(mine)?.0 == world.stays.id)
        #expect(try await hats(theirs)?.0 == world.goes.id)
    }

    /// Of a consent the latest statement counts, and a no in case of doubt.
    @Test(arguments: TestEngine.available)
    func aNoStaysANo(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.fill(world.stays, phone: "0600000000", alias: "Zonnetje", interest: "natuur")
        try await given.join("Maantje", by: world.goes.actor)
        let later = given.now.adding(.hours(1))
        _ = try await given.write(by: world.goes.actor, at: later) { work in try JoinPool.leave(in: work) }
        var shy = Volunteer.Profile()
        shy.name = "J. de Vries"
        shy.sharing = .init(phone: false, place: false, about: true)
        shy.pausedUntil = given.centre.today(given.now).adding(days: 30)
        let profile = shy
        _ = try await given.write(by: world.goes.actor) { work in try ChangeProfile.run(profile, in: work) }
        try await given.database.write { tx in
            try tx(
                """
                insert into candidate_block (centre_id, volunteer_id, organisation_id)
                values (\(given.centre.id), \(world.goes.id), \(world.organisation.id))
                """)
        }
        let before = try await world.everything()
        let merge = try merged(try await world.merge(at: later))
        let kept = try #require(try await world.profile(world.stays.id))
        #expect(kept.sharing == .init(phone: false, place: false, about: true))
        #expect(kept.pausedUntil == shy.pausedUntil)
        #expect(try await given.count("candidate", where: "volunteer_id = \(world.stays.id)") == 0)
        #expect(try await given.count("candidate_block", where: "volunteer_id = \(world.stays.id)") == 1)
        _ = try await given.undo(merge, at: later)
        #expect(try await world.everything() == before)
    }

    /// Who stands aside is met nowhere, and whoever comes with her address is new.
    @Test(arguments: TestEngine.available)
    func nobodyMeetsWhoWasMerged(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.fill(world.stays, phone: "0600000000", alias: "Zonnetje", interest: "natuur")
        try await world.fill(world.goes, phone: "0612345678", alias: "Maantje", interest: "zorg")
        _ = try await world.merge()
        let finder = try given.finder()
        try await finder.catchUp()
        try await given.mailSearchNews(at: given.now.adding(.days(2)))
        #expect(try await given.count("mail", where: "to_address = \(world.goes.email) and kind like 'search%'") == 0)
        let (named, proposed, preview) = try await given.database.read { tx in
            let centre = given.centre.id
            return (
                try VolunteerQueries.named("vries", in: centre, tx).map(\.id),
                try ProbableDoubles.list(in: centre, page: Page(1), tx).total,
                try MergePreview(world.goes.id, world.stays.id, in: centre, tx)
            )
        }
        #expect(named == [world.stays.id] && proposed == 0 && preview == nil)
        let account = try #require(world.goes.actor.account)
        let again = try await given.write(by: .system(centre: given.centre)) { work in
            try BecomeVolunteer.run(account, called: "J. de Vries", in: work)
        }
        #expect(again != world.goes.id)
        let idle = given.now.adding(.days(2000))
        _ = try await given.write(by: .system(centre: given.centre), at: idle) { work in
            try AskIdleVolunteers.run(in: work)
        }
        #expect(try await given.count("volunteer", where: "id = \(world.goes.id) and asked_at is not null") == 0)
    }

    @Test(arguments: TestEngine.available)
    func afterFourteenDaysWhatStayedAsideIsErased(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.fill(world.stays, phone: "0600000000", alias: "Zonnetje", interest: "natuur")
        try await world.fill(world.goes, phone: "0612345678", alias: "Maantje", interest: "zorg")
        let merge = try merged(try await world.merge())
        func forget(_ days: Int) async throws -> Int {
            try await given.write(by: .system(centre: given.centre), at: given.now.adding(.days(days))) { work in
                try ForgetDoubles.run(in: work)
            }
        }
        #expect(try await forget(13) == 0)
        #expect(try await forget(14) == 1)
        #expect(try await forget(14) == 0)
        #expect(try await given.undo(merge, at: given.now.adding(.days(14))) == nil)
        #expect(try await given.count("volunteer", where: "id = \(world.goes.id)") == 0)
        #expect(try await given.count("account", where: "email = \(world.goes.email)") == 0)
        for (table, left) in [("volunteer_merge", 0), ("volunteer_merge_row", 0), ("application", 2), ("match", 2)] {
            #expect(try await given.count(table) == left, "\(table)")
        }
        #expect(try await world.profile(world.stays.id)?.phone == "0600000000")
    }

    @Test(arguments: TestEngine.available)
    func whoLeavesTakesAllOfHerAlong(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let third = try await given.volunteer("Jantje de Vries")
        try await world.fill(world.goes, phone: "0612345678", alias: "Maantje", interest: "zorg")
        _ = try await given.merge(third.id, into: world.goes.id)
        _ = try await world.merge()
        let record = try await given.database.read { tx in
            try VolunteerQueries.find(world.stays.id, in: given.centre.id, tx).map {
                try PersonalRecord.of($0, in: given.centre, tx)
            }
        }
        let merges = record?.sections.first { $0.section == .merges }?.entries ?? []
        #expect(merges.count == 2 && merges[1].contains { $0.value == .text(world.goes.email) })
        // What was not chosen is not shown as hers.
        #expect(record?.sections.first { $0.section == .favourites }?.entries.isEmpty == true)
        let left = try await given.write(by: world.stays.actor) { work in try LeaveCentre.run(in: work) }
        #expect(left)
        for table in ["volunteer", "volunteer_merge", "candidate", "favourite", "application"] {
            #expect(try await given.count(table) == 0, "\(table)")
        }
        #expect(try await given.count("account", where: "email like '%vries%'") == 0)
    }

    /// What came after it stays where it came; a match goes with its response.
    @Test(arguments: TestEngine.available)
    func whatCameSinceKeepsItsPlace(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let theirs = try await given.application(of: world.goes, to: world.vacancy)
        let merge = try merged(try await world.merge(MergeChoice(ofOther: [.name])))
        let other = try await given.vacancy("Gastheer", of: world.organisation)
        let mine = try await given.application(of: world.stays, to: other)
        for response in [theirs, mine] { _ = try await given.match(response, by: world.organisation.member) }
        var profile = Volunteer.Profile()
        (profile.name, profile.phone) = ("Jan P. de Vries", "0699999999")
        let changed = profile
        _ = try await given.write(by: world.stays.actor) { work in try ChangeProfile.run(changed, in: work) }
        #expect(try await given.undo(merge) != nil)
        for (response, owner) in [(theirs, world.goes.id), (mine, world.stays.id)] {
            #expect(try await given.count("application", where: "id = \(response) and volunteer_id = \(owner)") == 1)
            #expect(
                try await given.count("match", where: "application_id = \(response) and volunteer_id = \(owner)") == 1)
        }
        let kept = try #require(try await world.profile(world.stays.id))
        #expect(kept.name == "Jan P. de Vries" && kept.phone == "0699999999")
    }

    @Test(arguments: TestEngine.available)
    func onlyWhoDecidesAboutWhatWasSeen(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        for actor in [given.desk, given.stranger, world.stays.actor, world.organisation.member] {
            #expect(try await world.merge(by: actor) == .notFound)
        }
        #expect(try await given.merge(world.stays.id, into: world.stays.id) == .notFound)
        let seen = try await given.database.read { tx in
            try MergePreview(world.stays.id, world.goes.id, in: given.centre.id, tx)?.seen ?? ""
        }
        _ = try await given.application(of: world.goes, to: world.vacancy)
        let late = try await given.write(by: given.mediator) { work in
            try MergeVolunteers.run(world.goes.id, into: world.stays.id, MergeChoice(), seen: seen, in: work)
        }
        #expect(late == .changedMeanwhile)
        let merge = try merged(try await world.merge())
        for actor in [given.desk, given.stranger, world.stays.actor, world.organisation.member] {
            #expect(try await given.undo(merge, by: actor) == nil)
        }
    }

    /// Ten mediators at the same moment: one of them merges, and nothing of it happens twice.
    @Test(arguments: TestEngine.available)
    func tenAtOnceMergeOnce(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        try await world.fill(world.goes, phone: "0612345678", alias: "Maantje", interest: "zorg")
        let outcomes = try await withThrowingTaskGroup(of: MergeVolunteers.Outcome.self) { group in
            for number in 0..<10 {
                let (goes, stays) =
                    number.isMultiple(of: 2)
                    ? (world.goes.id, world.stays.id) : (world.stays.id, world.goes.id)
                group.addTask { try await world.given.merge(goes, into: stays) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 != .notFound && $0 != .changedMeanwhile } == 1)
        #expect(try await world.given.count("volunteer_merge") == 1)
    }

    /// Whatever is merged into whatever, taken back from the last to the first everybody has what was hers.
    @Test(arguments: TestEngine.available, [1, 2, 3, 4] as [UInt64])
    func takenBackInTurnAllIsAsBefore(_ engine: TestEngine, _ seed: UInt64) async throws {
        let world = try await World(engine)
        var random = SeededRandom(seed)
        var people = [world.stays, world.goes]
        for name in ["Joop de Vries", "Jo de Vries"] { people.append(try await world.given.volunteer(name)) }
        for (number, one) in people.enumerated() {
            let alias = Bool.random(using: &random) ? "Bloem \(number)" : ""
            try await world.fill(one, phone: "060000000\(number)", alias: alias, interest: "zorg")
        }
        var states = [try await world.everything()]
        var merges: [ID<VolunteerMerge>] = []
        for _ in 0..<6 {
            guard let goes = people.randomElement(using: &random), let stays = people.randomElement(using: &random)
            else { continue }
            let choice = MergeChoice(
                ofOther: Set(MergeChoice.Field.allCases.filter { _ in Bool.random(using: &random) }),
                along: Set(MergeChoice.Collection.allCases.filter { _ in Bool.random(using: &random) }))
            guard case .merged(let merge) = try await world.given.merge(goes.id, into: stays.id, choice) else {
                continue
            }
            merges.append(merge)
            states.append(try await world.everything())
        }
        #expect(merges.count > 0)
        for merge in merges.reversed() {
            #expect(try await world.everything() == states.removeLast())
            #expect(try await world.given.undo(merge) != nil)
        }
        #expect(try await world.everything() == states[0])
    }
}
