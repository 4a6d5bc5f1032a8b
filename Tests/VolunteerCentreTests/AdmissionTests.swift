import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The centre's own criteria, and who hears of what.
@Suite struct AdmissionTests {
    @Test(arguments: TestEngine.available)
    func allCriteriaMustBeTicked(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let centre = try await given.choosing("criteria = 'Zonder winst\nVerzekerd'")
        let waiting = try await given.registeredOrganisation("Nieuw")
        func approve(_ ticked: [String]) async throws -> ReviewOrganisation.Outcome {
            try await given.write(by: given.mediator.at(centre)) { work in
                try ReviewOrganisation.run(.approve, waiting.id, criteria: ticked, in: work)
            }
        }
        #expect(try await approve([]) == .criteriaLeft)
        #expect(try await approve(["Verzekerd", "iets anders"]) == .criteriaLeft)
        #expect(try await given.texts("state", of: "organisation") == ["registered"])
        #expect(try await approve(["Verzekerd", "Zonder winst", "iets anders"]) == .done)
        let met = try await given.database.read { tx in
            try OrganisationQueries.find(waiting.id, in: centre.id, tx)?.criteriaMet
        }
        #expect(met == ["Zonder winst", "Verzekerd"], "what was asked then, whatever the form sent beside it")
    }

    /// Who did not see a colleague's question does not decide over it.
    @Test(arguments: TestEngine.available)
    func aQuestionThatWasNotSeenIsReadFirst(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let waiting = try await given.registeredOrganisation("Nieuw")
        func seen() async throws -> String {
            try await given.write(by: given.administrator) { work in
                let organisation = try #require(try OrganisationQueries.find(waiting.id, in: work.centre.id, work.tx))
                return try ReviewOrganisation.mark(of: organisation, in: work)
            }
        }
        func decide(_ verdict: ReviewOrganisation.Verdict, seen: String) async throws -> ReviewOrganisation.Outcome {
            try await given.write(by: given.administrator) { work in
                try ReviewOrganisation.run(verdict, waiting.id, seen: seen, in: work)
            }
        }
        let before = try await seen()
        _ = try await given.write(by: given.mediator) { work in
            try AskOrganisation.run(waiting.id, words: "Zijn vrijwilligers verzekerd?", in: work)
        }
        #expect(try await decide(.approve, seen: before) == .changedMeanwhile)
        #expect(try await decide(.reject(reason: "Nee."), seen: before) == .changedMeanwhile)
        #expect(try await given.texts("state", of: "organisation", where: "id = \(waiting.id)") == ["registered"])
        // Nor does who looked before its name or its contact person's address was corrected.
        for correct in [true, false] {
            let before = try await seen()
            try await given.write(by: given.mediator) { work in
                if correct {
                    _ = try RenameOrganisation.run(waiting.id, name: "Iets anders", legalForm: "", in: work)
                } else {
                    let member = try #require(
                        try OrganisationQueries.members(of: waiting.id, in: work.centre.id, work.tx).first)
                    let contact = ChangeMembers.Contact(name: member.account.name, position: "", phone: "")
                    _ = try CorrectContact.run(
                        member.account.id, of: waiting.id, contact, email: "anders@elders.example", in: work)
                }
            }
            #expect(try await decide(.approve, seen: before) == .changedMeanwhile)
        }
        #expect(try await decide(.approve, seen: try await seen()) == .done)
    }

    /// Nor declines she whom a colleague just noted as taking part.
    @Test(arguments: TestEngine.available)
    func whatAColleagueNotedIsReadFirst(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.application(to: try await given.vacancy(of: organisation))
        func decline(steps: Int) async throws -> DeclineApplication.Outcome {
            try await given.write(by: organisation.member) { work in
                try DeclineApplication.run("Helaas.", because: .times, id, steps: steps, in: work)
            }
        }
        _ = try await given.write(by: organisation.member) { work in
            try NoteFollowUp.run(.comes, id, in: work)
        }
        #expect(try await decline(steps: 1) == .changedMeanwhile)
        #expect(try await given.count("mail", where: "kind = 'application_declined'") == 0)
        #expect(try await decline(steps: 2) == .declined)
    }

    @Test(arguments: TestEngine.available)
    func mailGoesToWhoHasTheMunicipality(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let mediator = try #require(given.mediator.account)
        let administrator = try #require(given.administrator.account)
        @discardableResult
        func choose(_ names: [String], for account: ID<Account>) async throws -> ChangeStaff.Outcome {
            try await given.write(by: given.administrator) { work in
                try ChangeStaff.setMunicipalities(names, of: account, in: work)
            }
        }
        func told() async throws -> Set<String> {
            try await given.database.write { tx in try tx("delete from mail where kind = 'organisation_to_review'") }
            _ = try await given.registeredOrganisation("In Borne \(given.newKey().prefix(6))")
            return Set(try await given.texts("to_address", of: "mail", where: "kind = 'organisation_to_review'"))
        }
        let both: Set = ["mediator@borne.example", "administrator@borne.example"]
        #expect(try await told() == both)
        // One that is gone is not left out in silence: none would be all of them.
        #expect(try await choose(["Hengelo", "Mars"], for: mediator) == .municipalityGone)
        #expect(try await told() == both)
        try await choose(["Hengelo"], for: mediator)
        #expect(try await told() == ["administrator@borne.example"])
        try await choose(["Hengelo"], for: administrator)
        #expect(try await told() == both, "nobody has Borne, so all hear of it")
        try await choose(["Borne", "Hengelo"], for: mediator)
        #expect(try await told() == ["mediator@borne.example"])
        try await choose([], for: mediator)
        #expect(try await told() == ["mediator@borne.example"])
        #expect(try await given.count("centre_role_municipality") == 1)
    }

    /// Mail programs keep what belongs together: answers follow the mail that began the conversation.
    @Test(arguments: TestEngine.available)
    func mailsOfOneConversationHangTogether(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        _ = try await given.write("Kom je?", about: id, by: organisation.member)
        _ = try await given.write("Ja!", about: id, by: happy.actor)
        _ = try await given.match(id, by: organisation.member)
        for (root, answers) in [
            ("application_received", ["application_answered", "match_made_volunteer"]),
            ("application_arrived", ["application_answer_arrived", "match_made"]),
        ] {
            let first = try await given.texts("message_id", of: "mail", where: "kind = \(root)")
            for kind in answers {
                #expect(try await given.texts("in_reply_to", of: "mail", where: "kind = \(kind)") == first, "\(kind)")
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func theCentreAsksForMoreBeforeItDecides(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let waiting = try await given.registeredOrganisation("Nieuw")
        func ask(by actor: Actor) async throws -> ReviewOrganisation.Outcome {
            try await given.write(by: actor) { work in
                try AskOrganisation.run(waiting.id, words: "Zijn jullie verzekerd?", in: work)
            }
        }
        #expect(try await ask(by: given.desk) == .notFound)
        #expect(try await ask(by: given.mediator) == .done)
        #expect(try await given.texts("state", of: "organisation") == ["registered"])
        let mail = try await given.texts("text", of: "mail", where: "kind = 'organisation_asked'")
        #expect(mail.count == 1 && mail[0].contains("Zijn jullie verzekerd?"))
        let reasons = try await given.database.read { tx in
            try StateChange.history(of: "organisation", waiting.id.number, in: given.centre.id, tx).map(\.reason)
        }
        #expect(reasons == [nil, "Zijn jullie verzekerd?"])
        let activity = try await given.database.read { tx in
            try CentreActivity.list(.organisation, in: given.centre.id, page: Page(1), tx).elements
        }
        #expect(activity.map(\.to) == ["registered", "registered"] && activity[0].organisationName == "Nieuw")
        let elsewhere = try await given.database.read { tx in
            try CentreActivity.list(nil, in: given.other.id, page: Page(1), tx).total
        }
        #expect(elsewhere == 0)
        _ = try await given.review(.reject(reason: "Nee"), waiting.id, by: given.mediator)
        #expect(try await ask(by: given.mediator) == .alreadyReviewed(.rejected))
    }
}
