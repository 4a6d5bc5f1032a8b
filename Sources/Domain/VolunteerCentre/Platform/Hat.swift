package import SQL

/// What somebody is at a centre: of its staff, of an organisation, a volunteer. The name stands on it; the account has none.
package enum Hat {
    /// SQL for what an account is called at a centre: as its staff, or else at the organisation she works for longest, or else as
    /// the volunteer who was there first, or as the colleague she was. Whoever left all of it is known by her address.
    package static func name(of account: SQL, in centre: ID<Centre>) -> SQL {
        """
        coalesce((select h.name from centre_role h where h.centre_id = \(centre) and h.account_id = \(account)),
            (select h.name from organisation_member h where h.centre_id = \(centre) and h.account_id = \(account)
                order by h.created_at, h.id limit 1),
            (select h.name from volunteer h where h.centre_id = \(centre) and h.account_id = \(account)
                and h.merged_into is null order by h.id limit 1),
            (select h.name from former_staff h where h.centre_id = \(centre) and h.account_id = \(account)),
            (select h.email from account h where h.id = \(account)))
        """
    }

    /// SQL for what somebody who works here is called: at an organisation, or else at the centre; null for whoever else it was.
    package static func colleague(_ account: SQL, in centre: ID<Centre>) -> SQL {
        """
        coalesce((select h.name from organisation_member h where h.centre_id = \(centre) and h.account_id = \(account)
                order by h.created_at, h.id limit 1),
            (select h.name from centre_role h where h.centre_id = \(centre) and h.account_id = \(account)),
            (select h.name from former_staff h where h.centre_id = \(centre) and h.account_id = \(account)))
        """
    }

    /// SQL for whether one of the names of an account has these letters.
    package static func isCalled(_ account: SQL, in centre: ID<Centre>, _ pattern: String) -> SQL {
        let tables: [SQL] = ["centre_role", "organisation_member", "volunteer", "former_staff"]
        return tables.map { table in
            """
            exists (select 1 from \(table) h where h.centre_id = \(centre) and h.account_id = \(account)
                and h.name_key like \(pattern) escape '\\')
            """
        }.joined(separator: " or ")
    }
}
