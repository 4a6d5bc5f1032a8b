import Foundation
package import SQL
package import Time

/// One run of a job: what it is about and which attempt this is.
package struct JobContext: Sendable {
    package let id: Int64
    package let name: String
    package let key: String
    package let centre: Int64?
    let payload: String
    /// 1 at the first run.
    package let attempt: Int
    package let database: any Database
    /// When this run began.
    package let now: Instant

    package var isLastAttempt: Bool { attempt >= Worker.attempts }

    /// Reads the payload back. Throws `JobFailure.permanent` when it is no such value.
    package func payload<T: Decodable>(_ type: T.Type) throws -> T {
        do { return try JSONDecoder().decode(type, from: Data(payload.utf8)) } catch {
            throw JobFailure.permanent("the payload is no \(type)")
        }
    }
}

package typealias JobHandler = @Sendable (JobContext) async throws -> Void

/// Told in the transaction that gives a job up, with the reason in words.
package typealias DeadLetterHandler = @Sendable (JobContext, String, Transaction) throws -> Void

package enum JobFailure: Error, Equatable {
    /// Trying again cannot help.
    case permanent(String)
    /// The same, and it is an answer, not a fault: the dead letter handler does what follows, and nobody is alarmed.
    case refused(String)

    var reason: String {
        switch self {
        case .permanent(let reason), .refused(let reason): reason
        }
    }
}
