import SQL
import Time
package import VolunteerCentre

/// What stayed aside of two profiles that became one is erased when it can no longer be taken back.
package enum ForgetDoubles {
    static let batch = 100

    /// - Returns: how many went; the schedule runs it again until there are none.
    package static func run(in work: UnitOfWork) throws -> Int {
        let due = try work.tx(
            """
            select from_id, into_id from volunteer_merge
            where centre_id = \(work.centre.id) and at <= \(work.now.subtracting(.days(VolunteerMerge.days)))
            order by id limit \(batch)
            """)
        for row in due { try EraseVolunteer.aside(try row["from_id"], of: try row["into_id"], in: work) }
        return due.count
    }
}
