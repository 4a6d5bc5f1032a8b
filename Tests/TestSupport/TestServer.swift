import CLibPQ
import Foundation
import SQL
import Synchronization

/// The PostgreSQL server of the tests: what cannot be done inside a transaction.
package enum TestServer {
    /// Processes of an earlier run may have left databases.
    private static let run = UUID().uuidString.prefix(8).lowercased()
    private static let next = Atomic<Int>(1)

    package static func newName() -> String {
        "test_\(run)_\(next.add(1, ordering: .relaxed).newValue)"
    }

    /// The address of another database of the same server.
    package static func url(_ database: String) throws -> String {
        guard let text = TestEngine.serverURL, var parts = URLComponents(string: text) else {
            throw SQLError.unavailable("SCHAKEL_TEST_POSTGRES is missing or no address")
        }
        parts.path = "/" + database
        // Databases are dropped while the process ends, and the library for Kerberos aborts one that is asked then.
        parts.queryItems = (parts.queryItems ?? []) + [URLQueryItem(name: "gssencmode", value: "disable")]
        return parts.string ?? text
    }

    /// Runs one statement outside a transaction, on a connection of its own. The text comes from tests only.
    package static func run(_ text: String) async throws {
        let url = try url("postgres")
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                let connection = PQconnectdb(url)
                defer { PQfinish(connection) }
                // Its own reason: a statement on a connection that never was says only that there is none.
                guard PQstatus(connection) == CONNECTION_OK else {
                    return continuation.resume(
                        throwing: SQLError.unavailable(String(cString: PQerrorMessage(connection))))
                }
                let result = PQexec(connection, text)
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK: continuation.resume()
                default:
                    let message = String(cString: PQerrorMessage(connection))
                    continuation.resume(throwing: SQLError.unavailable(message))
                }
            }
        }
    }
}
