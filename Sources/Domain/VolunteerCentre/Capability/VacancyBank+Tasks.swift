package import Foundation
import Jobs
import SQL
import Time

extension Capability {
    /// What the vacancy bank does by the clock.
    static func tasks(_ tools: Toolbox) -> [ScheduledTask] {
        [
            // Shortly after midnight: a vacancy is visible through the whole of its last day.
            ScheduledTask("vacancies.offline", .every(.hours(1))) { now in
                try await tools.untilNone(at: now) { work in try TakeVacanciesOffline.run(in: work) }
            },
            ScheduledTask("matches.end", .every(.hours(1))) { now in
                try await tools.untilNone(at: now) { work in try EndMatch.pastTheirDay(in: work) }
            },
            ScheduledTask("vacancies.warn", .every(.hours(6))) { now in
                try await tools.onwards(at: now) { after, work in try WarnBeforeOffline.run(after: after, in: work) }
            },
            ScheduledTask("vacancies.ask", .daily(hour: 9, .dutch)) { now in
                try await tools.onwards(at: now) { after, work in try AskIfRight.run(after: after, in: work) }
            },
            ScheduledTask("vacancies.sink", .daily(hour: 3, .dutch)) { now in
                try await tools.onwards(at: now) { after, work in try SinkUnconfirmed.run(after: after, in: work) }
            },
            ScheduledTask("pauses.end", .every(.hours(1))) { now in
                try await tools.untilNone(at: now) { work in try EndPauses.run(in: work) }
            },
            // In the morning, so that the day is there to answer.
            ScheduledTask("searches.mail", .daily(hour: 7, .dutch)) { now in
                try await tools.finder.catchUp()
                try await tools.onwards(at: now) { after, work in
                    try MailSearchNews(finder: tools.finder)(after: after, in: work)
                }
            },
            // After midnight no day that was promised lasts any longer; in the morning, as somebody may answer at once.
            ScheduledTask("responses.remind", .daily(hour: 8, .dutch)) { now in
                try await tools.finder.catchUp()
                try await tools.onwards(at: now) { after, work in
                    try RemindUnanswered(finder: tools.finder)(after: after, in: work)
                }
                try await tools.onwards(at: now) { after, work in try RemindUnread.run(after: after, in: work) }
            },
            ScheduledTask("responses.rate", .daily(hour: 5, .dutch)) { now in
                for centre in try await tools.database.read({ tx in try CentreQueries.all(tx) }) {
                    try await tools.workroom.write(by: .system(centre: centre), at: now) { work in
                        _ = try RateAnswering.run(in: work)
                    }
                }
            },
            ScheduledTask("links.purge", .daily(hour: 4, .dutch)) { now in
                try await tools.database.write { tx in
                    // A request for a password or an account holds the address that was typed.
                    let requests = [ResetRequest.job, RegisterVolunteer.job, LimitedAddress.job]
                    try tx(
                        """
                        delete from job where name in \(list: requests) and state <> 'waiting'
                            and created_at < \(now.subtracting(.days(1)))
                        """)
                    try tx("delete from credential_link where expires_at < \(now.subtracting(.days(30)))")
                    try tx("delete from action_link where expires_at < \(now.subtracting(.days(30)))")
                    try MemberInvitation.purge(now: now, tx)
                    try AddressChange.purge(now: now, tx)
                    // Days differ by zone; two days more do no harm.
                    try FindCandidates.purge(before: CalendarDate(now, in: .gmt).adding(days: -32), tx)
                    try UnfoundWords.purge(today: CalendarDate(now, in: .gmt), tx)
                    try Upload.purge(before: now.subtracting(.days(2)), tx)
                }
            },
        ]
    }
}

extension TimeZone {
    /// Centres of both countries keep the same time.
    package static let dutch = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
}
