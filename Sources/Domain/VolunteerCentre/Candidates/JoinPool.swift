package import SQL
package import Time

/// A volunteer enters the candidate pool, changes how she stands in it, or leaves it. It is her consent: nothing happens
/// without it, and leaving works at once.
package enum JoinPool {
    package enum Outcome: Sendable, Equatable {
        case joined
        /// The alias says who she is.
        case revealing
        case notFound
    }

    package static func run(
        alias: String, introduction: String, by actor: Actor, random: RandomBytes, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .volunteer(let id) = actor.role, let volunteer = try VolunteerQueries.find(id, in: actor.centre, tx)
        else { return .notFound }
        guard !reveals(alias, volunteer), !reveals(introduction, volunteer) else { return .revealing }
        try tx(
            """
            insert into candidate (volunteer_id, centre_id, code, alias, introduction, joined_at)
            values (\(id), \(actor.centre), \(random(12).hex), \(alias), \(introduction), \(now))
            on conflict (volunteer_id) do update set alias = excluded.alias, introduction = excluded.introduction
            """)
        try Audit.record("pool.joined", on: "volunteer", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "volunteer", record: id, centre: actor.centre, now: now, tx)
        return .joined
    }

    package static func leave(by actor: Actor, now: Instant, _ tx: Transaction) throws -> Bool {
        guard case .volunteer(let id) = actor.role,
            try tx.run("delete from candidate where centre_id = \(actor.centre) and volunteer_id = \(id)") > 0
        else { return false }
        try Audit.record("pool.left", on: "volunteer", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "volunteer", record: id, centre: actor.centre, now: now, tx)
        return true
    }

    /// An organisation that she did not want to hear of may see her again.
    package static func unblock(_ organisation: ID<Organisation>, by actor: Actor, now: Instant, _ tx: Transaction)
        throws -> Bool
    {
        guard case .volunteer(let id) = actor.role,
            try tx.run(
                "delete from candidate_block where volunteer_id = \(id) and organisation_id = \(organisation)") > 0
        else { return false }
        try Audit.record("pool.unblocked", on: "organisation", organisation.number, by: actor, now: now, tx)
        return true
    }

    /// Parts of surnames that are words of every sentence.
    private static let particles: Set<Substring> = [
        "van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "aan", "von", "el", "al", "le", "la", "bij",
    ]

    /// Her surname or address, or any other address or number: people may say too much without meaning to.
    package static func reveals(_ text: String, _ volunteer: Volunteer) -> Bool {
        let words = Folding.fold(text).split { !$0.isLetter }
        let names = Folding.fold(volunteer.name).split { !$0.isLetter }.dropFirst()
        return text.contains("@") || words.contains { names.contains($0) && !particles.contains($0) }
            || text.filter(\.isNumber).count >= 8
    }
}
