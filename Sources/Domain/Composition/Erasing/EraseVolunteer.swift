package import SQL
import Time
package import VolunteerCentre

/// Erases a volunteer of a centre: profile, responses, matches, mails to her; and her account when she is nothing else.
package enum EraseVolunteer {
    /// - Returns: whether there was such a volunteer.
    @discardableResult
    package static func run(_ id: ID<Volunteer>, in work: UnitOfWork) throws -> Bool {
        guard let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx) else { return false }
        for aside in try aside(of: id, in: work) { try erase(aside, in: work) }
        try erase(
            Erased(id: id, account: volunteer.account, name: volunteer.name, email: volunteer.email), in: work)
        return true
    }

    /// What of a double stayed aside when it became one with somebody.
    static func aside(_ id: ID<Volunteer>, of into: ID<Volunteer>, in work: UnitOfWork) throws {
        for aside in try aside(of: into, in: work) where aside.id == id { try erase(aside, in: work) }
    }

    private struct Erased {
        let id: ID<Volunteer>
        let account: ID<Account>
        let name: String
        let email: String
    }

    private static func aside(of id: ID<Volunteer>, in work: UnitOfWork) throws -> [Erased] {
        try work.tx(
            """
            select v.id, v.account_id, v.name, a.email from volunteer v join account a on a.id = v.account_id
            where v.centre_id = \(work.centre.id) and v.merged_into = \(id) order by v.id limit 1000
            """
        ).flatMap { row in
            let double = Erased(
                id: try row["id"], account: try row["account_id"], name: try row["name"], email: try row["email"])
            return try aside(of: double.id, in: work) + [double]
        }
    }

    private static func erase(_ volunteer: Erased, in work: UnitOfWork) throws {
        let id = volunteer.id
        // Where several share the address, her browsers and her mails go with her, and nobody else's.
        try work.tx("delete from session where centre_id = \(work.centre.id) and volunteer_id = \(id)")
        for email in [volunteer.email] + (try AddressChange.former(of: volunteer.account, work.tx)) {
            try work.tx(
                """
                delete from mail where centre_id = \(work.centre.id) and \(EmailAddress.reaches(email))
                    and to_name = \(volunteer.name)
                    and not exists (select 1 from volunteer v where v.account_id = \(volunteer.account) and v.id <> \(id)
                        and v.name = to_name and v.merged_into is null)
                """)
        }
        try Eraser.whole.erase("volunteer", where: "centre_id = \(work.centre.id) and id = \(id)", work.tx)
        try Audit.record("volunteer.erased", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        try EraseAccount.whenUnused(volunteer.account, now: work.now, work.tx)
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
