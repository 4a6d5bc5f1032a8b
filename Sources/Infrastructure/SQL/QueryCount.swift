import Synchronization

/// Counts the statements run on behalf of a task: a page that grows with its list shows itself in the access log and
/// fails its contract test. `BEGIN` and `COMMIT` do not count; statements that run again after a conflict do.
///
///     let count = QueryCount()
///     try await QueryCount.$current.withValue(count) { … }
package final class QueryCount: Sendable {
    /// Where `read` and `write` count, taken before they leave the task.
    @TaskLocal package static var current: QueryCount?

    private let count = Atomic<Int>(0)

    package init() {}

    package var total: Int { count.load(ordering: .relaxed) }

    package func add(_ n: Int) { count.add(n, ordering: .relaxed) }
}
