package import SQL
package import Time
package import VolunteerCentre

extension Given {
    package func join(_ alias: String, _ introduction: String = "Ik kook graag.", by actor: Actor) async throws {
        let outcome = try await write(by: actor) { work in
            try JoinPool.run(alias: alias, introduction: introduction, in: work)
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
        let centre = actor.centre
        return try await write(by: actor, at: instant) { work in
            let code = try Candidate.find(id, in: centre.id, work.tx)?.code ?? ""
            return try InviteCandidate.run(code, for: vacancy, text: "Kom je koken?", in: work)
        }
    }

    package func answer(
        _ answer: PoolInvitation.State, _ id: ID<PoolInvitation>, by actor: Actor, at instant: Instant? = nil
    ) async throws -> AnswerPoolInvitation.Outcome {
        return try await write(by: actor, at: instant) { work in
            try AnswerPoolInvitation.run(answer, id, in: work)
        }
    }
}
