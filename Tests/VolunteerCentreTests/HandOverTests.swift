import Composition
import GivenCentre
import Jobs
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// No knowledge is lost with whoever leaves, and nobody who responded is left with nobody.
@Suite struct HandOverTests {
    /// An organisation of three, with vacancies that Els looks after.
    private struct World: Sendable {
        let given: Given
        let organisation: GivenOrganisation
        let els: Actor
        let bas: Actor

        init(_ engine: TestEngine) async throws {
            given = try await Given(engine)
            organisation = try await given.organisation()
            els = try await given.colleague("els@pan.example", "Els Kramer", of: organisation)
            bas = try await given.colleague("bas@pan.example", "Bas Mulder", of: organisation)
        }

        func account(_ actor: Actor) throws -> ID<Account> { try #require(actor.account) }

        @discardableResult
        func choose(_ actor: Actor?, for id: ID<Vacancy>, insteadOf seen: Actor? = nil) async throws
            -> ChooseContactPerson.Outcome
        {
            let (chosen, seen) = (actor?.account, seen?.account)
            return try await given.write(by: organisation.member) { work in
                try ChooseContactPerson.run(id, chosen, seen: seen, in: work)
            }
        }

        func handOver(_ actor: Actor, to receiver: HandOver.Receiver, by who: Actor) async throws -> HandOver.Outcome {
            let account = try account(actor)
            return try await given.write(by: who) { work in try HandOver.run(account, to: receiver, in: work) }
        }

        func remove(_ actor: Actor, handingTo receiver: HandOver.Receiver?) async throws -> HandOver.Outcome {
            let account = try account(actor)
            return try await given.write(by: organisation.member) { work in
                try HandOver.remove(account, handingTo: receiver, in: work)
            }
        }

        func contact(_ id: ID<Vacancy>) async throws -> String? {
            try await given.database.read { tx in try ContactPerson.of(id, in: given.centre.id, tx)?.name }
        }

        func draft() async throws -> ID<Vacancy> {
            let saved = try await given.draft(given.content(), by: organisation.member)
            guard case .saved(let id, _) = saved else { throw Given.Unexpected(saved) }
            return id
        }

        func items(_ actor: Actor, seenBy who: Actor) async throws -> [HandOver.Item]? {
            let account = try account(actor)
            return try await given.database.read { tx in
                try HandOver.items(of: account, in: given.unit(tx, by: who))
            }
        }

        func history(_ id: ID<Vacancy>) async throws -> [ContactChange] {
            try await given.database.read { tx in try ContactChange.history(of: id, in: given.centre.id, tx) }
        }

        func mailed(_ kind: String) async throws -> [String] {
            try await given.texts("to_address", of: "mail", where: "kind = \(kind)")
        }
    }

    @Test(arguments: TestEngine.available)
    func whoLooksAfterItHearsFirstAndAllHearWhatWaits(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let id = try await given.vacancy(of: world.organisation)
        #expect(try await world.choose(world.bas, for: id) == .done)
        #expect(try await world.choose(world.bas, for: id) == .done, "pressed twice")
        #expect(try await world.mailed("contact_chosen") == ["bas@pan.example"])
        _ = try await given.application(to: id)
        #expect(try await world.mailed("application_arrived") == ["bas@pan.example"])
        try await given.remindUnanswered(at: given.now.adding(.days(8)))
        #expect(
            Set(try await world.mailed("applications_waiting"))
                == ["bas@pan.example", "els@pan.example", world.organisation.email])
        // What was chosen is about what was seen.
        #expect(try await world.choose(world.els, for: id) == .changedMeanwhile)
        #expect(try await world.contact(id) == "Bas Mulder")
        let theirs = try await given.organisation("Ander")
        #expect(try await world.choose(theirs.member, for: id, insteadOf: world.bas) == .gone)
        let other = try await given.vacancy("Elders", of: theirs)
        #expect(try await world.choose(world.els, for: other) == .notFound)
        #expect(try await world.choose(nil, for: id, insteadOf: world.bas) == .done)
        _ = try await given.application(to: id)
        #expect(try await world.mailed("application_arrived").count == 4)
    }

    @Test(arguments: TestEngine.available)
    func oneButtonHandsOverEverything(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let cook = try await given.vacancy("Kok", of: world.organisation)
        let driver = try await given.vacancy("Chauffeur", of: world.organisation)
        let foreign = try await given.vacancy("Gast", of: world.organisation)
        for id in [cook, driver] { try await world.choose(world.els, for: id) }
        for _ in 1...2 { _ = try await given.application(to: cook) }
        let happy = try await given.volunteer()
        _ = try await given.match(try await given.application(of: happy, to: driver), by: world.organisation.member)
        let els = try world.account(world.els)
        let items = try await world.items(world.els, seenBy: world.els)
        #expect(items?.map(\.title) == ["Chauffeur", "Kok"] && items?.map(\.open) == [0, 2])
        #expect(items?.map(\.matches) == [1, 0])
        // An editor hands over her own, and nobody else's.
        let bas = try world.account(world.bas)
        #expect(try await world.items(world.els, seenBy: world.bas) == nil)
        #expect(try await world.handOver(world.els, to: .everybody, by: world.bas) == .notFound)
        #expect(try await world.handOver(world.els, to: .colleague(els), by: world.els) == .receiverGone)
        #expect(try await world.handOver(world.els, to: .colleague(bas), by: world.els) == .done)
        for id in [cook, driver] { #expect(try await world.contact(id) == "Bas Mulder") }
        #expect(try await world.contact(foreign) == nil)
        let mail = try await given.texts("text", of: "mail", where: "kind = 'handed_over'")
        #expect(
            mail.count == 1 && mail[0].contains("Tot nu toe was Els Kramer het aanspreekpunt. Vanaf nu ben jij dat:"))
        #expect(mail[0].contains("Kok (2 open reacties)") && mail[0].contains("Chauffeur (1 match)"))
        let step = try #require(try await world.history(cook).last)
        #expect((step.from, step.to, step.cause) == ("Els Kramer", "Bas Mulder", .handedOver))
        #expect(step.author == "Els Kramer")
        #expect(try await world.handOver(world.els, to: .colleague(bas), by: world.els) == .nothing, "pressed twice")
        #expect(try await world.mailed("handed_over").count == 1)
    }

    @Test(arguments: TestEngine.available)
    func whoLeavesLeavesNothingBehind(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let id = try await given.vacancy(of: world.organisation)
        let draft = try await world.draft()
        for vacancy in [id, draft] { try await world.choose(world.els, for: vacancy) }
        _ = try await given.application(to: id)
        #expect(try await world.remove(world.els, handingTo: nil) == .looksAfterSomething)
        let bas = try world.account(world.bas)
        #expect(try await world.remove(world.bas, handingTo: nil) == .done)
        // Who was chosen on the page has left meanwhile: nothing happens.
        #expect(try await world.remove(world.els, handingTo: .colleague(bas)) == .receiverGone)
        #expect(try await world.contact(id) == "Els Kramer")
        let anna = try world.account(world.organisation.member)
        #expect(try await world.remove(world.els, handingTo: .colleague(anna)) == .done)
        for vacancy in [id, draft] { #expect(try await world.contact(vacancy) == "Anna de Vries") }
        let step = try #require(try await world.history(id).last)
        #expect((step.from, step.cause, step.author) == ("Els Kramer", .left, "Anna de Vries"))
        #expect(try await world.remove(world.organisation.member, handingTo: .everybody) == .lastOwner)
        // The reminder of what she had reaches who took it over.
        try await given.remindUnanswered(at: given.now.adding(.days(8)))
        #expect(try await world.mailed("applications_waiting") == [world.organisation.email])
    }

    @Test(arguments: TestEngine.available)
    func aDepartmentTakesOver(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let id = try await given.vacancy(of: world.organisation)
        try await world.choose(world.els, for: id)
        let bas = try world.account(world.bas)
        let kitchen = try await given.write(by: world.organisation.member) { work -> ID<Department> in
            _ = try ChangeDepartments.add("Keuken", in: work)
            _ = try ChangeDepartments.add("Kantoor", in: work)
            let all = try Department.all(of: world.organisation.id, in: work.centre.id, work.tx)
            _ = try ChangeDepartments.assign(bas, to: all.first { $0.name == "Keuken" }?.id, in: work)
            _ = try ChangeDepartments.assign(
                try #require(world.organisation.member.account), to: all.first { $0.name == "Kantoor" }?.id, in: work)
            return try #require(all.first { $0.name == "Keuken" }?.id)
        }
        // A text that waits for the centre says the same.
        var content = try #require(try await given.find(id)).content
        content.title = "Kok voor de zondag"
        let changed = content
        let version = try #require(try await given.find(id)).version
        _ = try await given.write(by: world.organisation.member) { work in
            try SubmitVacancy.again(id, changed, version: version, in: work)
        }
        #expect(try await world.handOver(world.els, to: .department(kitchen), by: world.organisation.member) == .done)
        let moved = try #require(try await given.find(id))
        #expect(moved.content.department?.name == "Keuken" && moved.pending?.content.department?.name == "Keuken")
        #expect(moved.pending?.content.title == "Kok voor de zondag")
        #expect(try await world.mailed("handed_to_all") == ["bas@pan.example"], "who works elsewhere is left alone")
        _ = try await given.application(to: id)
        #expect(Set(try await world.mailed("application_arrived")) == ["bas@pan.example", "els@pan.example"])
        #expect(try await world.history(id).last?.to == "Keuken")
    }

    /// What somebody else may not undo with a form of before, and who hears.
    @Test(arguments: TestEngine.available)
    func anOlderFormTakesNoDepartmentBack(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let id = try await given.vacancy(of: world.organisation)
        let before = try #require(try await given.find(id))
        try await world.choose(world.els, for: id)
        let kitchen = try await given.write(by: world.organisation.member) { work -> ID<Department> in
            _ = try ChangeDepartments.add("Keuken", in: work)
            return try #require(try Department.all(of: world.organisation.id, in: work.centre.id, work.tx).first?.id)
        }
        #expect(try await world.handOver(world.els, to: .department(kitchen), by: world.organisation.member) == .done)
        let saved = try await given.write(by: world.organisation.member) { work in
            try SubmitVacancy.again(id, before.content, version: before.version, in: work)
        }
        #expect(saved == .changedMeanwhile)
        let after = try #require(try await given.find(id))
        #expect(after.approvedVersion == after.version && after.state == .published, "it says what was approved")
        // Nobody works there: all get the mail, but for who pressed and who handed over.
        #expect(try await world.mailed("handed_to_all") == ["bas@pan.example"])
    }

    @Test(arguments: TestEngine.available)
    func pressedManyTimesIsFewMails(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let id = try await world.given.vacancy(of: world.organisation)
        for _ in 1...10 {
            try await world.choose(world.els, for: id, insteadOf: world.bas)
            try await world.choose(world.els, for: id, insteadOf: nil)
            try await world.choose(world.bas, for: id, insteadOf: world.els)
        }
        #expect(try await world.mailed("contact_chosen").sorted() == ["bas@pan.example", "els@pan.example"])
    }

    /// The centre mends her address: what she looks after goes along.
    @Test(arguments: TestEngine.available)
    func aCorrectedColleagueKeepsWhatSheLooksAfter(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let id = try await given.vacancy(of: world.organisation)
        try await world.choose(world.els, for: id)
        let els = try world.account(world.els)
        for email in ["els.kramer@pan.example", "bas@pan.example"] {
            let old: ID<Account> = try #require(
                try await given.find(id)?.contactPerson, "somebody looks after it")
            let corrected = try await given.write(by: given.mediator) { work in
                try CorrectContact.run(
                    old, of: world.organisation.id, .init(name: "Els Kramer", position: "", phone: ""), email: email,
                    in: work)
            }
            #expect(corrected == .done)
            #expect(try await world.contact(id) != nil, "\(email)")
        }
        #expect(try await given.find(id)?.contactPerson != els)
        #expect(try await world.choose(nil, for: id, insteadOf: world.bas) == .done)
    }

    @Test(arguments: TestEngine.available)
    func anAddressThatDoesNotExistIsNoContact(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let id = try await world.given.vacancy(of: world.organisation)
        try await world.choose(world.els, for: id)
        try await world.given.database.write { tx in
            try tx(
                """
                update mail set state = 'failed', last_error = '550 5.1.1 no such user'
                where to_address = 'els@pan.example' and kind = 'contact_chosen'
                """)
        }
        _ = try await world.given.application(to: id)
        #expect(try await world.mailed("application_arrived").count == 3)
    }

    @Test(arguments: TestEngine.available)
    func whatIsAskedBackReachesAll(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let id = try await world.given.queuedVacancy(of: world.organisation)
        try await world.choose(world.els, for: id)
        _ = try await world.given.review(.giveBack(comment: "Hoeveel uur?"), id, by: world.given.mediator)
        #expect(try await world.mailed("vacancy_returned").count == 3)
        // A copy has the same contact person.
        let key = world.given.newKey()
        let copy = try await world.given.write(by: world.organisation.member) { work in
            try CopyVacancy.run(id, submissionKey: key, in: work)
        }
        #expect(try await world.contact(try #require(copy)) == "Els Kramer")
    }

    /// Whatever is done in whatever order: who looks after a vacancy works there, and the newest step names her.
    @Test(arguments: TestEngine.available, [3, 14, 159])
    func nothingIsEverLookedAfterBySomebodyWhoLeft(_ engine: TestEngine, _ seed: Int) async throws {
        let world = try await World(engine)
        let given = world.given
        var random = SeededRandom(UInt64(seed))
        let ids = [
            try await given.vacancy("Kok", of: world.organisation), try await world.draft(),
        ]
        var people = [world.organisation.member, world.els, world.bas]
        for round in 1...40 {
            let (id, who) = (ids.randomElement(using: &random)!, people.randomElement(using: &random)!)
            let other = people.randomElement(using: &random)!
            let receiver = HandOver.Receiver.colleague(try world.account(other))
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1: try await world.choose(who, for: id, insteadOf: other)
            case 2: try await world.choose(who, for: id, insteadOf: nil)
            case 3: _ = try await world.handOver(who, to: receiver, by: world.organisation.member)
            case 4: _ = try await world.remove(who, handingTo: Bool.random(using: &random) ? receiver : .everybody)
            default:
                if people.count < 8 {
                    people.append(
                        try await given.colleague("c\(round)@pan.example", "Collega \(round)", of: world.organisation))
                }
            }
            let orphans = try await given.count(
                "vacancy",
                where: """
                    contact_person_id is not null and not exists (select 1 from organisation_member m
                        where m.organisation_id = vacancy.organisation_id and m.account_id = vacancy.contact_person_id)
                    """)
            #expect(orphans == 0, "round \(round)")
            for id in ids {
                #expect(try await world.contact(id) ?? "" == world.history(id).last?.to ?? "", "round \(round)")
            }
        }
    }

    /// Chosen and removed at one moment: one of the two sees the other.
    @Test(.enabled(if: TestEngine.available.contains(.postgres)))
    func chosenWhileSheIsRemoved() async throws {
        let world = try await World(.postgres)
        let id = try await world.given.vacancy(of: world.organisation)
        for round in 1...15 {
            let colleague = try await world.given.colleague(
                "r\(round)@pan.example", "R \(round)", of: world.organisation)
            async let chosen = world.choose(colleague, for: id)
            async let removed = world.remove(colleague, handingTo: nil)
            let (first, second) = try await (chosen, removed)
            switch second {
            case .done: #expect(first == .gone)
            case .looksAfterSomething:
                #expect(first == .done)
                #expect(try await world.remove(colleague, handingTo: .everybody) == .done)
            default: Issue.record("\(first), \(second)")
            }
            #expect(try await world.contact(id) == nil)
        }
    }

    /// Whose account is erased is named nowhere any more.
    @Test(arguments: TestEngine.available)
    func theHistoryForgetsWhoIsErased(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let id = try await world.given.vacancy(of: world.organisation)
        try await world.choose(world.els, for: id)
        #expect(try await world.remove(world.els, handingTo: .everybody) == .done)
        let anna = try world.account(world.organisation.member)
        #expect(try await world.history(id).count == 2)
        try await world.choose(world.organisation.member, for: id)
        let schedule = Schedule(tasks: Capabilities.all.tasks(try world.given.tools()), database: world.given.database)
        _ = try await schedule.runDue(now: world.given.now.adding(.days(40)))
        // The steps of others stay, and the newest is still true.
        let left = try await world.history(id)
        #expect(left.map(\.to) == ["", "Anna de Vries"] && left.map(\.from) == ["", ""])
        #expect(try await world.given.count("contact_change", where: "name = 'Els Kramer'") == 0)
        #expect(try await world.given.find(id)?.contactPerson == anna)
        #expect(try await world.given.count("account", where: "email = 'els@pan.example'") == 0)
    }
}
