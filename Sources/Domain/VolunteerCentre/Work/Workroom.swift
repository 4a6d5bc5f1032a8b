package import SQL
package import Time

/// Where units of work are made: the one way into a use case, for a route, a job, a command and a test.
package struct Workroom: Sendable {
    package let database: any Database
    package let mails: Mails

    package init(database: any Database, mails: Mails) {
        self.database = database
        self.mails = mails
    }

    package var random: RandomBytes { mails.random }

    /// Everything that the body did, or nothing. It may run several times: see `Database.write`.
    package func write<T: Sendable>(
        by actor: Actor, at now: Instant, _ body: @escaping @Sendable (UnitOfWork) throws -> T
    ) async throws -> T {
        let mails = mails
        return try await database.write { tx in try body(UnitOfWork(tx, by: actor, at: now, mails: mails)) }
    }

    /// One look at the database, of one moment.
    package func read<T: Sendable>(
        by actor: Actor, at now: Instant, _ body: @escaping @Sendable (UnitOfWork) throws -> T
    ) async throws -> T {
        let mails = mails
        return try await database.read { tx in try body(UnitOfWork(tx, by: actor, at: now, mails: mails)) }
    }
}
