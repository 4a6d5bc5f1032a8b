package import SQL
package import Time
package import VolunteerCentre

/// An organisation and the person who may act for it.
package struct GivenOrganisation: Sendable {
    package let id: ID<Organisation>
    package let member: Actor
    package let email: String

    package init(id: ID<Organisation>, member: Actor, email: String) {
        self.id = id
        self.member = member
        self.email = email
    }
}

extension Given {
    package func registration(_ name: String, email: String? = nil) -> RegisterOrganisation.Input {
        var input = RegisterOrganisation.Input()
        input.name = name
        input.legalForm = "stichting"
        input.details.shortDescription = "Samen koken en eten."
        input.details.email = "info@organisatie.example"
        input.details.postcode = "7622 AB"
        input.details.place = "Borne"
        input.details.municipality = "Borne"
        input.contactName = "Anna de Vries"
        input.contactEmail = email ?? "anna@\(Slug.make(name)).example"
        input.contactPhone = "074 765 43 21"
        input.termsVersion = "2026-11"
        input.submissionKey = newKey()
        return input
    }

    package func register(_ input: RegisterOrganisation.Input, in centre: Centre? = nil, at instant: Instant? = nil)
        async throws -> RegisterOrganisation.Outcome
    {
        let centre = centre ?? self.centre
        return try await write(by: .visitor(centre: centre), at: instant) { work in
            try RegisterOrganisation.run(input, in: work)
        }
    }

    package func review(
        _ verdict: ReviewOrganisation.Verdict, _ id: ID<Organisation>, by actor: Actor, at instant: Instant? = nil
    ) async throws -> ReviewOrganisation.Outcome {
        return try await write(by: actor, at: instant) { work in
            try ReviewOrganisation.run(verdict, id, in: work)
        }
    }

    package func registeredOrganisation(
        _ name: String, email: String? = nil, in centre: Centre? = nil, at instant: Instant? = nil
    ) async throws -> GivenOrganisation {
        let centre = centre ?? self.centre
        let input = registration(name, email: email)
        let outcome = try await register(input, in: centre, at: instant)
        guard case .registered(let id) = outcome else { throw Unexpected(outcome) }
        let account = try await database.read { tx in
            try AccountQueries.find(email: input.contactEmail, in: centre.id, tx)?.id
        }
        let member = Actor(centre: centre, account: account, role: .member(id))
        return GivenOrganisation(id: id, member: member, email: input.contactEmail)
    }

    package func organisation(
        _ name: String = "De Warme Pan", email: String? = nil, in centre: Centre? = nil, at instant: Instant? = nil
    ) async throws -> GivenOrganisation {
        let made = try await registeredOrganisation(name, email: email, in: centre, at: instant)
        let reviewer = made.member.centre.id == other.id ? stranger : administrator
        let outcome = try await review(.approve, made.id, by: reviewer, at: instant)
        guard outcome == .done else { throw Unexpected(outcome) }
        return made
    }

    package func askColleague(
        _ email: String, _ name: String = "Collega", as role: Membership.Role = .editor, by owner: Actor
    ) async throws -> ChangeMembers.Outcome {
        return try await write(by: owner) { work in
            try ChangeMembers.invite(email: email, name: name, role: role, in: work)
        }
    }

    /// The token in the newest mail of a kind to an address.
    package func secret(of kind: String, to email: String) async throws -> String {
        try await texts("secret", of: "mail", where: "kind = \(kind) and to_address = \(email)").last ?? ""
    }

    /// Somebody else of an organisation: asked by its owner, and she said yes.
    package func colleague(
        _ email: String, _ name: String = "Collega", as role: Membership.Role = .editor,
        of organisation: GivenOrganisation
    ) async throws -> Actor {
        let asked = try await askColleague(email, name, as: role, by: organisation.member)
        guard asked == .done else { throw Unexpected(asked) }
        let token = try await secret(of: "member_invited", to: email)
        let centre = organisation.member.centre
        let account = try await write(by: .visitor(centre: centre)) { work in
            switch try JoinOrganisation.run(token, in: work) {
            case .setPassword, .logIn: try AccountQueries.find(email: email, in: work.centre.id, work.tx)?.id
            case let outcome: throw Unexpected(outcome)
            }
        }
        return Actor(centre: centre, account: account, role: .member(organisation.id))
    }

    package func session(of actor: Actor, at instant: Instant? = nil) async throws -> Token {
        guard let account = actor.account else { throw Unexpected("nobody to sign in") }
        return try await write(by: .system(centre: actor.centre), at: instant) { work in
            try OpenSession.run(account, in: work)
        }
    }
}
