import Films
package import Jobs
package import Mail
package import SQL
package import Time
package import VolunteerCentre

/// The capabilities of an installation, and what follows from all of them together.
package struct Capabilities: Sendable {
    /// One line for each.
    package static let all = Capabilities([.vacancyBank, .films])

    package let list: [Capability]
    /// What stands in the log, as people read it there.
    package let acts: [String: StaticString]

    package init(_ list: [Capability]) {
        self.list = list
        acts = list.reduce(into: [:]) { all, capability in
            all.merge(capability.acts) { _, _ in preconditionFailure("two acts of one name") }
        }
    }

    /// For tests of an installation that lacks one.
    package func without(_ name: String) -> Capabilities { Capabilities(list.filter { $0.name != name }) }

    /// Every change of the database's shape, in order. A released migration is never edited; the next one changes it.
    package var migrations: [Migration] {
        list.flatMap { capability in
            capability.migrations.map { migration in
                var owned = migration
                owned.capability = capability.name
                return owned
            }
        }.sorted { $0.number < $1.number }
    }

    package var tables: [DataTable] { list.flatMap(\.tables) }

    package var mails: [MailKind] { list.flatMap(\.mails) }

    /// Whether what a waiting mail was made for is still so. What this program does not know leaves: rather once too often than lost.
    package func isOwed(_ mail: OutboxMail, now: Instant, _ tx: Transaction) throws -> Bool {
        guard let premise = mail.premise.flatMap(Premise.read),
            let check = list.lazy.compactMap({ $0.premises[premise.rule] }).first
        else { return true }
        return try check(premise, mail.createdAt, now, tx)
    }

    package func jobs(_ tools: Toolbox) -> [String: JobHandler] {
        list.reduce(into: [:]) { all, capability in
            all.merge(capability.jobs(tools)) { _, _ in preconditionFailure("two jobs of one name") }
        }
    }

    /// Everything that happens by the clock.
    package func tasks(_ tools: Toolbox) -> [ScheduledTask] {
        list.flatMap { $0.tasks(tools) } + Retention.tasks(tools) + Housekeeping.tasks(tools)
    }
}
