import Foundation
import GivenCentre
import Testing
import VolunteerCentre

/// The drawings of docs/states.md are the tables of the sources, arrow by arrow.
@Suite struct StatesDrawnTests {
    private func arrows(under heading: String) throws -> Set<String> {
        let text = try String(contentsOfFile: Resources.repository + "/docs/states.md", encoding: .utf8)
        let part = try #require(text.components(separatedBy: "## \(heading)\n").last)
        let drawing = try #require(part.components(separatedBy: "```").dropFirst().first)
        return Set(
            drawing.matches(of: /([a-z_]+) --> ([a-z_]+)/).map { "\($0.output.1) → \($0.output.2)" })
    }

    private func table<State: CaseIterable & RawRepresentable<String>>(_ next: (State) -> Set<State>) -> Set<String> {
        Set(State.allCases.flatMap { from in next(from).map { "\(from.rawValue) → \($0.rawValue)" } })
    }

    @Test func drawnAsTheyAre() throws {
        #expect(try arrows(under: "Organisation") == table(\Organisation.State.next))
        #expect(try arrows(under: "Vacancy") == table(\Vacancy.State.next))
        #expect(try arrows(under: "Response") == table(\Application.State.next))
        #expect(try arrows(under: "Invitation") == table(\Invitation.State.next))
        #expect(try arrows(under: "Pool invitation") == table(\PoolInvitation.State.next))
        #expect(try arrows(under: "Match") == table(\Match.State.next))
    }
}
