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
        try Eraser.whole.erase("volunteer", where: "centre_id = \(centre.id) and id = \(id)", tx)
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
        try Eraser.whole.erase("organisation", where: "centre_id = \(centre.id) and id = \(id)", tx)
        try Audit.record("organisation.erased", on: "organisation", id.number, by: actor, now: now, tx)
        for member in members { try EraseAccount.whenUnused(member.account.id, now: now, tx) }
    }
}
