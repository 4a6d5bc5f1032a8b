import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Who hears nothing is found the day her last address is refused, and nobody else is accused.
@Suite struct ReachabilityTests {
    private func refuse(_ email: String, _ error: String?, at instant: Instant, in given: Given) async throws {
        let (key, state) = (given.newKey(), error == nil ? "sent" : "failed")
        try await given.database.write { tx in
            try tx(
                """
                insert into mail (centre_id, key, message_id, kind, language, to_name, to_address, from_name, from_address, subject,
                    text, state, created_at, sent_at, attempts, last_error)
                values (\(given.centre.id.number), \(key), \(key), 'vacancy_ends', 'nl', '', \(email), '', 'a@b.example', '', '',
                    \(state), \(instant), \(error == nil ? instant : nil), 1, \(error))
                """)
        }
    }

    private func names(_ given: Given) async throws -> [String] {
        try await given.database.read { tx in
            try Reachability.unreachable(in: given.centre.id, tx).map(\.name)
        }
    }

    @Test(arguments: TestEngine.available)
    func onlyWhoseEveryAddressIsGone(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let gone = try await given.organisation("Weg")
        let full = try await given.organisation("Vol")
        let back = try await given.organisation("Terug")
        let unknown = "550 5.1.1 <weg@mail.example>: Recipient address rejected: User unknown"
        try await refuse(gone.email.uppercased(), unknown, at: given.now, in: given)
        try await refuse(full.email, "552 5.2.2 mailbox full", at: given.now, in: given)
        try await refuse(full.email, "550 5.7.1 refused by policy 5.1.1 ", at: given.now, in: given)
        try await refuse(back.email, unknown, at: given.now, in: given)
        try await refuse(back.email, nil, at: given.now.adding(.hours(1)), in: given)
        #expect(try await names(given) == ["Weg"])
        // A colleague who reads her mail is enough.
        let volunteer = try await given.volunteer("Collega")
        try await given.database.write { tx in
            try tx(
                """
                insert into organisation_member (centre_id, organisation_id, account_id, role, name, name_key, position, phone, created_at)
                values (\(given.centre.id), \(gone.id), \(volunteer.actor.account), 'editor', 'Collega', 'collega', '', '', \(given.now))
                """)
        }
        #expect(try await names(given).isEmpty)
        try await refuse(volunteer.email, unknown, at: given.now, in: given)
        #expect(try await names(given) == ["Weg"])
        // Another centre's mail is not ours.
        let theirs = try await given.database.read { tx in try Reachability.unreachable(in: given.other.id, tx) }
        #expect(theirs.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func aSecondPersonIsAskedForUntilThereIsOne(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        func isAlone(_ later: Span = .days(0)) async throws -> Bool {
            try await given.database.read { tx in
                try Reachability.isAlone(
                    organisation.id, in: given.centre.id, now: given.now.adding(later), tx)
            }
        }
        #expect(try await isAlone())
        let asked = try await given.write(by: organisation.member) { work in
            try ChangeMembers.invite(email: "els@mail.example", name: "Els", role: .editor, in: work)
        }
        #expect(asked == .done)
        #expect(try await !isAlone())
        #expect(try await isAlone(.days(15)), "she did not answer")
    }
}
