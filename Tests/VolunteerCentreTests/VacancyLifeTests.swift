import Composition
import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

@Suite struct VacancyLifeTests {
    /// The first save makes the draft, later ones of the same form change it, and sending it in makes no second vacancy.
    @Test(arguments: TestEngine.available)
    func oneFormIsOneVacancy(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var content = Vacancy.Content()
        content.title = "Kok"
        #expect(try await given.draft(content, by: organisation.member, key: "f") == .saved(ID(1), version: 1))
        content.description = "Je kookt."
        #expect(try await given.draft(content, by: organisation.member, key: "f") == .saved(ID(1), version: 2))
        #expect(try await given.draft(content, by: organisation.member, key: "f") == .saved(ID(1), version: 2))
        #expect(try await given.count("mail", where: "kind = 'vacancy_to_review'") == 0)
        #expect(try await given.submit(given.content(), by: organisation.member, key: "f") == .queued(ID(1)))
        #expect(try await given.submit(given.content(), by: organisation.member, key: "f") == .alreadySent)
        #expect(try await given.draft(content, by: organisation.member, key: "f") == .alreadySent)
        #expect(try await given.find(ID(1))?.content.normal == given.content().normal)
        #expect(try await given.count("vacancy") == 1)
    }

    @Test(arguments: TestEngine.available)
    func draftsAreOfTheirOrganisationOnly(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (owner, second) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        _ = try await given.draft(given.content(), by: owner.member, key: "f")
        // The seal stands in the address of the form, which people pass on: each makes her own.
        #expect(
            try await given.draft(given.content("Anders"), by: second.member, key: "f") == .saved(ID(2), version: 1))
        #expect(try await given.submit(given.content("Anders"), by: second.member, key: "f") == .queued(ID(2)))
        #expect(try await given.find(ID(1))?.content.title == given.content().title)
        for actor in [second.member, given.administrator, given.stranger] {
            #expect(try await given.archive(ID(1), by: actor) == .notFound)
            #expect(try await given.reactivate(ID(1), by: actor) == .notFound)
            #expect(try await given.delete(ID(1), by: actor) == false)
        }
    }

    /// A change to what is online waits for the centre, or not, as the centre chooses.
    @Test(arguments: TestEngine.available, [true, false])
    func changesOfWhatIsOnline(_ engine: TestEngine, _ returns: Bool) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy(of: organisation)
        let centre = try await given.choosing("edits_return_to_queue = \(returns)")
        let version = try #require(try await given.find(id)).version
        let changed = given.content("Kok voor twintig buren")
        let outcome = try await given.write(by: organisation.member.at(centre)) { work in
            try SubmitVacancy.again(id, changed, version: version, in: work)
        }
        #expect(outcome == (returns ? .pending(id) : .published(id)))
        let vacancy = try #require(try await given.find(id))
        #expect(vacancy.state == .published && vacancy.newest.title == changed.title)
        #expect(vacancy.content.title == (returns ? "Kok gezocht" : changed.title))
        let before = try await given.database.read { tx in
            try VacancyVersion.content(of: id, at: try #require(vacancy.approvedVersion), in: given.centre.id, tx)
        }
        #expect(before?.title == (returns ? "Kok gezocht" : changed.title))
    }

    @Test(arguments: TestEngine.available, [true, false])
    func backFromTheArchive(_ engine: TestEngine, _ returns: Bool) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy(of: organisation, until: given.centre.today(given.now).adding(days: 3))
        _ = try await given.application(to: id)
        let centre = try await given.choosing("reactivation_returns_to_queue = \(returns)")
        #expect(try await given.archive(id, by: organisation.member) == .archived)
        #expect(try await given.archive(id, by: organisation.member) == .alreadyThere)
        #expect(try await given.count("application") == 1)
        let later = given.now.adding(.days(30))
        func again() async throws -> ReactivateVacancy.Outcome {
            try await given.write(by: organisation.member.at(centre), at: later) { work in
                try ReactivateVacancy.run(id, in: work)
            }
        }
        #expect(try await again() == (returns ? .queued : .published))
        #expect(try await again() == .alreadyThere(returns ? .queued : .published))
        let vacancy = try #require(try await given.find(id))
        // Its last day has passed meanwhile: it would go off again within the hour.
        #expect(vacancy.content.publishUntil == nil)
        #expect(vacancy.isVisible(today: centre.today(later)) == !returns)
        #expect(try await given.count("fact", where: "kind = 'vacancy_published'") == 1)
        #expect(try await given.count("fact", where: "kind = 'vacancy_reactivated'") == (returns ? 0 : 1))
    }

    /// A draft that was archived before anybody approved it does not get on the website by the back door.
    @Test(arguments: TestEngine.available)
    func whatNobodyApprovedGoesPastTheCentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.draft(given.content(), by: organisation.member, key: "f")
        try await given.archive(ID(1), by: organisation.member)
        #expect(try await given.reactivate(ID(1), by: organisation.member) == .queued)
        let id = try await given.vacancy(of: organisation)
        let version = try #require(try await given.find(id)).version
        _ = try await given.submitAgain(
            id, given.content("Iets heel anders"), version: version, by: organisation.member)
        try await given.archive(id, by: organisation.member)
        #expect(try await given.reactivate(id, by: organisation.member) == .published)
        #expect(try await given.find(id)?.content.title == "Kok gezocht", "what was approved, not what waited")
    }

    @Test(arguments: TestEngine.available)
    func theLinkInTheMailWorksOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy(of: organisation, until: given.centre.today(given.now))
        let later = given.now.adding(.days(2))
        try await given.takeOffline(at: later)
        let token = try await given.texts("secret", of: "mail", where: "kind = 'vacancy_offline'")[0]
        func press(_ token: String, in centre: Centre, at now: Instant) async throws -> ReactivateVacancy.Outcome {
            try await given.write(by: .visitor(centre: centre), at: now) { work in
                try ReactivateByLink.run(token, in: work)
            }
        }
        #expect(try await press("x", in: given.centre, at: later) == .notFound)
        #expect(try await press(token, in: given.other, at: later) == .notFound)
        #expect(try await press(token, in: given.centre, at: later.adding(.days(181))) == .notFound)
        #expect(try await press(token, in: given.centre, at: later) == .published)
        #expect(try await press(token, in: given.centre, at: later) == .notFound)
        #expect(try await given.find(id)?.state == .published)
    }

    /// What is refused today may work when the organisation is back.
    @Test(arguments: TestEngine.available)
    func aRefusalUsesNoLinkUp(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.vacancy(of: organisation, until: given.centre.today(given.now))
        try await given.takeOffline(at: given.now.adding(.days(2)))
        let token = try await given.texts("secret", of: "mail", where: "kind = 'vacancy_offline'")[0]
        func press() async throws -> ReactivateVacancy.Outcome {
            try await given.write(by: .visitor(centre: given.centre), at: given.now.adding(.days(2))) { work in
                try ReactivateByLink.run(token, in: work)
            }
        }
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.run(organisation.id, reason: "Klachten.", in: work)
        }
        #expect(try await press() == .notFound)
        _ = try await given.write(by: given.mediator) { work in
            try SuspendOrganisation.restore(organisation.id, in: work)
        }
        #expect(try await press() == .published)
        #expect(try await press() == .notFound)
    }

    @Test(arguments: TestEngine.available)
    func whoLeftTheOrganisationCannotUseTheLink(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.vacancy(of: organisation, until: given.centre.today(given.now))
        try await given.takeOffline(at: given.now.adding(.days(2)))
        let token = try await given.texts("secret", of: "mail", where: "kind = 'vacancy_offline'")[0]
        try await given.database.write { tx in try tx("delete from organisation_member") }
        let outcome = try await given.write(by: .visitor(centre: given.centre), at: given.now.adding(.days(2))) {
            work in
            try ReactivateByLink.run(token, in: work)
        }
        #expect(outcome == .notFound)
    }

    /// Everything that hangs on it goes; the figures and the audit row stay.
    @Test(arguments: TestEngine.available)
    func deletingLeavesFiguresOnly(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let keep = try await given.vacancy("Blijft", of: organisation)
        _ = try await given.application(to: keep)
        let before = try await given.counts()
        let id = try await given.vacancy("Gaat weg", of: organisation)
        _ = try await given.application(to: id)
        let happy = try await given.volunteer()
        let own = try await given.application(of: happy, to: id)
        _ = try await given.write("Kom je?", about: own, by: organisation.member)
        _ = try await given.match(own, by: organisation.member)
        let loss = try await given.database.read { tx in try DeleteVacancy.preview(id, in: given.centre.id, tx) }
        #expect(loss == .init(withAccount: 1, withoutAccount: 1, matches: 1, steps: 2, waiting: 1))
        let facts = try await given.count("fact")
        #expect(try await given.delete(id, by: organisation.member))
        let after = try await given.counts()
        for table in [
            "vacancy", "vacancy_tag", "vacancy_version", "application", "application_message", "match", "state_change",
        ] {
            #expect(after[table] == before[table], "\(table)")
        }
        #expect(
            try await given.count("fact") == facts + 2, "who still waited is answered with a no, and that is counted")
        let told = try await given.texts("text", of: "mail", where: "kind = 'application_declined'")
        #expect(told.count == 1 && told[0].contains("Het gaat niet door."), "who still waited is told")
        #expect(try await given.count("audit", where: "action = 'vacancy.deleted'") == 1)
        #expect(try await given.find(id) == nil)
        #expect(try await given.delete(id, by: organisation.member) == false)
    }

    /// Running every six hours for a month makes one mail; three days of standstill in between lose none.
    @Test(arguments: TestEngine.available)
    func warnsOnceTwoWeeksBefore(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let today = given.centre.today(given.now)
        _ = try await given.vacancy("Op datum", of: organisation, until: today.adding(days: 60))
        _ = try await given.vacancy("Kort", of: organisation, until: today.adding(days: 20))
        _ = try await given.vacancy("Zonder datum", of: organisation)
        func run(at now: Instant) async throws {
            _ = try await given.write(by: .system(centre: given.centre), at: now) { work in
                try WarnBeforeOffline.run(in: work)
            }
        }
        func warned() async throws -> [String] {
            try await given.texts("subject", of: "mail", where: "kind = 'vacancy_ends'")
        }
        try await run(at: given.now.adding(.days(45)))
        #expect(try await warned() == [])
        for hours in [0, 6, 12] { try await run(at: given.now.adding(.days(49)).adding(.hours(hours))) }
        #expect(try await warned() == ["Nog twee weken online: Op datum"])
        try await run(at: given.now.adding(.days(170)))
        try await run(at: given.now.adding(.days(173)))
        #expect(try await warned().suffix(1) == ["Nog twee weken online: Zonder datum"])
        #expect(try await warned().count == 2)
    }

    @Test(arguments: TestEngine.available)
    func aCopyIsADraftWithoutItsDay(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.vacancy(of: organisation, until: given.centre.today(given.now).adding(days: 9))
        func copy(_ key: String, by actor: Actor) async throws -> ID<Vacancy>? {
            try await given.write(by: actor) { work in
                try CopyVacancy.run(id, submissionKey: key, in: work)
            }
        }
        let made = try #require(try await copy("c", by: organisation.member))
        #expect(try await copy("c", by: organisation.member) == made)
        #expect(try await copy("d", by: given.stranger) == nil)
        let draft = try #require(try await given.find(made))
        #expect(draft.state == .draft && draft.content.publishUntil == nil && draft.content.title == "Kok gezocht")
        #expect(try await given.count("vacancy") == 2)
    }
}
