import SQL
import Time
import VolunteerCentre

/// An account belongs to the installation: it goes with the last thing that somebody is.
enum EraseAccount {
    /// Somebody is a volunteer, works for an organisation or a centre, or has a link with which she may become that.
    /// A forgotten password is none: anybody can ask for one.
    private static func isUnused(_ account: SQL, now: Instant) -> SQL {
        """
        not exists (select 1 from volunteer v where v.account_id = \(account))
            and not exists (select 1 from organisation_member m where m.account_id = \(account))
            and not exists (select 1 from centre_role r where r.account_id = \(account))
            and not exists (select 1 from credential_link l where l.account_id = \(account) and l.used_at is null
                and l.purpose = \(CredentialLink.Purpose.invitation) and l.expires_at > \(now))
        """
    }

    static func whenUnused(_ id: ID<Account>, now: Instant, _ tx: Transaction) throws {
        let unused: String? = try tx.value(
            "select a.email from account a where a.id = \(id) and \(isUnused("a.id", now: now))")
        guard let email = unused else { return }
        // As anybody may have typed it: capitals reach the same person.
        try tx("delete from mail where \(EmailAddress.reaches(email))")
        for former in try AddressChange.former(of: id, tx) {
            // Where somebody else reads that mailbox by now, what is named after her went before, and the rest is not hers.
            let other = try tx.first(
                "select 1 as here from account where email_key = \(EmailAddress.key(former)) limit 1")
            if other == nil { try tx("delete from mail where \(EmailAddress.reaches(former))") }
        }
        try tx("delete from member_invitation where email_key = \(EmailAddress.key(email))")
        try Eraser.whole.erase("account", where: "id = \(id)", tx)
    }

    /// Accounts that nobody ever came to use, or whose owner left: thirty days after they were made.
    /// - Returns: how many went; the schedule runs it again until there are none.
    static func unused(now: Instant, _ tx: Transaction) throws -> Int {
        let ids: [ID<Account>] = try tx.values(
            """
            select a.id from account a where a.created_at < \(now.subtracting(.days(30))) and \(isUnused("a.id", now: now))
            order by a.id limit 200
            """)
        for id in ids { try whenUnused(id, now: now, tx) }
        return ids.count
    }
}
