package import SQL
package import Time
package import VolunteerCentre

/// Erases a volunteer of a centre: profile, responses, matches, mails to her; and her account when she is nothing else.
package enum EraseVolunteer {
    /// - Returns: whether there was such a volunteer.
    @discardableResult
    package static func run(
        _ id: ID<Volunteer>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        guard let volunteer = try VolunteerQueries.find(id, in: centre.id, tx) else { return false }
        while true {
            let ids: [ID<Application>] = try tx(
                "select id from application where centre_id = \(centre.id) and volunteer_id = \(id) order by id limit 200"
            ).map { try $0["id"] }
            if ids.isEmpty { break }
            try EraseApplications.run(ids, in: centre.id, tx)
        }
        try tx(
            """
            delete from state_change where centre_id = \(centre.id) and subject = 'invitation'
                and subject_id in (select id from invitation where centre_id = \(centre.id) and volunteer_id = \(id))
            """)
        try tx(
            """
            delete from state_change where centre_id = \(centre.id) and subject = 'pool_invitation' and subject_id in
                (select id from pool_invitation where centre_id = \(centre.id) and volunteer_id = \(id))
            """)
        for table: SQL in [
            "match", "invitation", "profile_view", "volunteer_answer", "favourite", "candidate", "candidate_block",
            "candidate_asked", "candidate_found",
            "pool_invitation",
        ] {
            try tx("delete from \(table) where centre_id = \(centre.id) and volunteer_id = \(id)")
        }
        try tx(
            """
            delete from action_link where centre_id = \(centre.id) and purpose = \(ActionLink.Purpose.keepVolunteer)
                and subject_id = \(id)
            """)
        try ChangeSavedSearches.erase("volunteer_id = \(id)", in: centre.id, tx)
        try tx("delete from volunteer where centre_id = \(centre.id) and id = \(id)")
        try Audit.record("volunteer.erased", on: "volunteer", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "volunteer", record: id, centre: centre.id, now: now, tx)
        try EraseAccount.whenUnused(volunteer.account, now: now, tx)
        return true
    }
}

/// Erases a registration that was not admitted, with its contact persons.
package enum EraseOrganisation {
    static func run(
        _ id: ID<Organisation>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let members = try OrganisationQueries.members(of: id, in: centre.id, tx)
        try tx(
            """
            delete from state_change where centre_id = \(centre.id) and subject = 'organisation' and subject_id = \(id)
            """)
        try tx("delete from organisation_member where centre_id = \(centre.id) and organisation_id = \(id)")
        for table: SQL in [
            "organisation_version", "department", "holiday", "member_invitation", "candidate_search", "candidate_found",
        ] {
            try tx("delete from \(table) where centre_id = \(centre.id) and organisation_id = \(id)")
        }
        try tx("delete from organisation where centre_id = \(centre.id) and id = \(id)")
        try Audit.record("organisation.erased", on: "organisation", id.number, by: actor, now: now, tx)
        for member in members { try EraseAccount.whenUnused(member.account.id, now: now, tx) }
    }
}
