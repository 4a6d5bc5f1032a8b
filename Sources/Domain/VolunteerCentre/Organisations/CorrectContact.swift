package import SQL

/// The centre mends what was typed wrong of an organisation's contact person, also before it is admitted.
package enum CorrectContact {
    package enum Outcome: Sendable, Equatable {
        case done
        /// Her name and telephone are mended; the new address got a mail and counts from its button on.
        case asked
        /// Somebody else has an account with that address: she is invited, not corrected.
        case taken
        case tooOften, notFound
    }

    package static func run(
        _ account: ID<Account>, of id: ID<Organisation>, _ contact: ChangeMembers.Contact, email: String,
        in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.find(id, for: .correct, in: work),
            try ChangeMembers.write(contact, of: account, id, in: work),
            let known = try AccountQueries.find(account, in: work.centre.id, work.tx)
        else { return .notFound }
        guard known.email != email else { return .done }
        guard !known.hasPassword else {
            return switch try AddressChange.ask(email, of: account, byOther: true, in: work) {
            case .sent: .asked
            case .same: .done
            case .taken: .taken
            case .tooOften: .tooOften
            case .notFound: .notFound
            }
        }
        return try move(known, of: organisation, contact, to: email, in: work)
    }

    /// Nobody proved the address that was typed: the place at the organisation goes to the right one. Its link is the proof, so an
    /// organisation that was admitted gets one.
    private static func move(
        _ old: Account, of organisation: Organisation, _ contact: ChangeMembers.Contact, to email: String,
        in work: UnitOfWork
    ) throws -> Outcome {
        let account = try AccountQueries.findOrCreate(
            email: email, name: contact.name, language: old.language, in: work)
        guard account.id != old.id else {
            try work.tx("update account set email = \(email) where id = \(old.id)")
            return .done
        }
        let isMember = try OrganisationQueries.isMember(account.id, of: organisation.id, in: work.centre.id, work.tx)
        let row = OrganisationQueries.member(old.id, of: organisation.id, in: work.centre.id)
        if isMember {
            try work.tx("delete from organisation_member where \(row)")
        } else {
            try work.tx("update organisation_member set account_id = \(account.id) where \(row)")
        }
        // What she looks after goes along, and is named by nobody who has left.
        try work.tx(
            """
            update vacancy set contact_person_id = \(account.id)
            where centre_id = \(work.centre.id) and organisation_id = \(organisation.id) and contact_person_id = \(old.id)
            """)
        try work.tx(
            """
            update contact_change set person_id = \(account.id) where centre_id = \(work.centre.id) and person_id = \(old.id)
                and vacancy_id in (select id from vacancy where organisation_id = \(organisation.id))
            """)
        try work.tx(
            """
            update credential_link set used_at = \(work.now) where centre_id = \(work.centre.id)
                and account_id = \(old.id) and used_at is null and not makes_volunteer
            """)
        if organisation.state == .approved, !isMember {
            try work.tell(account, .organisationApproved(organisation, to: account, in: work))
        }
        return .done
    }
}
