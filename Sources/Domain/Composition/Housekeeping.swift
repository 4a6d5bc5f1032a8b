import Jobs
import Mail
import SQL
import Time
import VolunteerCentre

/// What the tools leave behind is removed at night.
enum Housekeeping {
    static func tasks(_ tools: Toolbox) -> [ScheduledTask] {
        [
            ScheduledTask("mail.revive", .every(.hours(1))) { now in
                try await tools.database.write { tx in
                    try NeedlessMails.revive(now: now, isOwed: Capabilities.all.isOwed, tx)
                }
            },
            ScheduledTask("housekeeping", .daily(hour: 4, .dutch)) { now in
                try await tools.database.write { tx in
                    try Session.purge(now: now, tx)
                    try tx("delete from rate_limit where expires_at < \(now)")
                    // Keys keep a mail from being made twice; none of them returns after 90 days.
                    try JobQueue.prune(before: now.subtracting(.days(90)), tx)
                    try ChangeFeed.prune(before: now.subtracting(.days(14)), tx)
                    try Outbox.forgetSecrets(before: now.subtracting(.days(90)), tx)
                }
                while try await tools.database.write({ tx in try EraseAccount.unused(now: now, tx) }) > 0 {}
                try await tools.database.write { tx in try tx.gatherStatistics() }
            },
        ]
    }
}
