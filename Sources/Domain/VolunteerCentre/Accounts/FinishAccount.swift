package import SQL

/// Somebody pressed the button of her mail and was called away before she chose a password: the same link leads on, as long
/// as it lives, since it proves her address still.
package enum FinishAccount {
    /// Whose account waits for a password behind a used link.
    package static func account(of link: ActionLink, in centre: ID<Centre>, _ tx: Transaction) throws -> Account? {
        guard next(of: link) != nil, let id = link.account, let account = try AccountQueries.find(id, in: centre, tx),
            !account.hasPassword, (link.sentTo ?? EmailAddress.key(account.email)) == EmailAddress.key(account.email)
        else { return nil }
        return account
    }

    /// - Returns: a link that sets the password; nil when there is nothing to finish.
    package static func run(_ token: String, in work: UnitOfWork) throws -> Token? {
        guard case .used(let link) = try ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx),
            let account = try account(of: link, in: work.centre.id, work.tx)
        else { return nil }
        return try CredentialLink.issue(
            .invitation, for: account, next: next(of: link), in: work)
    }

    /// Where she goes afterwards; nil for links that make no account.
    static func next(of link: ActionLink) -> String? {
        switch link.purpose {
        case .joinOrganisation: "/beheer"
        // Of a response its own page leads on (`ResponseByLink`).
        case .claimApplication, .reactivateVacancy, .keepVolunteer, .stopSearch, .stopSearches, .changeAddress,
            .answerApplications, .confirmVacancies:
            nil
        }
    }
}
