package import SQL
import Time

/// The button behind the mail *Wil je je account houden?*: she is still here.
package enum KeepVolunteer {
    package static func run(_ token: String, in work: UnitOfWork) throws -> Bool {
        guard let link = try ActionLink.usable(token, in: work),
            let volunteer = try volunteer(of: link, centre: work.centre, work.tx), try link.use(in: work)
        else { return false }
        try seen(volunteer.account, in: work.centre.id, now: work.now, work.tx)
        let hers = work.acting(as: .volunteer(volunteer.id), volunteer.account)
        try Audit.record("volunteer.kept", on: "volunteer", volunteer.id.number, in: hers)
        return true
    }

    package static func volunteer(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> Volunteer? {
        guard link.purpose == .keepVolunteer else { return nil }
        return try VolunteerQueries.find(ID(link.subject), in: centre.id, tx)
    }

    /// Whoever logs in is no longer asked.
    static func seen(_ account: ID<Account>, in centre: ID<Centre>, now: Instant, _ tx: Transaction) throws {
        try tx(
            """
            update volunteer set seen_at = \(now), asked_at = null, asked_again_at = null
            where account_id = \(account) and centre_id = \(centre)
            """)
    }
}
