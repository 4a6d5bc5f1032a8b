package import Jobs
package import SQL

/// Everything that the installation must know of one capability, in one value. The roof has the list of them
/// (`Capabilities`, in Composition); nothing else in the house names them all.
package struct Capability: Sendable {
    /// Stored in the database: a program without this capability refuses it.
    package let name: String
    package var migrations: [Migration] = []
    /// A line for each table that its migrations make.
    package var tables: [DataTable] = []
    package var mails: [MailKind] = []
    /// Handlers by the name of the job.
    package var jobs: @Sendable (Toolbox) -> [String: JobHandler] = { _ in [:] }
    /// What it does by the clock.
    package var tasks: @Sendable (Toolbox) -> [ScheduledTask] = { _ in [] }

    package init(_ name: String) { self.name = name }
}

/// What jobs and scheduled tasks work with.
package struct Toolbox: Sendable {
    package let database: any Database
    package let mails: Mails
    package let finder: Finder
    package let random: RandomBytes
    /// A picture of ours without what a camera wrote into it: see `CleanUploads`.
    package let withoutMetadata: @Sendable ([UInt8]) async throws -> [UInt8]

    package init(
        database: any Database, mails: Mails, finder: Finder, random: @escaping RandomBytes,
        withoutMetadata: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
    ) {
        self.database = database
        self.mails = mails
        self.finder = finder
        self.random = random
        self.withoutMetadata = withoutMetadata
    }

    /// For each centre, one after another.
    package func eachCentre(_ body: @Sendable (Centre) async throws -> Void) async throws {
        for centre in try await database.read({ tx in try CentreQueries.all(tx) }) { try await body(centre) }
    }

    /// The same again until there is nothing left: a batch is a transaction of its own.
    package func untilNone(_ batch: @escaping @Sendable (Transaction) throws -> Int) async throws {
        while try await database.write(batch) > 0 {}
    }

    /// Batch after batch, each from where the last one ended.
    package func onwards<Record: Sendable>(
        _ batch: @escaping @Sendable (_ after: ID<Record>, Transaction) throws -> ID<Record>?
    ) async throws {
        var last: ID<Record>? = ID(0)
        while let after = last { last = try await database.write { tx in try batch(after, tx) } }
    }
}
