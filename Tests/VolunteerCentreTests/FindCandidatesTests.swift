import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What an organisation asks of the pool is counted and told, so that nobody copies it.
@Suite struct FindCandidatesTests {
    private static let people = 150

    private func pool(_ given: Given) async throws -> [ID<Volunteer>] {
        var ids: [ID<Volunteer>] = []
        for number in 0..<Self.people {
            let person = try await given.volunteer("Kandidaat \(number)")
            var own = Answers()
            own[.interest] = [number.isMultiple(of: 2) ? "zorg" : "sport"]
            try await given.keep(own, by: person.actor)
            try await given.join("Naam\(number)", "Ik speel graag cello\(number).", by: person.actor)
            ids.append(person.id)
        }
        return ids
    }

    private func codes(_ given: Given) async throws -> [String] {
        try await given.rows("select code from candidate order by volunteer_id").map { try $0["code"] }
    }

    private func ask(_ question: String, _ codes: [String], by actor: Actor, _ given: Given, at now: Instant? = nil)
        async throws -> FindCandidates.Outcome
    {
        try await given.write(by: actor, at: now ?? given.now) { work in
            try FindCandidates.run(question, found: codes, in: work)
        }
    }

    /// As a script of an organisation would: every alias as a question, every page.
    @Test(arguments: TestEngine.available)
    func aListingScriptGetsLittle(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await pool(given)
        let finder = try given.finder()
        try await finder.catchUp()
        var got: Set<String> = []
        var refused = 0
        for number in 0..<Self.people {
            for page in 1...(number == 0 ? 5 : 1) {
                let words = number == 0 ? "" : "naam\(number)"
                let found = finder.candidates(words, interests: [], hidden: [], in: given.centre, page: Page(page))
                switch try await ask(words, found.elements.map(\.code), by: organisation.member, given) {
                case .shown(let codes): got.formUnion(codes)
                case .tooManyQuestions: refused += 1
                case .notFound: throw Given.Unexpected("not found")
                }
            }
        }
        #expect(got.count == FindCandidates.peoplePerDay)
        #expect(refused == Self.people - FindCandidates.questionsPerDay)
        #expect(try await given.count("candidate_search") == FindCandidates.questionsPerDay)
        #expect(
            try await given.count("audit", where: "action = 'candidates.searched'") == FindCandidates.questionsPerDay)
        let stopped: SQL =
            "rule = 'limit.reached' and reason = 'candidate-questions' and subject_id = \(organisation.id)"
        #expect(try await given.count("automatic_act", where: stopped) == 1, "said once a day, however often")
        // Tomorrow is another day, and another organisation has its own.
        let other = try await given.organisation("Anderen")
        let all = try await codes(given)
        guard case .shown(let codes) = try await ask("x", all, by: other.member, given) else {
            throw Given.Unexpected("")
        }
        #expect(codes.count == FindCandidates.peoplePerDay)
        guard case .shown = try await ask("x", [], by: organisation.member, given, at: given.now.adding(.days(1)))
        else {
            throw Given.Unexpected("not tomorrow")
        }
    }

    /// However many colleagues search in the same moment.
    @Test(arguments: TestEngine.available)
    func alsoAtOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await pool(given)
        let all = try await codes(given)
        let outcomes = try await withThrowingTaskGroup(of: FindCandidates.Outcome.self) { group in
            for number in 0..<40 {
                let some = Array(all.dropFirst(number * 3).prefix(12))
                group.addTask { try await ask("vraag \(number)", some, by: organisation.member, given) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let shown = outcomes.reduce(into: Set<String>()) { all, one in
            if case .shown(let codes) = one { all.formUnion(codes) }
        }
        #expect(outcomes.filter { $0 == .tooManyQuestions }.count == 40 - FindCandidates.questionsPerDay)
        #expect(shown.count <= FindCandidates.peoplePerDay && shown.count > 12)
        #expect(try await given.count("candidate_found") == shown.count)
    }

    @Test(arguments: TestEngine.available)
    func whoWasFoundSeesIt(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation("De Warme Pan")
        let happy = try await given.volunteer()
        try await given.join("Zonnetje", by: happy.actor)
        let code = try await given.code(of: happy.id)
        for question in ["zon", "zon", "koken"] {
            #expect(try await ask(question, [code], by: organisation.member, given) == .shown([code]))
        }
        let (seen, record) = try await given.database.read { tx in
            let volunteer = try #require(try VolunteerQueries.find(happy.id, in: given.centre.id, tx))
            return (
                try VolunteerQueries.found(happy.id, in: given.centre.id, tx),
                try PersonalRecord.of(volunteer, in: given.centre, tx)
            )
        }
        #expect(seen.map(\.organisation) == ["De Warme Pan"], "once a day")
        #expect(record.sections.first { $0.section == .found }?.entries.count == 1)
        for actor in [given.mediator, happy.actor, given.stranger, .visitor(centre: given.centre)] {
            #expect(try await ask("zon", [code], by: actor, given) == .notFound)
        }
        let erased = try await given.write(by: happy.actor) { work in
            try EraseVolunteer.run(happy.id, in: work)
        }
        #expect(erased)
        #expect(try await given.count("candidate_found") == 0)
    }

    /// Words of what only her own page tells find nobody.
    @Test func whatIsHiddenIsNotSearchable() async throws {
        let given = try await Given(.sqlite)
        let happy = try await given.volunteer()
        var own = Answers()
        (own[.interest], own[.activity], own[.place]) = (["zorg"], ["koken"], ["7621"])
        try await given.keep(own, by: happy.actor)
        try await given.join("Zonnetje", "Ik speel graag cello.", by: happy.actor)
        let finder = try given.finder()
        try await finder.catchUp()
        func found(_ words: String) -> Int {
            finder.candidates(words, interests: [], hidden: [], in: given.centre, page: Page(1)).total
        }
        #expect(found("zonnetje") == 1 && found("zorg") == 1 && found("Borne") == 1)
        #expect(found("cello") == 0 && found("speel") == 0 && found("koken") == 0)
    }
}
