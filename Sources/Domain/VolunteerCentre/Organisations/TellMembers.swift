package import SQL

extension UnitOfWork {
    /// Mails each person of an organisation who gets mail about this vacancy.
    /// - Parameter standIns: see `OrganisationQueries.receivers`.
    package func tellMembers(
        about vacancy: ID<Vacancy>, standIns: Bool = false, _ draft: (Account) throws -> MailDraft
    ) throws {
        for member in try OrganisationQueries.receivers(about: vacancy, standIns: standIns, in: centre.id, tx) {
            try tell(member.account, try draft(member.account))
        }
    }

    /// Mails everybody of an organisation.
    package func tellMembers(of organisation: ID<Organisation>, _ draft: (Account) throws -> MailDraft) throws {
        for member in try OrganisationQueries.members(of: organisation, in: centre.id, tx) {
            try tell(member.account, try draft(member.account))
        }
    }
}
