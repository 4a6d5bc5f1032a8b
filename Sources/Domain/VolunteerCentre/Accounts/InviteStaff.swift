import Localisation
package import SQL
package import Time

/// Gives somebody a role at a centre and makes the link with which she sets her password.
package enum InviteStaff {
    package static func run(
        email: String, name: String, role: StaffRole, by actor: Actor? = nil, centre: Centre, random: RandomBytes,
        now: Instant, _ tx: Transaction
    ) throws -> Token {
        let account = try AccountQueries.findOrCreate(email: email, name: name, language: centre.language, now: now, tx)
        try tx(
            """
            insert into centre_role (centre_id, account_id, role, created_at) values (\(centre.id), \(account.id), \(role), \(now))
            on conflict (centre_id, account_id) do update set role = excluded.role
            """)
        try Audit.record(
            "staff.invited", on: "account", account.id.number, by: actor ?? .system(centre: centre.id), now: now, tx)
        return try CredentialLink.issue(.invitation, for: account.id, in: centre.id, random: random, now: now, tx)
    }
}
