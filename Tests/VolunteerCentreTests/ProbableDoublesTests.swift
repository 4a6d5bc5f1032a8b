import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Who may be one person: by name, mailbox and telephone, as people type them.
@Suite struct ProbableDoublesTests {
    private func like(_ name: String, _ phone: String = "", _ email: String = "", _ place: String = "") -> Likeness {
        Likeness(name: name, phone: phone, email: email, place: place)
    }

    @Test func theSameInOtherWords() {
        let piet = like("Piet Jansen", "06-12345678", "piet.jansen@gmail.com", "Borne")
        #expect(piet.reasons(with: like("Jansen, Piet")) == [.name])
        #expect(piet.reasons(with: like("piet JANSEN", "", "", "borne")) == [.name, .place])
        #expect(piet.reasons(with: like("P. Jansen", "+31 6 12 34 56 78")) == [.phone])
        #expect(piet.reasons(with: like("P. Jansen", "", "pietjansen+borne@googlemail.com")) == [.mailbox])
        #expect(piet.reasons(with: like("Piet Jansen-de Wit", "0031612345678")) == [.phone])
        #expect(like("Zoë Çelik").reasons(with: like("zoe celik")) == [.name])
        #expect(
            like("Anna Bakker", "0471 23 45 67").reasons(with: like("Anna Peeters", "+32 471 23 45 67")) == [.phone])
    }

    /// A household has one telephone and one mailbox; a name and a place are many people's.
    @Test func peopleOfOneHouseAreTwo() {
        let jan = like("Jan de Vries", "074-1234567", "jm@post.example", "Borne")
        #expect(jan.reasons(with: like("Mia de Vries", "074-1234567", "jm@post.example", "Borne")).isEmpty)
        #expect(jan.reasons(with: like("J. de Vries")).isEmpty)
        #expect(like("Jan de Vries", "112").reasons(with: like("J. de Vries", "112")).isEmpty)
        #expect(like("").reasons(with: like("Jan de Vries")).isEmpty)
        #expect(like("Jan").reasons(with: like("Jan de Vries", "", "")).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func twoPeopleAreNotProposedAgain(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let first = try await given.volunteer("Els Bakker")
        let second = try await given.volunteer("Bakker, Els")
        _ = try await given.volunteer("Els Kok")
        func proposed() async throws -> [ProbableDoubles.Pair] {
            try await given.database.read { tx in
                try ProbableDoubles.list(in: given.centre.id, page: Page(1), tx).elements
            }
        }
        #expect(try await proposed().map { [$0.first.id, $0.second.id] } == [[first.id, second.id]])
        for _ in 1...2 {
            let kept = try await given.write(by: given.mediator) { work in
                try ProbableDoubles.keepApart(second.id, first.id, in: work)
            }
            #expect(kept)
        }
        #expect(try await proposed().isEmpty)
        let nobody = try await given.write(by: given.mediator) { work in
            try ProbableDoubles.keepApart(first.id, ID(999_999), in: work)
        }
        #expect(!nobody)
        #expect(try await given.count("audit", where: "action = 'volunteer.kept_apart'") == 1)
    }
}
