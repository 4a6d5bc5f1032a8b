import Composition
package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func draft(
        _ content: Vacancy.Content, by actor: Actor, key: String? = nil, at instant: Instant? = nil
    ) async throws -> SaveDraft.Outcome {
        let key = key ?? newKey()
        return try await write(by: actor, at: instant) { work in
            try SaveDraft.new(content, submissionKey: key, in: work)
        }
    }

    @discardableResult
    package func archive(_ id: ID<Vacancy>, by actor: Actor, at instant: Instant? = nil) async throws
        -> ArchiveVacancy.Outcome
    {
        return try await write(by: actor, at: instant) { work in
            try ArchiveVacancy.run(id, in: work)
        }
    }

    @discardableResult
    package func reactivate(_ id: ID<Vacancy>, by actor: Actor, at instant: Instant? = nil) async throws
        -> ReactivateVacancy.Outcome
    {
        return try await write(by: actor, at: instant) { work in
            try ReactivateVacancy.run(id, in: work)
        }
    }

    @discardableResult
    package func delete(_ id: ID<Vacancy>, by actor: Actor) async throws -> Bool {
        return try await write(by: actor) { work in
            try DeleteVacancy.run(id, telling: "Het gaat niet door.", in: work)
        }
    }

    /// The centre with other choices than it began with.
    package func choosing(_ choice: SQL) async throws -> Centre {
        try await database.write { tx in
            try tx("update centre set \(choice) where id = \(centre.id)")
            return try CentreQueries.all(tx)[0]
        }
    }
}

extension Actor {
    /// The same person at her centre as it is now.
    package func at(_ centre: Centre) -> Actor {
        Actor(centre: centre, account: account, role: role, isOnBehalf: isOnBehalf)
    }
}
