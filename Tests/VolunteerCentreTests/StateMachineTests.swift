import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Five hundred things happen in an order nobody thought of. Whatever the use cases did, every step in the history is one
/// that `next` allows, the history ends where the record stands, and the facts count what happened.
@Suite struct StateMachineTests {
    @Test(arguments: TestEngine.available, [1, 2] as [UInt64])
    func everyStepIsAllowed(_ engine: TestEngine, _ seed: UInt64) async throws {
        let given = try await Given(engine, seed: seed)
        var random = SeededRandom(seed)
        var now = given.now
        var organisations: [GivenOrganisation] = [try await given.organisation()]
        var vacancies: [ID<Vacancy>] = []
        var applications: [ID<Application>] = []
        var matches: [ID<Match>] = []
        // Two that nobody puts away, so that there is always something to respond to in the first half year.
        let open = [
            try await given.vacancy("Altijd", of: organisations[0]),
            try await given.vacancy("Ook", of: organisations[0]),
        ]
        var volunteers = [try await given.volunteer(), try await given.volunteer("Selma Yildiz")]
        for name in ["Anna", "Bram"] { volunteers.append(try await given.volunteer(name)) }
        let finder = try given.finder()
        try await finder.catchUp()
        for step in 0..<500 {
            now = now.adding(.minutes(Int.random(in: 1...2000, using: &random)))
            let organisation = organisations[Int.random(in: 0..<organisations.count, using: &random)]
            let reviewer = [given.mediator, given.administrator, given.desk, given.stranger][
                Int.random(in: 0..<4, using: &random)]
            let vacancy =
                vacancies.suffix(5).randomElement(using: &random) ?? ID<Vacancy>(1)
            switch Int.random(in: 0..<25, using: &random) {
            case 0: organisations.append(try await given.registeredOrganisation("Organisatie \(step)", at: now))
            case 1:
                _ = try await given.review(ReviewOrganisation.Verdict.approve, organisation.id, by: reviewer, at: now)
            case 2:
                _ = try await given.review(
                    ReviewOrganisation.Verdict.reject(reason: "x"), organisation.id, by: reviewer, at: now)
            case 3, 4:
                let until = Bool.random(using: &random) ? nil : given.centre.today(now).adding(days: 15)
                let member = Bool.random(using: &random) ? organisations[0].member : organisation.member
                let outcome = try await given.submit(given.content("Taak \(step)", until: until), by: member, at: now)
                if case .queued(let id) = outcome { vacancies.append(id) }
            case 5, 6:
                guard let found = try await given.find(vacancy) else { continue }
                let member = organisations.first { $0.id == found.organisation }?.member ?? organisation.member
                _ = try await given.submitAgain(vacancy, given.content(), version: found.version, by: member, at: now)
            case 7, 8: _ = try await given.review(ReviewVacancy.Verdict.approve, vacancy, by: reviewer, at: now)
            case 9:
                _ = try await given.review(ReviewVacancy.Verdict.giveBack(comment: "?"), vacancy, by: reviewer, at: now)
            case 10:
                _ = try await given.review(ReviewVacancy.Verdict.reject(reason: "x"), vacancy, by: reviewer, at: now)
            case 11:
                let outcome = try await given.draft(
                    given.content("Concept \(step)"), by: organisations[0].member, at: now)
                if case .saved(let id, _) = outcome { vacancies.append(id) }
            case 12, 13:
                guard let found = try await given.find(vacancy) else { continue }
                let member = organisations.first { $0.id == found.organisation }?.member ?? organisation.member
                _ = try await given.archive(vacancy, by: member, at: now)
            case 14:
                guard let found = try await given.find(vacancy) else { continue }
                let member = organisations.first { $0.id == found.organisation }?.member ?? organisation.member
                _ = try await given.reactivate(vacancy, by: member, at: now)
            case 15, 16:
                let volunteer = volunteers[Int.random(in: 0..<volunteers.count, using: &random)]
                let outcome = try await given.respond(
                    to: open.randomElement(using: &random) ?? vacancy, as: volunteer.actor, at: now)
                if case .sent(let id) = outcome { applications.append(id) }
            case 17...21:
                guard let id = applications.suffix(4).randomElement(using: &random) else { continue }
                let asked = ([organisations[0].member] + volunteers.map(\.actor)).shuffled(using: &random)
                for actor in asked {
                    switch Int.random(in: 0..<9, using: &random) {
                    case 0, 4: _ = try await given.withdraw(id, by: actor, at: now)
                    case 1: _ = try await given.decline(id, by: actor, at: now)
                    case 2, 3: _ = try await given.write("x", about: id, by: actor, at: now)
                    default:
                        let until = given.centre.today(now).adding(days: 12)
                        let outcome = try await given.match(id, by: actor, until: until, at: now)
                        if case .created(let match) = outcome { matches.append(match) }
                    }
                }
            case 22, 23:
                guard let id = matches.suffix(3).randomElement(using: &random) else { continue }
                for organisation in organisations { _ = try await given.cancel(id, by: organisation.member, at: now) }
            default:
                let target = Bool.random(using: &random) ? vacancy : open[0]
                let outcome = try await given.respond(given.response(), to: target, at: now)
                if case .sent(let id) = outcome { applications.append(id) }
            }
            if Int.random(in: 0..<9, using: &random) == 0 {
                let (centre, later) = (given.centre, now)
                _ = try await given.write(by: .system(centre: centre), at: later) { work in
                    try EndMatch.pastTheirDay(in: work)
                }
            }
            if Int.random(in: 0..<4, using: &random) == 0 { try await given.takeOffline(at: now) }
            if step % 25 == 0 { try await finder.catchUp() }
            if step % 10 == 0 { try await given.work(until: now) }
        }
        try await finder.catchUp()
        try await checkWhatIsFound(finder, given, now)
        #expect(vacancies.count > 10 && organisations.count > 5)
        try await check(given)
    }

    /// The index that followed, one that is read anew, and the database say the same.
    private func checkWhatIsFound(_ finder: Finder, _ given: Given, _ now: Instant) async throws {
        for centre in [given.centre, given.other] {
            let rows = try await given.rows(
                """
                select v.id from vacancy v join organisation o on o.id = v.organisation_id
                where v.centre_id = \(centre.id) and v.state = 'published' and not v.is_full and o.state = 'approved'
                    and (v.publish_until is null or v.publish_until >= \(centre.today(now)))
                order by v.id
                """)
            let truth: [ID<Vacancy>] = try rows.map { try $0["id"] }
            let followed = finder.search(.init(), in: centre, page: Page(1, size: 500), now: now).cards
            let anew = try await given.found(in: centre, at: now).cards
            #expect(followed.elements.map(\.id).sorted() == truth && followed.total == truth.count)
            #expect(anew.elements.map(\.id) == followed.elements.map(\.id))
        }
    }

    private func check(_ given: Given) async throws {
        let history = try await given.rows(
            "select subject, subject_id, from_state, to_state from state_change order by id")
        var current: [String: String] = [:]
        var illegal: Set<String> = []
        var arrivals: [String: Int] = [:]
        for row in history {
            let (subject, id): (String, Int64) = (try row["subject"], try row["subject_id"])
            let (from, to): (String?, String) = (try row["from_state"], try row["to_state"])
            #expect(current["\(subject) \(id)"] == from, "\(subject) \(id) jumps to \(to)")
            current["\(subject) \(id)"] = to
            // Said about its new text: no step.
            if subject == "vacancy", from == to, ["published", "offline"].contains(to) { continue }
            // What was taken back to new is no new response.
            if subject == "application", to == "new", from != nil, isAllowed(subject, from, to) { continue }
            arrivals["\(subject) \(to)", default: 0] += 1
            if !isAllowed(subject, from, to) { illegal.insert("\(subject) \(from ?? "nothing") → \(to)") }
        }
        #expect(illegal.isEmpty, "\(illegal)")
        for (table, subject) in [
            ("vacancy", "vacancy"), ("organisation", "organisation"), ("application", "application"),
            ("match", "match"),
        ] {
            for row in try await given.rows("select id, state from \(name: table)") {
                let (id, state): (Int64, String) = (try row["id"], try row["state"])
                #expect(current["\(subject) \(id)"] == state, "\(subject) \(id)")
            }
        }
        for (fact, arrival) in [
            ("organisation_approved", "organisation approved"),
            ("application", "application new"), ("match", "match active"),
        ] {
            #expect(try await given.count("fact", where: "kind = \(fact)") == arrivals[arrival] ?? 0)
            #expect(arrivals[arrival] ?? 0 > 0, "the run never reached \(arrival)")
        }
        #expect(
            try await given.count("fact", where: "kind in ('vacancy_published', 'vacancy_reactivated')")
                == arrivals["vacancy published"] ?? 0)
        #expect(
            try await given.count("fact", where: "kind = 'vacancy_published'")
                == given.count("vacancy", where: "published_at is not null"))
        for arrival in ["match ended", "match cancelled", "application declined", "application withdrawn"] {
            #expect(arrivals[arrival] ?? 0 > 0, "the run never reached \(arrival)")
        }
        #expect(arrivals["vacancy archived"] ?? 0 > 0 && arrivals["vacancy published"] ?? 0 > 0)
        #expect(arrivals["vacancy offline"] ?? 0 > 0 && arrivals["vacancy draft"] ?? 0 > 0)
    }

    private func isAllowed(_ subject: String, _ from: String?, _ to: String) -> Bool {
        guard let from else {
            return ["vacancy queued", "vacancy draft", "organisation registered", "application new", "match active"]
                .contains(
                    "\(subject) \(to)")
        }
        switch subject {
        case "vacancy":
            guard let from = Vacancy.State(rawValue: from), let to = Vacancy.State(rawValue: to) else { return false }
            return from.next.contains(to)
        case "organisation":
            guard let from = Organisation.State(rawValue: from), let to = Organisation.State(rawValue: to) else {
                return false
            }
            return from.next.contains(to)
        case "application":
            guard let from = Application.State(rawValue: from), let to = Application.State(rawValue: to) else {
                return false
            }
            return from.next.contains(to)
        case "match":
            guard let from = Match.State(rawValue: from), let to = Match.State(rawValue: to) else { return false }
            return from.next.contains(to)
        default: return false
        }
    }

    /// No state is a dead end except where life ends, and every state can be reached.
    @Test func theMachinesAreWhole() {
        for state in Vacancy.State.allCases {
            #expect(!state.next.contains(state) && !state.next.isEmpty)
            #expect(state == .queued || Vacancy.State.allCases.contains { $0.next.contains(state) })
        }
        for state in Organisation.State.allCases {
            #expect(!state.next.contains(state) && !state.next.isEmpty)
            #expect(state == .registered || Organisation.State.allCases.contains { $0.next.contains(state) })
        }
    }
}
