import Jobs
import SQL

extension Migration {
    /// Jobs that wait for somebody's word.
    static let heldJobs = Migration(37, "held_jobs", JobQueue.holdSchema)
}
