import Jobs
import SQL
import VolunteerCentre

/// Asks who has not been seen for long, and erases what is over its term, in the night.
enum Retention {
    static func tasks(_ tools: Toolbox) -> [ScheduledTask] {
        [
            ScheduledTask("retention", .daily(hour: 3, .dutch)) { now in
                try await tools.untilNone(at: now) { work in try AskIdleVolunteers.run(in: work) }
                try await tools.untilNone(at: now) { work in try ForgetDoubles.run(in: work) }
                for rule in RetentionRule.erasing {
                    try await tools.untilNone(at: now) { work in try EraseDue.run(rule, in: work) }
                }
            }
        ]
    }
}
