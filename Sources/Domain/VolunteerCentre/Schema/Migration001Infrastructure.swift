import Jobs
import Mail
import SQL

extension Migration {
    /// What the tools need: changes, jobs, the schedule, mail.
    static let infrastructure = Migration(
        1, "infrastructure",
        ChangeFeed.schema + JobQueue.schema + Schedule.schema + Outbox.schema + [
            "create table installation_setting (name \(.text) primary key, value \(.text) not null) \(.strict)"
        ])
}
