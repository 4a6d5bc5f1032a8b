package import SQL

/// Gives an account a profile at a centre: after the link in the mail, or by one who is signed in already. Several people may share
/// an address; who they are is told by their names.
package enum BecomeVolunteer {
    @discardableResult
    package static func run(_ account: ID<Account>, called name: String, in work: UnitOfWork) throws -> ID<Volunteer> {
        try work.claim("account", account)
        let key = Folding.fold(name)
        let known: ID<Volunteer>? = try work.tx.value(
            """
            select id from volunteer where centre_id = \(work.centre.id) and account_id = \(account) and name_key = \(key)
                and merged_into is null
            order by id limit 1
            """)
        if let known { return known }
        let id: ID<Volunteer> = ID(
            try work.tx.insert(
                """
                insert into volunteer (centre_id, account_id, name, name_key, phone, place, about, shares_phone, shares_place,
                    shares_about, created_at, seen_at)
                values (\(work.centre.id), \(account), \(name), \(key), '', '', '', \(false), \(true), \(true), \(work.now),
                    \(work.now))
                returning id
                """))
        try recordCandidate(account, in: work)
        try Audit.record(
            "volunteer.registered", on: "volunteer", id.number, in: work.acting(as: .volunteer(id), account))
        return id
    }

    /// Whoever responded without an account before is no new candidate.
    private static func recordCandidate(_ account: ID<Account>, in work: UnitOfWork) throws {
        guard let email = try AccountQueries.find(account, in: work.centre.id, work.tx)?.email else { return }
        let others = try VolunteerQueries.of(account, in: work.centre.id, work.tx).count
        guard try others > 1 || !Candidacy.hasResponded(email: email, in: work) else { return }
        try Fact.candidate.record(municipality: "", channel: "registration", in: work)
    }
}
