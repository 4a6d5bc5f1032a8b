import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The handbook: last year's volunteers are asked again, also from the archive, without a published vacancy.
@Suite struct InvitationTests {
    @Test(arguments: TestEngine.available)
    func lastYearsPeopleAreAskedAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (owner, second) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let vacancy = try await given.vacancy(of: owner)
        _ = try await given.match(try await given.application(of: happy, to: vacancy), by: owner.member)
        _ = try await given.application(of: selma, to: vacancy)
        try await given.archive(vacancy, by: owner.member)
        func invite(_ people: [ID<Volunteer>], by actor: Actor, at now: Instant? = nil) async throws -> Int? {
            try await given.write(by: actor, at: now ?? given.now) { work in
                try InviteAgain.run(people, text: "Doe je weer mee?", to: vacancy, in: work)
            }
        }
        #expect(try await invite([happy.id], by: second.member) == nil)
        #expect(try await invite([happy.id], by: given.administrator) == nil)
        // Selma responded and was never matched: she is no volunteer of last year.
        #expect(try await invite([happy.id, happy.id, selma.id], by: owner.member) == 1)
        #expect(try await invite([happy.id], by: owner.member) == 0, "once a day")
        #expect(try await invite([happy.id], by: owner.member, at: given.now.adding(.days(300))) == 1)
        let mails = try await given.texts("to_address", of: "mail", where: "kind = 'volunteer_invited'")
        #expect(mails == [happy.email, happy.email])

        func answer(_ answer: Invitation.State, by actor: Actor) async throws -> AnswerInvitation.Outcome {
            try await given.write(by: actor) { work in
                try AnswerInvitation.run(answer, ID(1), in: work)
            }
        }
        #expect(try await answer(.accepted, by: selma.actor) == .notFound)
        #expect(try await answer(.accepted, by: owner.member) == .notFound)
        #expect(try await answer(.accepted, by: happy.actor) == .done)
        #expect(try await answer(.accepted, by: happy.actor) == .alreadySo)
        let told = try await given.texts("text", of: "mail", where: "kind = 'volunteer_joins_again'")
        #expect(told.count == 1 && !told[0].contains("Happy"))
        #expect(try await answer(.declined, by: happy.actor) == .done)
        let planned = try await given.texts("text", of: "mail", where: "kind = 'volunteer_not_again'")
        #expect(planned.count == 1 && !planned[0].contains("Happy"))
        #expect(try await given.delete(vacancy, by: owner.member))
        #expect(try await given.count("invitation") == 0)
        #expect(try await given.count("state_change", where: "subject = 'invitation'") == 0)
    }
}
