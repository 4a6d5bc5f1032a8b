import SQL
import Time

/// A picture that was not taken: why stands with the organisation, for who sent it and for whom she asks.
package enum NoteRefusedPicture {
    /// So many a day say enough.
    private static let perDay = 20

    /// - Parameter reason: as the program that reads pictures names it.
    package static func run(_ reason: String, in work: UnitOfWork) throws {
        guard case .member(let organisation) = work.actor.role else { return }
        let rule = AutomaticAct.Rule.pictureRefused
        let today = try work.tx.count(
            """
            automatic_act where centre_id = \(work.centre.id) and subject = 'organisation' and subject_id = \(organisation)
                and rule = \(rule) and at > \(work.now.subtracting(.days(1)))
            """)
        guard today < perDay else { return }
        try AutomaticAct.record(rule, on: "organisation", [(organisation.number, reason)], in: work)
    }
}
