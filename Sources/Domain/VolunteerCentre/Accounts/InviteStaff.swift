import SQL

/// Gives somebody a role at a centre and makes the link with which she sets her password.
package enum InviteStaff {
    package static func run(email: String, name: String, role: StaffRole, in work: UnitOfWork) throws -> Token {
        let account = try AccountQueries.findOrCreate(
            email: email, name: name, language: work.centre.language, in: work)
        try work.tx(
            """
            insert into centre_role (centre_id, account_id, name, name_key, role, created_at)
            values (\(work.centre.id), \(account.id), \(name), \(Folding.fold(name)), \(role), \(work.now))
            on conflict (centre_id, account_id) do update set role = excluded.role
            """)
        try Audit.record("staff.invited", on: "account", account.id.number, in: work)
        return try CredentialLink.issue(.invitation, for: account, in: work)
    }
}
