import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Responding with an account, what both sides say, and the match that comes of it.
@Suite struct ConversationTests {
    @Test(arguments: TestEngine.available)
    func aResponseWithAccount(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: vacancy)
        // Pressed twice, or Back with a fresh form: the same words say nothing new.
        #expect(try await given.respond(to: vacancy, as: happy.actor) == .alreadySent(id))
        #expect(try await given.count("application_message") == 0)
        // What else she writes from another tab, or weeks later, is not thrown away: it goes on where she stands.
        #expect(try await given.respond("Ook op dinsdag.", to: vacancy, as: happy.actor) == .added(id))
        let messages = try await given.database.read { tx in
            try ApplicationQueries.messages(of: id, in: given.centre.id, tx).map(\.text)
        }
        #expect(messages == ["Ook op dinsdag."])
        #expect(try await given.count("mail", where: "kind = 'application_answer_arrived'") == 1)
        let received = try await given.texts("to_address", of: "mail", where: "kind = 'application_received'")
        #expect(received == [happy.email])
        let arrived = try await given.texts("text", of: "mail", where: "kind = 'application_arrived'")
        #expect(arrived.count == 1 && !arrived[0].contains("Happy") && !arrived[0].contains("kook"))
        #expect(try await given.count("fact", where: "kind = 'application' and channel = 'account'") == 1)
        #expect(try await given.withdraw(id, by: happy.actor) == .withdrawn)
        #expect(try await given.withdraw(id, by: happy.actor) == .alreadyClosed)
        guard case .sent = try await given.respond(to: vacancy, as: happy.actor) else {
            Issue.record("who withdrew may respond again")
            return
        }
    }

    /// Only the two sides; not the centre, not another volunteer, not another organisation.
    @Test(arguments: TestEngine.available)
    func nobodyElseReadsAlong(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (owner, second) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let id = try await given.application(of: happy, to: try await given.vacancy(of: owner))
        for actor in [second.member, selma.actor, given.administrator, given.desk, given.stranger] {
            #expect(try await given.write("Hoi", about: id, by: actor) == .notFound)
            #expect(try await given.decline(id, by: actor) == .notFound)
            #expect(try await given.withdraw(id, by: actor) == .notFound)
            #expect(try await given.match(id, by: actor) == .notFound)
        }
        #expect(try await given.decline(id, by: happy.actor) == .notFound)
        #expect(try await given.match(id, by: happy.actor) == .notFound)
        #expect(try await given.withdraw(id, by: owner.member) == .notFound)
    }

    /// Pressed twice, sent again with Back: the same words of the same form are one message and one mail.
    @Test(arguments: TestEngine.available)
    func aMessageIsOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        let key = given.newKey()
        #expect(try await given.write("Dag", about: id, by: organisation.member) == .sent)
        // Back fills a new form with what was typed.
        #expect(try await given.write("Dag", about: id, by: organisation.member) == .sent)
        #expect(try await given.count("application_message") == 1)
        for text in ["Dag, jij", "Dag, jij", "Dag Happy", "Dag, jij"] {
            #expect(try await given.write(text, about: id, key: key, by: organisation.member) == .sent)
        }
        #expect(try await given.texts("text", of: "application_message") == ["Dag", "Dag, jij", "Dag Happy"])
        #expect(try await given.count("mail", where: "kind = 'application_answered'") == 3)
        // Who says the same a day later means it.
        let tomorrow = given.now.adding(.days(1))
        #expect(try await given.write("Dag Happy", about: id, by: organisation.member, at: tomorrow) == .sent)
        #expect(try await given.count("application_message") == 4)
        // The key of another's form hides nobody's words.
        #expect(try await given.write("Dag Happy", about: id, key: key, by: happy.actor) == .sent)
        #expect(try await given.count("application_message") == 5)
        // Sent before she withdrew: that it was sent stays true.
        let other = try await given.volunteer("Selma Yildiz")
        let second = try await given.application(of: other, to: try await given.vacancy(of: organisation))
        #expect(try await given.write("Tot dan", about: second, key: key, by: other.actor) == .sent)
        #expect(try await given.withdraw(second, by: other.actor) == .withdrawn)
        #expect(try await given.write("Tot dan", about: second, key: key, by: other.actor) == .sent)
        #expect(try await given.write("Toch niet", about: second, key: key, by: other.actor) == .closed)
        // A no that is pressed twice was said once, and is not called unsaid.
        for _ in 1...2 { #expect(try await given.decline(id, by: organisation.member) == .declined) }
        try await given.work()
        #expect(try await given.count("mail", where: "kind = 'application_declined'") == 1)
    }

    @Test(arguments: TestEngine.available)
    func theConversation(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        #expect(try await given.write("Kun je dinsdag?", about: id, by: organisation.member) == .sent)
        #expect(try await given.write("Ja, om tien uur.", about: id, by: happy.actor) == .sent)
        let (state, messages) = try await given.database.read { tx in
            (
                try ApplicationQueries.find(id, in: given.centre.id, tx)?.state,
                try ApplicationQueries.messages(of: id, in: given.centre.id, tx)
            )
        }
        #expect(state == .inConversation)
        #expect(messages.map(\.author) == [.organisation, .volunteer] && messages[1].text == "Ja, om tien uur.")
        let mails = try await given.texts(
            "text", of: "mail", where: "kind in ('application_answered', 'application_answer_arrived')")
        #expect(mails.count == 2 && !mails.joined().contains("dinsdag") && !mails.joined().contains("tien uur"))
        #expect(try await given.withdraw(id, by: happy.actor) == .withdrawn)
        #expect(try await given.write("Toch?", about: id, by: organisation.member) == .closed)
    }

    @Test(arguments: TestEngine.available)
    func fromResponseToMatch(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        guard case .created(let match) = try await given.match(id, by: organisation.member) else {
            Issue.record("no match")
            return
        }
        #expect(try await given.match(id, by: organisation.member) == .alreadyMatched(match))
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'match_made'") == [organisation.email])
        #expect(
            try await given.texts("to_address", of: "mail", where: "kind = 'match_made_volunteer'") == [happy.email])
        #expect(try await given.texts("text", of: "mail", where: "kind = 'match_made'")[0].contains("Happy") == false)
        #expect(try await given.count("fact", where: "kind = 'match'") == 1)
        let today = given.centre.today(given.now)
        #expect(try await given.end(match, on: today.adding(days: -1), by: organisation.member) == .beforeItBegan)
        #expect(try await given.end(match, on: today.adding(days: 3), by: organisation.member) == .planned)
        #expect(try await given.end(match, on: nil, by: organisation.member) == .open, "an end can be taken away")
        #expect(try await given.texts("ends_on", of: "match") == [""])
        #expect(try await given.end(match, on: today.adding(days: 3), by: organisation.member) == .planned)
        for day in [3, 4, 4, 7] {
            let ended = try await given.write(by: .system(centre: given.centre), at: given.now.adding(.days(day))) {
                work in
                try EndMatch.pastTheirDay(in: work)
            }
            #expect(ended == (day == 4 ? 1 : 0) || day == 4, "day \(day)")
        }
        #expect(try await given.texts("state", of: "match") == ["ended"])
        #expect(try await given.count("state_change", where: "subject = 'match' and to_state = 'ended'") == 1)
        #expect(try await given.end(match, on: today, by: organisation.member) == .alreadyOver)
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'match_ended'") == [organisation.email])
        let thanks = try await given.texts("text", of: "mail", where: "kind = 'match_ended_volunteer'")
        #expect(thanks.count == 1 && thanks[0].contains("vrijwilligerswerk bij"), "\(thanks)")
        #expect(try await given.texts("text", of: "mail", where: "kind = 'match_ended'")[0].contains("Happy") == false)
        // It ended by mistake: it goes on, and may end again.
        let later = given.now.adding(.days(8))
        func resume(by actor: Actor) async throws -> EndMatch.Outcome {
            try await given.write(by: actor, at: later) { work in try EndMatch.resume(match, in: work) }
        }
        #expect(try await resume(by: given.administrator) == .notFound)
        #expect(try await resume(by: organisation.member) == .open)
        #expect(try await resume(by: organisation.member) == .alreadyOver)
        #expect(try await given.count("match", where: "state = 'active' and ends_on is null") == 1)
        #expect(try await given.count("fact", where: "kind = 'match'") == 1, "counted once")
        let opened = try await given.texts("to_address", of: "mail", where: "kind = 'match_end_opened'")
        #expect(opened.last == happy.email)
        #expect(try await given.end(match, on: today.adding(days: 2), by: organisation.member, at: later) == .ended)
    }

    @Test(arguments: TestEngine.available)
    func aMistakeIsTakenBack(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        guard case .created(let match) = try await given.match(id, by: organisation.member) else { return }
        #expect(try await given.cancel(match, by: given.administrator) == .notFound)
        #expect(try await given.cancel(match, by: organisation.member) == .cancelled)
        #expect(try await given.texts("state", of: "application") == ["new"], "nobody had answered before it")
        guard case .created(let second) = try await given.match(id, by: organisation.member) else {
            Issue.record("no second match")
            return
        }
        #expect(second != match)
        let told = try await given.texts("to_address", of: "mail", where: "kind = 'match_mistaken'")
        #expect(told == [happy.email])
        // Who ends it herself gets no mail about it; the volunteer does.
        let yesterday = given.centre.today(given.now)
        let later = given.now.adding(.days(1))
        #expect(try await given.end(second, on: yesterday, by: organisation.member, at: later) == .ended)
        #expect(try await given.count("mail", where: "kind = 'match_ended'") == 0)
        #expect(
            try await given.texts("to_address", of: "mail", where: "kind = 'match_ended_volunteer'") == [happy.email])
    }

    /// A guest has not agreed to be recorded. By the link in her mail she makes the response hers, once.
    @Test(arguments: TestEngine.available)
    func aGuestBecomesSomebody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let id = try await given.application(to: try await given.vacancy(of: organisation))
        #expect(try await given.match(id, by: organisation.member) == .withoutAccount)
        #expect(try await given.write("Hoi", about: id, by: organisation.member) == .notFound)
        let token = try await given.texts("secret", of: "mail", where: "kind = 'application_received_guest'")[0]
        func claim(in centre: Centre) async throws -> ClaimApplication.Outcome {
            try await given.write(by: .visitor(centre: centre)) { work in
                try ClaimApplication.run(token, by: .writer, in: work)
            }
        }
        guard case .notFound = try await claim(in: given.other), case .setPassword = try await claim(in: given.centre),
            case .notFound = try await claim(in: given.centre)
        else {
            Issue.record("the link works once, at its own centre")
            return
        }
        #expect(try await given.count("volunteer") == 1)
        guard case .created = try await given.match(id, by: organisation.member) else {
            Issue.record("no match after the claim")
            return
        }
    }

    /// As many people as were wanted: it closes by itself, and opens when one of them leaves.
    @Test(arguments: TestEngine.available)
    func fullIsClosed(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var content = given.content()
        content.positions = 1
        guard case .queued(let vacancy) = try await given.submit(content, by: organisation.member) else { return }
        _ = try await given.review(.approve, vacancy, by: given.mediator)
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        let id = try await given.application(of: happy, to: vacancy)
        guard case .created(let match) = try await given.match(id, by: organisation.member) else { return }
        #expect(try await given.find(vacancy)?.isFull == true)
        #expect(try await given.respond(to: vacancy, as: selma.actor) == .closed)
        #expect(try await given.respond(given.response(), to: vacancy) == .closed)
        _ = try await given.cancel(match, by: organisation.member)
        #expect(try await given.find(vacancy)?.isFull == false)
        guard case .sent = try await given.respond(to: vacancy, as: selma.actor) else {
            Issue.record("still closed")
            return
        }
    }

    @Test(arguments: TestEngine.available)
    func aNotedResponseCountsAndMailsNobody(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (owner, second) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        let vacancy = try await given.vacancy(of: owner)
        var input = NoteApplication.Input()
        input.name = "Gerrit"
        input.submissionKey = "n"
        let noted = input
        let mails = try await given.count("mail")
        func note(by actor: Actor) async throws -> NoteApplication.Outcome {
            try await given.write(by: actor) { work in
                try NoteApplication.run(noted, on: vacancy, in: work)
            }
        }
        #expect(try await note(by: second.member) == .notFound)
        guard case .noted = try await note(by: owner.member) else { throw Given.Unexpected("not noted") }
        #expect(try await note(by: owner.member) == .alreadySent)
        #expect(try await given.count("mail") == mails)
        #expect(try await given.count("fact", where: "kind = 'application' and channel = 'phone'") == 1)
        let waiting = try await given.queuedVacancy(of: owner)
        let early = try await given.write(by: owner.member) { work in
            try NoteApplication.run(noted, on: waiting, in: work)
        }
        #expect(early == .notFound, "nobody can have responded yet")
    }

    /// What she does not share is not there, who looked can be seen, and who has nothing to do with her sees nothing.
    @Test(arguments: TestEngine.available)
    func theProfile(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (owner, second) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        let happy = try await given.volunteer()
        _ = try await given.application(of: happy, to: try await given.vacancy(of: owner))
        var profile = Volunteer.Profile()
        profile.name = "Happy Unjani"
        profile.phone = "06 12345678"
        profile.place = "Borne"
        profile.sharing = .init(phone: false, place: true, about: true)
        let changed = profile
        _ = try await given.write(by: happy.actor) { work in
            try ChangeProfile.run(changed, in: work)
        }
        func look(_ actor: Actor) async throws -> Volunteer? {
            try await given.write(by: actor) { work in
                try ViewProfile.run(happy.id, in: work)
            }
        }
        #expect(try await look(second.member) == nil)
        #expect(try await look(given.administrator) == nil)
        let seen = try #require(try await look(owner.member))
        #expect(seen.phone == "" && seen.place == "Borne")
        _ = try await look(owner.member)
        let views = try await given.database.read { tx in
            try VolunteerQueries.views(of: happy.id, in: given.centre.id, tx)
        }
        #expect(views.map(\.organisation) == ["De Warme Pan"])
        #expect(try await given.count("audit", where: "action = 'profile.viewed'") == 1)
    }
}
