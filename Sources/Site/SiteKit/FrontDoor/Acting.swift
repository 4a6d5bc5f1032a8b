package import Hummingbird
package import VolunteerCentre

/// Who asks proves it by the type of its context; what is done for her is done in her name.
package protocol Acting: RequestContext {
    var visit: Visit { get }
    var actor: Actor { get }
}

extension Acting {
    /// A use case, in one transaction, in her name.
    package func write<T: Sendable>(_ body: @escaping @Sendable (UnitOfWork) throws -> T) async throws -> T {
        try await visit.write(by: actor, body)
    }

    /// What she asks to see, all of one moment.
    package func read<T: Sendable>(_ body: @escaping @Sendable (UnitOfWork) throws -> T) async throws -> T {
        try await visit.read(by: actor, body)
    }

    /// What she asks to see; where there is nothing for her the page does not exist.
    package func find<T: Sendable>(_ body: @escaping @Sendable (UnitOfWork) throws -> T?) async throws -> T {
        guard let found = try await read(body) else { throw HTTPError(.notFound) }
        return found
    }
}

extension Visit {
    /// A use case, in one transaction. Afterwards the worker looks for what it enqueued, and what is public of it can be
    /// found.
    /// - Parameter actor: a context proves who it is (see `Acting`); where nobody is signed in it is the `visitor`.
    package func write<T: Sendable>(
        by actor: Actor, _ body: @escaping @Sendable (UnitOfWork) throws -> T
    ) async throws -> T {
        let result = try await services.workroom.write(by: actor, at: now, body)
        await services.written()
        return result
    }

    package func read<T: Sendable>(
        by actor: Actor? = nil, _ body: @escaping @Sendable (UnitOfWork) throws -> T
    ) async throws -> T {
        try await services.workroom.read(by: actor ?? visitor, at: now, body)
    }

    /// What everybody may see; where there is nothing the page does not exist.
    package func find<T: Sendable>(_ body: @escaping @Sendable (UnitOfWork) throws -> T?) async throws -> T {
        guard let found = try await read(body) else { throw HTTPError(.notFound) }
        return found
    }
}
