import SQL
import Time

/// Who asked for an account as a volunteer and came too late for its link gets another one, with what she had answered. It stands
/// behind *Wachtwoord vergeten*, where the page of the old link leads.
enum RenewRegistration {
    static func run(_ account: Account, in work: UnitOfWork) throws {
        try work.claim("account", account.id)
        let old = try work.tx.first(
            """
            select id, name, return_path, created_at from credential_link where account_id = \(account.id)
                and centre_id = \(work.centre.id) and makes_volunteer and used_at is null order by id desc limit 1
            """)
        guard let old else { return }
        let made: Instant = try old["created_at"]
        guard made <= work.now.subtracting(.minutes(3)) else { return }
        let asked = account.called(try old["name"])
        let token = try CredentialLink.issue(
            .invitation, for: asked, makesVolunteer: true, next: try old["return_path"], in: work)
        let id: Int64 = try old["id"]
        try work.tx(
            """
            update credential_link set answers = (select l.answers from credential_link l where l.id = \(id))
            where token_hash = \(token.hash)
            """)
        try work.tx("update credential_link set used_at = \(work.now), answers = null where id = \(id)")
        try work.tell(asked, .volunteerRegistered(asked, token: token))
        try Audit.record(
            "volunteer.asked", on: "account", account.id.number, in: work.acting(as: .visitor, account.id))
    }
}
