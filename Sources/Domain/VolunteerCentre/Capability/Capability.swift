package import Jobs
package import SQL
package import Time

/// Everything that the installation must know of one capability, in one value. The roof has the list of them
/// (`Capabilities`, in Composition); nothing else in the house names them all.
package struct Capability: Sendable {
    /// Stored in the database: a program without this capability refuses it.
    package let name: String
    package var migrations: [Migration] = []
    /// A line for each table that its migrations make.
    package var tables: [DataTable] = []
    package var mails: [MailKind] = []
    /// How the premises of its mails are looked at.
    package var premises: [Premise.Rule: Premise.Check] = [:]
    /// What it writes in the log, as people read it there.
    package var acts: [String: StaticString] = [:]
    /// Handlers by the name of the job.
    package var jobs: @Sendable (Toolbox) -> [String: JobHandler] = { _ in [:] }
    /// What it does by the clock.
    package var tasks: @Sendable (Toolbox) -> [ScheduledTask] = { _ in [] }

    package init(_ name: String) { self.name = name }
}

/// What jobs and scheduled tasks work with.
package struct Toolbox: Sendable {
    package let workroom: Workroom
    package let finder: Finder
    /// A picture of ours without what a camera wrote into it: see `CleanUploads`.
    package let withoutMetadata: @Sendable ([UInt8]) async throws -> [UInt8]

    package init(
        _ workroom: Workroom, finder: Finder,
        withoutMetadata: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
    ) {
        self.workroom = workroom
        self.finder = finder
        self.withoutMetadata = withoutMetadata
    }

    package var database: any Database { workroom.database }

    /// At each centre the same again until there is nothing left: a batch is a transaction of its own.
    package func untilNone(at now: Instant, _ batch: @escaping @Sendable (UnitOfWork) throws -> Int) async throws {
        for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
            while try await workroom.write(by: .system(centre: centre), at: now, batch) > 0 {}
        }
    }

    /// At each centre batch after batch, each from where the last one ended.
    package func onwards<Record: Sendable>(
        at now: Instant, _ batch: @escaping @Sendable (_ after: ID<Record>, UnitOfWork) throws -> ID<Record>?
    ) async throws {
        for centre in try await database.read({ tx in try CentreQueries.all(tx) }) {
            var last: ID<Record>? = ID(0)
            while let after = last {
                last = try await workroom.write(by: .system(centre: centre), at: now) { work in try batch(after, work) }
            }
        }
    }
}
