package import SQL

/// Somebody comes in: a session, and who is a volunteer here is no longer asked whether she is still there.
package enum OpenSession {
    /// - Parameter volunteer: which one, where several share the address and it is known.
    /// - Returns: the token, for a cookie.
    package static func run(_ account: ID<Account>, as volunteer: ID<Volunteer>? = nil, in work: UnitOfWork) throws
        -> Token
    {
        let token = try Session.insert(account, as: volunteer, in: work)
        try KeepVolunteer.seen(account, in: work.centre.id, now: work.now, work.tx)
        // Of several it is not known who came, until she chooses.
        let hers = try VolunteerQueries.of(account, in: work.centre.id, work.tx).map(\.id)
        if let came = volunteer ?? (hers.count == 1 ? hers.first : nil) {
            try work.tx("update volunteer set links_only = \(false) where id = \(came) and links_only")
        }
        return token
    }
}
