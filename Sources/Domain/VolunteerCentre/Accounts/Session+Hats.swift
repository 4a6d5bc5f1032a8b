package import SQL

/// Which of her hats somebody wears in this browser.
extension Session {
    /// From now on she works for this organisation of hers; whoever is not of it is not believed by `find`.
    package func choose(_ organisation: ID<Organisation>, _ tx: Transaction) throws {
        try tx("update session set organisation_id = \(organisation), acting_for = null where id = \(id)")
    }

    /// From now on this browser is hers, of the volunteers who share the address.
    package func choose(_ volunteer: ID<Volunteer>, _ tx: Transaction) throws {
        try tx("update session set volunteer_id = \(volunteer) where id = \(id)")
        try tx("update volunteer set links_only = \(false) where id = \(volunteer) and links_only")
    }

    /// The approved organisations of this centre that she works for, longest first, at most 50.
    package func memberships(in centre: ID<Centre>, _ tx: Transaction) throws -> [Membership] {
        try tx(
            """
            select o.id, o.name, m.role from organisation_member m join organisation o on o.id = m.organisation_id
            where m.account_id = \(account) and m.centre_id = \(centre) and o.state = 'approved'
            order by m.created_at, m.id limit 50
            """
        ).map { Membership(organisation: try $0["id"], name: try $0["name"], role: try $0["role"]) }
    }

    /// For one request: she works for this organisation of hers.
    package func wearing(_ membership: Membership) -> Session { working(for: membership) }

    /// For one request: an address names an organisation that is not hers, so there is nothing.
    package var withoutOrganisation: Session { working(for: nil) }

    private func working(for membership: Membership?) -> Session {
        Session(
            id: id, account: account, name: name, staffRole: staffRole, organisation: membership, volunteer: volunteer,
            choices: choices, isOnBehalf: false)
    }

    /// For one request: she is this one of the volunteers who share the address.
    package func wearing(_ volunteer: ID<Volunteer>) -> Session {
        Session(
            id: id, account: account, name: name, staffRole: staffRole, organisation: organisation,
            volunteer: volunteer, choices: choices, isOnBehalf: isOnBehalf)
    }
}
