package import Composition
package import SQL
package import Time
package import VolunteerCentre

extension Given {
    /// By what a mediator sees at that moment.
    package func merge(
        _ goes: ID<Volunteer>, into stays: ID<Volunteer>, _ choice: MergeChoice = MergeChoice(), by actor: Actor? = nil,
        at instant: Instant? = nil
    ) async throws -> MergeVolunteers.Outcome {
        let centre = centre.id
        return try await write(by: actor ?? mediator, at: instant) { work in
            let seen = try MergePreview(stays, goes, in: centre, work.tx)?.seen ?? ""
            return try MergeVolunteers.run(goes, into: stays, choice, seen: seen, in: work)
        }
    }

    package func undo(_ merge: ID<VolunteerMerge>, by actor: Actor? = nil, at instant: Instant? = nil) async throws
        -> VolunteerMerge?
    {
        try await write(by: actor ?? mediator, at: instant) { work in try UndoMerge.run(merge, in: work) }
    }
}
