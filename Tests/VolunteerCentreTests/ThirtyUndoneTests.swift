import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// What is taken back, confirmed, helped on or limited, by thirty at one moment.
@Suite(.enabled(if: TestEngine.available.contains(.postgres)))
struct ThirtyUndoneTests {
    private func together<T: Sendable>(_ body: @escaping @Sendable (Int) async throws -> T) async throws -> [T] {
        try await withThrowingTaskGroup(of: T.self) { group in
            for number in 0..<30 { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func onceIsOnce() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let vacancy = try await given.vacancy(of: organisation)
        let id = try await given.application(of: happy, to: vacancy)
        let member = organisation.member
        func steps(_ condition: SQL) async throws -> Int { try await given.count("state_change", where: condition) }

        _ = try await given.write("Verkeerde persoon", about: id, by: member)
        let message = try #require(
            try await given.database.read { tx in try ApplicationQueries.messages(of: id, in: given.centre.id, tx) }
                .last?.id)
        let taken = try await together { _ in
            try await given.write(by: member) { work in try TakeBackMessage.run(message, about: id, in: work) }
        }
        #expect(taken.allSatisfy { $0 == .done })
        #expect(try await given.count("audit", where: "action = 'application.message_taken_back'") == 1)
        #expect(try await steps("subject = 'application' and to_state = 'new'") == 2, "sent, and new again")
        #expect(try await given.count("fact", where: "kind = 'answer'") == 0)

        _ = try await given.archive(vacancy, by: member)
        let back = try await together { _ in
            try await given.write(by: member) { work in try ArchiveVacancy.undo(vacancy, in: work) }
        }
        #expect(back.allSatisfy { $0 == true })
        #expect(try await steps("subject = 'vacancy' and from_state = 'archived'") == 1)

        _ = try await together { _ in
            try await given.write(by: member) { work in try ConfirmVacancies.run([vacancy: .right], in: work) }
        }
        #expect(try await given.count("fact", where: "kind = 'vacancy_confirmed'") == 1)

        _ = try await given.decline(id, by: member)
        try await given.work()
        let helped = try await together { _ in
            try await given.write(by: given.desk) { work in try HandBack.helped(id, in: work) }
        }
        #expect(helped.count { $0 == .done } == 1)
        #expect(try await steps("follow_up = 'helped_on'") == 1)
    }

    /// Thirty letters to people whom an organisation typed in: ten leave, and three to one address.
    @Test func limitsOfTypedNoesHold() async throws {
        for (addresses, most) in [(30, 10), (1, 3)] {
            let given = try await Given(.postgres)
            let organisation = try await given.organisation()
            let vacancy = try await given.vacancy(of: organisation)
            var ids: [ID<Application>] = []
            for number in 0..<30 {
                ids.append(
                    try await given.noted(
                        "Piet \(number)", email: "piet\(number % addresses)@mail.example", on: vacancy,
                        by: organisation.member))
            }
            let all = ids
            _ = try await together { number in try await given.decline(all[number], by: organisation.member) }
            try await given.work()
            #expect(try await given.count("mail", where: "kind = 'application_declined'") == most)
            #expect(try await given.count("application", where: "state = 'declined'") == 30)
        }
    }

    /// Matched and taken back by many hands: three matches a day, however fast.
    @Test func threeMatchesADay() async throws {
        let given = try await Given(.postgres)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        let id = try await given.application(of: happy, to: try await given.vacancy(of: organisation))
        _ = try await together { _ in
            let outcome = try await given.match(id, by: organisation.member)
            if case .created(let match) = outcome { _ = try await given.cancel(match, by: organisation.member) }
            return true
        }
        #expect(try await given.count("match") <= 3)
        #expect(try await given.count("mail", where: "kind = 'match_made_volunteer'") <= 3)
    }
}
