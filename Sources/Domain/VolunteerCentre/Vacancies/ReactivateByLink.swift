package import SQL
package import Time

/// The button behind the link of the mail *Je vacature staat niet meer online*: puts it back for who received that mail.
package struct ReactivateByLink: Sendable {
    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(_ token: String, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> ReactivateVacancy.Outcome
    {
        guard case .usable(let link) = try ActionLink.standing(token: token, in: centre.id, now: now, tx),
            let (vacancy, actor) = try Self.owner(of: link, centre: centre, tx), try link.use(now: now, tx)
        else { return .notFound }
        return try ReactivateVacancy(mails: mails)(vacancy.id, by: actor, centre: centre, now: now, tx)
    }

    /// The vacancy of the link, while its receiver still works for the organisation.
    package static func owner(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> (Vacancy, Actor)? {
        guard link.purpose == .reactivateVacancy, let account = link.account,
            let vacancy = try VacancyQueries.find(ID(link.subject), in: centre.id, tx),
            try OrganisationQueries.isMember(account, of: vacancy.organisation, in: centre.id, tx)
        else { return nil }
        return (vacancy, Actor(centre: centre.id, account: account, role: .member(vacancy.organisation)))
    }
}
