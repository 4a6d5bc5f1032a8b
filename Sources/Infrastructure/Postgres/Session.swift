import Foundation
import SQL
import Synchronization

/// What one worker thread does with its connection: connect when needed, run transactions, run them again when that
/// helps.
final class Session {
    private let url: String
    private let retries: Retries
    private let patience: Duration
    private let isClosing: () -> Bool
    private let open: OpenConnections
    private var connection: PostgresConnection? {
        didSet { open.add((connection == nil ? 0 : 1) - (oldValue == nil ? 0 : 1)) }
    }

    /// - Parameters:
    ///   - patience: how long to try to connect again for a transaction whose connection broke.
    ///   - open: how many connections the threads of the pool have together.
    init(url: String, retries: Retries, patience: Duration, open: OpenConnections, isClosing: @escaping () -> Bool) {
        self.url = url
        self.retries = retries
        self.patience = patience
        self.open = open
        self.isClosing = isClosing
    }

    /// Connects when that was not done yet.
    /// - Returns: false when the server gives no connection while other threads have one: they get to the work sooner.
    func isReady() -> Bool {
        guard connection == nil else { return true }
        connection = try? PostgresConnection(url: url)
        return connection != nil || open.count == 0
    }

    private enum Outcome<T> {
        case done(Result<T, any Error>)
        /// Nothing was changed and running it again may go well.
        case again(SQLError)
    }

    func perform<T>(
        readOnly: Bool, counter: QueryCount?, deadline: ContinuousClock.Instant, _ body: (Transaction) throws -> T
    ) -> Result<T, any Error> {
        var attempt = 1
        var deadline = deadline
        while true {
            let connection: PostgresConnection
            do { connection = try connected(until: deadline) } catch { return .failure(error) }
            let outcome = once(connection, readOnly: readOnly, counter: counter, body)
            if connection.isBroken {
                self.connection = nil
                deadline = .now + patience
            }
            switch outcome {
            case .done(let result): return result
            case .again(let reason) where attempt >= retries.attempts || isClosing(): return .failure(reason)
            case .again: sleep(retries.pause(attempt))
            }
            attempt += 1
        }
    }

    private func once<T>(
        _ connection: PostgresConnection, readOnly: Bool, counter: QueryCount?, _ body: (Transaction) throws -> T
    ) -> Outcome<T> {
        do { try connection.begin(readOnly: readOnly) } catch {
            return connection.isBroken ? .again(error) : .done(.failure(error))
        }
        let tx = Transaction(connection, counting: counter)
        let result = Result { try body(tx) }
        // Also when `body` swallowed it: a transaction with a failed statement cannot be committed.
        if let failure = tx.failure {
            return undo(connection, failure, result)
        }
        guard case .success = result else { return undo(connection, nil, result) }
        do { try connection.commit() } catch {
            if readOnly { return .done(result) }
            // The line broke while the commit was under way: it may have happened, so it must not be done again.
            if connection.isBroken {
                return .done(.failure(SQLError.unavailable("it is unknown whether the change was kept")))
            }
            return error == .conflict ? .again(error) : .done(.failure(error))
        }
        return .done(result)
    }

    private func undo<T>(_ connection: PostgresConnection, _ failure: SQLError?, _ result: Result<T, any Error>)
        -> Outcome<T>
    {
        if !connection.isBroken {
            // Fails only with the line, and then the server rolls back by itself.
            do { try connection.rollback() } catch { self.connection = nil }
        }
        guard let failure else { return .done(result) }
        if failure == .conflict || connection.isBroken { return .again(failure) }
        if case .failure(let error) = result {
            // What it leaned on was erased meanwhile, or leans on what it erased: with a new look it goes another way.
            return failure == .foreignKey && error as? SQLError == .foreignKey
                ? .again(failure) : .done(.failure(error))
        }
        return .done(.failure(failure))
    }

    private func connected(until deadline: ContinuousClock.Instant) throws(SQLError) -> PostgresConnection {
        if let connection { return connection }
        var attempt = 1
        while true {
            do {
                let opened = try PostgresConnection(url: url)
                connection = opened
                return opened
            } catch {
                let pause = max(.milliseconds(50), retries.pause(attempt))
                guard .now + pause < deadline, !isClosing() else { throw error }
                sleep(pause)
                attempt += 1
            }
        }
    }

    private func sleep(_ duration: Duration) { Thread.sleep(forTimeInterval: duration / .seconds(1)) }
}

/// How many connections a pool has now.
final class OpenConnections: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    func add(_ change: Int) { number.add(change, ordering: .relaxed) }
}
