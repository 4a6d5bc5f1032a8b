import Hummingbird
import SiteKit
import VolunteerCentre

extension Acting {
    /// A use case that is done, or has nothing here that she may do it with: then the page does not exist.
    func carryOut(_ body: @escaping @Sendable (UnitOfWork) throws -> Bool) async throws {
        guard try await write(body) else { throw HTTPError(.notFound) }
    }

    /// The same, with what came of it.
    func carryOut<T: Sendable>(_ body: @escaping @Sendable (UnitOfWork) throws -> T?) async throws -> T {
        guard let made = try await write(body) else { throw HTTPError(.notFound) }
        return made
    }
}
