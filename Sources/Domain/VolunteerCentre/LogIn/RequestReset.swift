import SQL
import Time

/// Mails a link for a forgotten password to who has an account here. Nobody sees whether there was one.
package enum RequestReset {
    /// One unused link in three minutes per account, so that nobody's mailbox can be filled through this form.
    package static func run(email: String, in work: UnitOfWork) throws {
        guard let account = try AccountQueries.find(email: email, in: work.centre.id, work.tx) else { return }
        let belongs = try work.tx.first(
            """
            select 1 as here from account a where a.id = \(account.id) and (
                exists (select 1 from centre_role r where r.account_id = a.id and r.centre_id = \(work.centre.id))
                or exists (select 1 from volunteer v where v.account_id = a.id and v.centre_id = \(work.centre.id)
                    and v.merged_into is null)
                or exists (select 1 from organisation_member m join organisation o on o.id = m.organisation_id
                    where m.account_id = a.id and m.centre_id = \(work.centre.id) and o.state = 'approved'))
            """)
        guard belongs != nil else { return try RenewRegistration.run(account, in: work) }
        try work.claim("account", account.id)
        let waiting = try work.tx.first(
            """
            select 1 as here from credential_link where account_id = \(account.id) and centre_id = \(work.centre.id)
                and purpose = \(CredentialLink.Purpose.reset) and used_at is null and created_at > \(work.now.subtracting(.minutes(3)))
            limit 1
            """)
        guard waiting == nil else { return }
        let token = try CredentialLink.issue(.reset, for: account, in: work)
        try work.tell(account, .passwordReset(account, token: token))
        try Audit.record(
            "password.reset_requested", on: "account", account.id.number, in: work.acting(as: .visitor, account.id))
    }
}
