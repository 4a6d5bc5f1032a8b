package import SQL

/// The centre mends how a volunteer is called, and asks another address whether it is hers: from her button on it counts, and the old one
/// is told.
package enum CorrectVolunteer {
    package enum Outcome: Sendable, Equatable {
        case done, asked
        /// Somebody has an account with that address: then there are two profiles to merge.
        case taken
        /// She has links in mails only: the new mailbox would be all that it takes to have her account.
        case withoutPassword
        case tooOften, notFound
    }

    package static func run(_ id: ID<Volunteer>, name: String, email: String, in work: UnitOfWork) throws -> Outcome {
        guard VolunteerPolicy.canMerge(work.actor),
            let volunteer = try VolunteerQueries.find(id, in: work.centre.id, work.tx),
            let account = try AccountQueries.find(volunteer.account, in: work.centre.id, work.tx)
        else { return .notFound }
        if volunteer.name != name { try rename(volunteer, to: name, in: work) }
        guard EmailAddress.key(account.email) != EmailAddress.key(email) else { return .done }
        guard try !VolunteerQueries.hasLinksOnly(id, account, work.tx) else { return .withoutPassword }
        let shares = try VolunteerQueries.of(account.id, in: work.centre.id, work.tx).count > 1
        return switch try AddressChange.ask(email, of: account.id, as: shares ? id : nil, byOther: true, in: work) {
        case .sent: .asked
        case .same: .done
        case .taken: .taken
        case .tooOften: .tooOften
        case .notFound: .notFound
        }
    }

    /// Her responses are called as she is; whoever was called otherwise in one keeps that name there.
    private static func rename(_ volunteer: Volunteer, to name: String, in work: UnitOfWork) throws {
        try work.tx(
            """
            update application set name = \(name), name_key = \(Folding.fold(name))
            where centre_id = \(work.centre.id) and volunteer_id = \(volunteer.id) and name = \(volunteer.name)
            """)
        try work.tx(
            """
            update volunteer set name = \(name), name_key = \(Folding.fold(name))
            where centre_id = \(work.centre.id) and id = \(volunteer.id)
            """)
        try Audit.record("profile.changed", on: "volunteer", volunteer.id.number, in: work)
        try work.changed("volunteer", volunteer.id)
    }
}
