import Jobs
import SQL
import VolunteerCentre

/// Asks who has not been seen for long, and erases what is over its term, in the night.
enum Retention {
    static func tasks(_ tools: Toolbox) -> [ScheduledTask] {
        [
            ScheduledTask("retention", .daily(hour: 3, .dutch)) { now in
                try await tools.eachCentre { centre in
                    try await tools.untilNone { tx in
                        try AskIdleVolunteers(mails: tools.mails)(centre: centre, now: now, tx)
                    }
                    for rule in RetentionRule.erasing {
                        try await tools.untilNone { tx in try EraseDue.run(rule, centre: centre, now: now, tx) }
                    }
                }
            }
        ]
    }
}
