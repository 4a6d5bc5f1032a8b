import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What a volunteer writes in a conversation is not forgotten either.
@Suite struct RemindUnreadTests {
    private struct World: Sendable {
        let given: Given
        let organisation: GivenOrganisation
        let els: Actor
        let happy: GivenVolunteer
        let vacancy: ID<Vacancy>
        let id: ID<Application>

        init(_ engine: TestEngine) async throws {
            given = try await Given(engine)
            organisation = try await given.organisation()
            els = try await given.colleague("els@pan.example", "Els Kramer", of: organisation)
            happy = try await given.volunteer()
            vacancy = try await given.vacancy(of: organisation)
            id = try await given.application(of: happy, to: vacancy)
            _ = try await given.write("Kom je dinsdag?", about: id, by: organisation.member)
        }

        func remind(_ day: Int) async throws {
            try await given.write(by: .system(centre: given.centre), at: given.now.adding(.days(day))) { work in
                var last = ID<Application>(0)
                while let next = try RemindUnread.run(after: last, in: work) { last = next }
            }
        }

        func mails() async throws -> [String] {
            try await given.texts("to_address", of: "mail", where: "kind = 'messages_waiting'")
        }

        func says(_ text: String, by actor: Actor, day: Int) async throws {
            let said = try await given.write(text, about: id, by: actor, at: given.now.adding(.days(day)))
            guard said == .sent else { throw Given.Unexpected(said) }
        }
    }

    @Test(arguments: TestEngine.available)
    func everybodyHearsOnceAlsoWhereOneWasToAnswer(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let els = world.els.account
        let vacancy = world.vacancy
        try await world.given.write(by: world.organisation.member) { work in
            _ = try ChooseContactPerson.run(vacancy, els, seen: nil, in: work)
        }
        try await world.says("Ja! Om tien uur?", by: world.happy.actor, day: 1)
        for day in 1...8 { try await world.remind(day) }
        #expect(try await world.mails().isEmpty, "a week is not over")
        for day in 9...30 { try await world.remind(day) }
        #expect(Set(try await world.mails()) == ["els@pan.example", world.organisation.email])
        #expect(try await world.mails().count == 2)
        let text = try #require(
            try await world.given.texts("text", of: "mail", where: "kind = 'messages_waiting'").first)
        #expect(text.contains("Kok gezocht (bericht van 22 november 2026)") && !text.contains("tien uur"))
        #expect(
            try await world.given.count("automatic_act", where: "rule = 'application.message_reminded'") == 1)
        // What she writes afterwards is another message.
        try await world.says("Ben je er nog?", by: world.happy.actor, day: 31)
        for day in 32...50 { try await world.remind(day) }
        #expect(try await world.mails().count == 4)
    }

    @Test(arguments: TestEngine.available)
    func whatWasAnsweredTakenBackOrIsOldWakesNobody(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        try await world.says("Ja!", by: world.happy.actor, day: 1)
        try await world.says("Mooi.", by: world.organisation.member, day: 2)
        for day in 8...12 { try await world.remind(day) }
        try await world.says("Tot dan.", by: world.happy.actor, day: 13)
        // The program stood still for a quarter of a year.
        try await world.remind(100)
        #expect(try await world.mails().isEmpty)
        // Matched meanwhile: somebody read it.
        try await world.says("Nog iets.", by: world.happy.actor, day: 14)
        _ = try await given.match(
            world.id, by: world.organisation.member, at: given.now.adding(.days(15)))
        for day in 21...30 { try await world.remind(day) }
        #expect(try await world.mails().isEmpty)
        // And what she writes as a volunteer who takes part counts too, but not in a holiday.
        try await world.says("Morgen ziek.", by: world.happy.actor, day: 31)
        let today = given.centre.today(given.now)
        try await given.database.write { tx in
            try tx(
                """
                insert into holiday (centre_id, organisation_id, begins_on, ends_on, created_at)
                values (\(given.centre.id), \(world.organisation.id), \(today.adding(days: 35)), \(today.adding(days: 45)), 0)
                """)
        }
        for day in 38...45 { try await world.remind(day) }
        #expect(try await world.mails().isEmpty)
        try await world.remind(46)
        #expect(try await world.mails().count == 2)
    }

    /// A page is of one organisation, and so is a mail.
    @Test(arguments: TestEngine.available)
    func whoWorksForTwoHearsOfEach(_ engine: TestEngine) async throws {
        let world = try await World(engine)
        let given = world.given
        let other = try await given.organisation("De Buren")
        _ = try await given.colleague("els@pan.example", "Els Kramer", of: other)
        let second = try await given.application(
            of: world.happy, to: try await given.vacancy("Chauffeur gezocht", of: other))
        _ = try await given.write("Past dinsdag?", about: second, by: other.member)
        try await world.says("Ja!", by: world.happy.actor, day: 1)
        _ = try await given.write(
            "Graag!", about: second, by: world.happy.actor, at: given.now.adding(.days(1)))
        try await world.remind(9)
        let texts = try await given.texts(
            "text", of: "mail", where: "kind = 'messages_waiting' and to_address = 'els@pan.example'")
        #expect(texts.count == 2)
        #expect(texts.allSatisfy { $0.contains("Kok gezocht") != $0.contains("Chauffeur gezocht") })
    }
}
