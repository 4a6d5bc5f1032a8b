package import SQL
package import Time

/// Mails a link for a forgotten password to who has an account here. Nobody sees whether there was one.
package struct RequestReset: Sendable {
    let mails: Mails
    let random: RandomBytes

    package init(mails: Mails, random: @escaping RandomBytes) {
        self.mails = mails
        self.random = random
    }

    /// One unused link in ten minutes per account, so that nobody's mailbox can be filled through this form.
    package func callAsFunction(email: String, centre: Centre, now: Instant, _ tx: Transaction) throws {
        guard let account = try AccountQueries.find(email: email, tx) else { return }
        let belongs = try tx.first(
            """
            select 1 as here from account a where a.id = \(account.id) and (
                exists (select 1 from centre_role r where r.account_id = a.id and r.centre_id = \(centre.id))
                or exists (select 1 from volunteer v where v.account_id = a.id and v.centre_id = \(centre.id))
                or exists (select 1 from organisation_member m join organisation o on o.id = m.organisation_id
                    where m.account_id = a.id and m.centre_id = \(centre.id) and o.state = 'approved'))
            """)
        guard belongs != nil else { return }
        let waiting = try tx.first(
            """
            select 1 as here from credential_link where account_id = \(account.id) and centre_id = \(centre.id)
                and purpose = \(CredentialLink.Purpose.reset) and used_at is null and created_at > \(now.subtracting(.minutes(10)))
            limit 1
            """)
        guard waiting == nil else { return }
        let token = try CredentialLink.issue(.reset, for: account.id, in: centre.id, random: random, now: now, tx)
        try mails.passwordReset(
            to: account, centre: centre, token: token, key: "reset:\(account.id):\(token.hash.prefix(12))", now: now, tx
        )
        let actor = Actor(centre: centre.id, account: account.id, role: .visitor)
        try Audit.record("password.reset_requested", on: "account", account.id.number, by: actor, now: now, tx)
    }
}
