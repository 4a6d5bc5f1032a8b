import Composition
package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func draft(
        _ content: Vacancy.Content, by actor: Actor, key: String? = nil, at instant: Instant? = nil
    ) async throws -> SaveDraft.Outcome {
        let (key, centre, now) = (key ?? newKey(), centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try SaveDraft.new(content, submissionKey: key, by: actor, centre: centre, now: now, tx)
        }
    }

    @discardableResult
    package func archive(_ id: ID<Vacancy>, by actor: Actor, at instant: Instant? = nil) async throws
        -> ArchiveVacancy.Outcome
    {
        let (centre, now) = (centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try ArchiveVacancy.run(id, by: actor, centre: centre, now: now, tx)
        }
    }

    @discardableResult
    package func reactivate(_ id: ID<Vacancy>, by actor: Actor, at instant: Instant? = nil) async throws
        -> ReactivateVacancy.Outcome
    {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try ReactivateVacancy(mails: mails)(id, by: actor, centre: centre, now: now, tx)
        }
    }

    @discardableResult
    package func delete(_ id: ID<Vacancy>, by actor: Actor) async throws -> Bool {
        let (centre, now) = (centre(of: actor), now)
        return try await database.write { tx in
            try DeleteVacancy.run(id, by: actor, centre: centre, now: now, tx)
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
