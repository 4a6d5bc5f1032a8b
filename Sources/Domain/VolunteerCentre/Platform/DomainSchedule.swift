import Foundation
package import Jobs
import Mail
package import SQL
import Time

/// Everything that happens by the clock, in one readable table.
package enum DomainSchedule {
    package static func tasks(database: any Database, mails: Mails, finder: Finder) -> [ScheduledTask] {
        [
            // Shortly after midnight: a vacancy is visible through the whole of its last day.
            ScheduledTask("vacancies.offline", .every(.hours(1))) { now in
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    while try await database.write({ tx in
                        try TakeVacanciesOffline(mails: mails)(centre: centre, now: now, tx)
                    }) > 0 {}
                }
            },
            ScheduledTask("matches.end", .every(.hours(1))) { now in
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    while try await database.write({ tx in
                        try EndMatch(mails: mails).pastTheirDay(centre: centre, now: now, tx)
                    }) > 0 {}
                }
            },
            ScheduledTask("vacancies.warn", .every(.hours(6))) { now in
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    var last: ID<Vacancy>? = ID(0)
                    while let after = last {
                        last = try await database.write { tx in
                            try WarnBeforeOffline(mails: mails)(after: after, centre: centre, now: now, tx)
                        }
                    }
                }
            },
            ScheduledTask("pauses.end", .every(.hours(1))) { now in
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    while try await database.write({ tx in
                        try EndPauses.run(centre: centre, now: now, tx)
                    }) > 0 {}
                }
            },
            // In the morning, so that the day is there to answer.
            ScheduledTask("searches.mail", .daily(hour: 7, TimeZone(identifier: "Europe/Amsterdam") ?? .gmt)) { now in
                try await finder.catchUp()
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    var last: ID<SavedSearch>? = ID(0)
                    while let after = last {
                        last = try await database.write { tx in
                            try MailSearchNews(mails: mails, finder: finder)(after: after, centre: centre, now: now, tx)
                        }
                    }
                }
            },
            ScheduledTask("retention", .daily(hour: 3, TimeZone(identifier: "Europe/Amsterdam") ?? .gmt)) { now in
                for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
                    while try await database.write({ tx in
                        try AskIdleVolunteers(mails: mails)(centre: centre, now: now, tx)
                    }) > 0 {}
                    for rule in RetentionRule.erasing {
                        while try await database.write({ tx in
                            try EraseDue.run(rule, centre: centre, now: now, tx)
                        }) > 0 {}
                    }
                }
            },
            ScheduledTask("housekeeping", .daily(hour: 4, TimeZone(identifier: "Europe/Amsterdam") ?? .gmt)) { now in
                try await database.write { tx in
                    try Session.purge(now: now, tx)
                    try tx("delete from rate_limit where expires_at < \(now)")
                    // Keys keep a mail from being made twice; none of them returns after 90 days.
                    try JobQueue.prune(before: now.subtracting(.days(90)), tx)
                    try ChangeFeed.prune(before: now.subtracting(.days(14)), tx)
                    // A request for a password or an account holds the address that was typed.
                    try tx(
                        "delete from job where name in (\(ResetRequest.job), \(RegisterVolunteer.job)) and state <> 'waiting' and created_at < \(now.subtracting(.days(1)))"
                    )
                    try tx("delete from credential_link where expires_at < \(now.subtracting(.days(30)))")
                    try tx("delete from action_link where expires_at < \(now.subtracting(.days(30)))")
                    try MemberInvitation.purge(now: now, tx)
                    // Days differ by zone; two days more do no harm.
                    let month = CalendarDate(now, in: .gmt).adding(days: -32)
                    try FindCandidates.purge(before: month, tx)
                    try Upload.purge(before: now.subtracting(.days(2)), tx)
                    try Outbox.forgetSecrets(before: now.subtracting(.days(90)), tx)
                }
                while try await database.write({ tx in try EraseAccount.unused(now: now, tx) }) > 0 {}
                try await database.write { tx in try tx.gatherStatistics() }
            },
        ]
    }
}
