package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func join(_ alias: String, _ introduction: String = "Ik kook graag.", by actor: Actor) async throws {
        let (now, random) = (now, random)
        let outcome = try await database.write { tx in
            try JoinPool.run(alias: alias, introduction: introduction, by: actor, random: random, now: now, tx)
        }
        guard outcome == .joined else { throw Unexpected(outcome) }
    }

    package func code(of id: ID<Volunteer>) async throws -> String {
        let centre = centre.id
        return try await database.read { tx in try Candidate.find(id, in: centre, tx)?.code ?? "" }
    }

    package func invite(
        _ id: ID<Volunteer>, for vacancy: ID<Vacancy>, by actor: Actor, at instant: Instant? = nil
    ) async throws -> InviteCandidate.Outcome {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            let code = try Candidate.find(id, in: centre.id, tx)?.code ?? ""
            return try InviteCandidate(mails: mails)(
                code, for: vacancy, text: "Kom je koken?", by: actor, centre: centre, now: now, tx)
        }
    }

    package func answer(
        _ answer: PoolInvitation.State, _ id: ID<PoolInvitation>, by actor: Actor, at instant: Instant? = nil
    ) async throws -> AnswerPoolInvitation.Outcome {
        let (mails, centre, now) = (mails, centre(of: actor), instant ?? now)
        return try await database.write { tx in
            try AnswerPoolInvitation(mails: mails)(answer, id, by: actor, centre: centre, now: now, tx)
        }
    }
}
