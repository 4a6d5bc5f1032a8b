package import SQL

/// An organisation mends what it noted of somebody who called or dropped in.
package enum CorrectApplication {
    package static func run(
        _ id: ID<Application>, name: String, email: String, phone: String, in work: UnitOfWork
    ) throws -> Bool {
        guard let application = try ApplicationQueries.find(id, for: .correct, in: work) else { return false }
        try work.tx(
            """
            update application set name = \(name), name_key = \(Folding.fold(name)), email = \(email), phone = \(phone)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        if email != application.email { try endLinks(of: id, in: work) }
        try Audit.record("application.corrected", on: "application", id.number, in: work)
        return true
    }

    /// A link proves the address that it was mailed to, and no other.
    static func endLinks(of id: ID<Application>, in work: UnitOfWork) throws {
        try work.tx(
            """
            update action_link set used_at = \(work.now) where centre_id = \(work.centre.id) and subject_id = \(id)
                and purpose = \(ActionLink.Purpose.claimApplication) and used_at is null
            """)
    }
}
