import Foundation
package import SQL
package import Time

/// Work as rows, enqueued in the transaction that causes it: what was committed will be done, what was rolled back will not.
package enum JobQueue {
    package static let schema: [SQL] = [
        """
        create table job (
            id \(.id), centre_id \(.int), name \(.text) not null, key \(.text) not null unique, payload \(.text) not null,
            state \(.text) not null check (state in ('waiting', 'running', 'done', 'dead')), run_at \(.int) not null,
            attempts \(.int) not null, lease_until \(.int), last_error \(.text), created_at \(.int) not null, finished_at \(.int)
        ) \(.strict)
        """,
        "create index job_due on job (state, run_at, id)",
        "create index job_finished on job (finished_at)",
    ]

    package static let holdSchema: [SQL] = [
        "create table job_hold (name \(.text) primary key, since \(.int) not null) \(.strict)"
    ]

    /// Nobody takes jobs of this name until somebody releases them; new ones may be enqueued.
    package static func hold(_ name: String, now: Instant, _ tx: Transaction) throws {
        try tx("insert into job_hold (name, since) values (\(name), \(now)) on conflict (name) do nothing")
    }

    /// - Returns: whether they were held.
    package static func release(_ name: String, _ tx: Transaction) throws -> Bool {
        try tx.run("delete from job_hold where name = \(name)") > 0
    }

    package static func heldSince(_ name: String, _ tx: Transaction) throws -> Instant? {
        try tx.first("select since from job_hold where name = \(name)")?["since"]
    }

    /// Since when the oldest job that should be done now waits: long ago when nobody works.
    /// - Parameter names: of jobs that nobody here can do.
    package static func oldestDue(now: Instant, except names: [String] = [], _ tx: Transaction) throws -> Instant? {
        let others: SQL = names.isEmpty ? .empty : "and name not in \(list: names)"
        return try tx.first(
            """
            select min(run_at) as since from job where state = 'waiting' and run_at <= \(now) \(others)
                and name not in (select name from job_hold)
            """)?["since"]
    }

    /// Enqueues once per key: a second call with the same key changes nothing.
    ///
    /// - Parameters:
    ///   - payload: what the handler reads back; ids, not copies of records.
    ///   - at: not before this time; nil is at once.
    package static func enqueue(
        _ name: String, key: String, centre: Int64?, payload: some Encodable, at: Instant? = nil, now: Instant,
        _ tx: Transaction
    ) throws {
        let json = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
        try tx(
            """
            insert into job (centre_id, name, key, payload, state, run_at, attempts, created_at)
            values (\(centre), \(name), \(key), \(json), 'waiting', \(at ?? now), 0, \(now))
            on conflict (key) do nothing
            """)
    }

    /// Puts a job in line again, unless it runs. False when there is none.
    package static func retry(key: String, now: Instant, _ tx: Transaction) throws -> Bool {
        try tx.run(
            "update job set state = 'waiting', run_at = \(now), attempts = 0 where key = \(key) and state <> 'running'"
        ) > 0
    }

    /// Forgets finished jobs. A key may come back after that, so keep them longer than anything can be sent twice.
    package static func prune(before instant: Instant, _ tx: Transaction) throws {
        try tx("delete from job where state = 'done' and finished_at < \(instant)")
    }

    static func isDue(names: [String], now: Instant, _ tx: Transaction) throws -> Bool {
        try tx.first("select 1 as due from job where \(due(names, now)) limit 1") != nil
    }

    /// Takes the next due job of these names, or one whose worker vanished. Two workers never get the same: leases run by the
    /// database's clock, since those of two machines may differ by more than a lease.
    static func claim(
        names: [String], lease: Span, database: any Database, now: Instant, _ tx: Transaction
    ) throws -> JobContext? {
        let row = try tx.first("select id from job where \(due(names, now)) order by run_at, id limit 1 \(.lock)")
        guard let row else { return nil }
        let id: Int64 = try row["id"]
        let claimed = try tx.first(
            """
            update job set state = 'running', attempts = attempts + 1, lease_until = \(.clock) + \(lease.milliseconds) where id = \(id)
            returning name, key, centre_id, payload, attempts
            """)
        guard let claimed else { return nil }
        return JobContext(
            id: id, name: try claimed["name"], key: try claimed["key"], centre: try claimed["centre_id"],
            payload: try claimed["payload"], attempt: try claimed["attempts"], database: database, now: now)
    }

    /// Its worker is still at it.
    static func renew(_ job: JobContext, lease: Span, _ tx: Transaction) throws {
        try tx("update job set lease_until = \(.clock) + \(lease.milliseconds) \(own(job))")
    }

    /// As if it had never been taken.
    static func giveBack(_ job: JobContext, _ tx: Transaction) throws {
        try tx(
            """
            update job set state = 'waiting', attempts = attempts - 1, lease_until = \(Instant?.none) \(own(job))
            """)
    }

    static func finish(_ job: JobContext, now: Instant, _ tx: Transaction) throws {
        try tx(
            """
            update job set state = 'done', finished_at = \(now), lease_until = \(Instant?.none), last_error = \(String?.none)
            \(own(job))
            """)
    }

    /// What becomes of a job that is not tried again: `dead` asks for a person.
    enum End: String { case done, dead }

    /// - Returns: false when the lease was lost: then another worker decides about the job.
    static func fail(
        _ job: JobContext, error: String, retryAt: Instant?, or end: End, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.run(
            """
            update job set state = \(retryAt == nil ? end.rawValue : "waiting"), run_at = \(retryAt ?? now), last_error = \(error),
                lease_until = \(Instant?.none), finished_at = \(retryAt == nil ? now : nil) \(own(job))
            """) > 0
    }

    /// Of these names: what waits and nobody holds back, and what a worker left behind.
    private static func due(_ names: [String], _ now: Instant) -> SQL {
        """
        name in \(list: names) and name not in (select name from job_hold)
            and (state = 'waiting' and run_at <= \(now) or state = 'running' and lease_until <= \(.clock))
        """
    }

    /// The attempt is part of it: a worker that was slower than its lease must not undo what its successor did.
    private static func own(_ job: JobContext) -> SQL {
        "where id = \(job.id) and state = 'running' and attempts = \(job.attempt)"
    }

    /// Without U+0000, which no engine takes, and not longer than anybody reads.
    static func storable(_ error: String) -> String { String(error.replacing("\u{0}", with: " ").prefix(1000)) }
}
