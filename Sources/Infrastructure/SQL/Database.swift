/// One database of either engine. Both methods run a synchronous closure on a thread of their own: it cannot await, so
/// it cannot wait for a second connection, nor hold one while something slow happens.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// One transaction that may change things; rolled back when `body` throws or a statement failed. `body` may run
    /// again after a conflict, so it has no effect outside the database.
    @discardableResult
    func write<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T

    /// A read-only transaction: all its statements see the database of one moment.
    func read<T: Sendable>(_ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T

    /// Whether changes can be kept where they are expected: by the server that takes them, in the file under its name.
    /// - Throws: `unavailable` otherwise, with the reason for the operator.
    func check() async throws

    /// Ends after what is running; later calls throw `unavailable`.
    func close() async
}
