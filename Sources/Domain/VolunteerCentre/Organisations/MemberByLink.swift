import SQL

extension UnitOfWork {
    /// At work for the organisation of a link: who received it at her address, while she still works there and it is admitted.
    func member(by link: ActionLink, for purpose: ActionLink.Purpose) throws -> UnitOfWork? {
        let organisation = ID<Organisation>(link.subject)
        guard link.purpose == purpose, let account = link.account,
            try OrganisationQueries.published(organisation, in: centre.id, tx) != nil,
            try OrganisationQueries.isMember(account, of: organisation, in: centre.id, tx),
            let email = try AccountQueries.find(account, in: centre.id, tx)?.email,
            link.sentTo == EmailAddress.key(email)
        else { return nil }
        return acting(as: .member(organisation), account)
    }
}
