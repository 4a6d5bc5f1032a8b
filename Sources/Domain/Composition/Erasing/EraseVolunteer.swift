package import SQL
import Time
package import VolunteerCentre

/// Erases a volunteer of a centre: profile, responses, matches, mails to her; and her account when she is nothing else.
package enum EraseVolunteer {
    /// - Returns: whether there was such a volunteer.
    @discardableResult
    package static func run(_ id: ID<Volunteer>, in work: UnitOfWork) throws -> Bool {
        guard let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx) else { return false }
        // Where several share the address, her browsers and her mails go with her, and nobody else's.
        try work.tx("delete from session where centre_id = \(work.centre.id) and volunteer_id = \(id)")
        try work.tx(
            """
            delete from mail where centre_id = \(work.centre.id) and \(EmailAddress.reaches(volunteer.email))
                and to_name = \(volunteer.name)
            """)
        try Eraser.whole.erase("volunteer", where: "centre_id = \(work.centre.id) and id = \(id)", work.tx)
        try Audit.record("volunteer.erased", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        try EraseAccount.whenUnused(volunteer.account, now: work.now, work.tx)
        return true
    }
}

/// Erases a registration that was not admitted, with its contact persons.
package enum EraseOrganisation {
    static func run(_ id: ID<Organisation>, in work: UnitOfWork) throws {
        let members = try OrganisationQueries.members(of: id, in: work.centre.id, work.tx)
        try Eraser.whole.erase("organisation", where: "centre_id = \(work.centre.id) and id = \(id)", work.tx)
        try Audit.record("organisation.erased", on: "organisation", id.number, in: work)
        for member in members { try EraseAccount.whenUnused(member.account.id, now: work.now, work.tx) }
    }
}
