import Mail
import SQL

extension Migration {
    /// Keys folded case alone, so one mailbox of a domain with other letters than ASCII had several accounts.
    static let emailKeys = Migration(33, "email_keys", [], convert: rekey)

    /// Who has no address by today's rules, and whose key another has already, keeps her own: which of two was meant, only a
    /// person knows.
    private static func rekey(_ tx: Transaction) throws {
        for row in try tx("select id, email, email_key from account order by id limit 1000000") {
            let id: ID<Account> = try row["id"]
            guard let new = try newKey(row), try tx.first("select id from account where email_key = \(new)") == nil
            else { continue }
            try tx("update account set email_key = \(new) where id = \(id)")
        }
        for row in try tx(
            "select id, organisation_id, email, email_key from member_invitation order by id limit 1000000")
        {
            let (id, asking): (ID<MemberInvitation>, ID<Organisation>) = (try row["id"], try row["organisation_id"])
            guard let new = try newKey(row),
                try tx.first(
                    "select id from member_invitation where organisation_id = \(asking) and email_key = \(new)") == nil
            else { continue }
            try tx("update member_invitation set email_key = \(new) where id = \(id)")
        }
    }

    private static func newKey(_ row: Row) throws -> String? {
        let (email, old): (String, String) = (try row["email"], try row["email_key"])
        let new = (try? MailAddress(email))?.address.lowercased()
        return new == old ? nil : new
    }
}
