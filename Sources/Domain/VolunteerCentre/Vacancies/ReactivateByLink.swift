package import SQL
import Time

/// The button behind the link of the mail *Je vacature staat niet meer online*: puts it back for who received that mail.
package enum ReactivateByLink {

    package static func run(_ token: String, in work: UnitOfWork) throws
        -> ReactivateVacancy.Outcome
    {
        guard
            case .usable(let link) = try ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx),
            let (vacancy, account) = try owner(of: link, centre: work.centre, work.tx),
            try link.use(now: work.now, work.tx)
        else { return .notFound }
        return try ReactivateVacancy.run(vacancy.id, in: work.acting(as: .member(vacancy.organisation), account))
    }

    /// The vacancy of the link, while its receiver still works for the organisation.
    package static func owner(of link: ActionLink, centre: Centre, _ tx: Transaction) throws -> (Vacancy, ID<Account>)?
    {
        guard link.purpose == .reactivateVacancy, let account = link.account,
            let vacancy = try VacancyQueries.find(ID(link.subject), in: centre.id, tx),
            try OrganisationQueries.isMember(account, of: vacancy.organisation, in: centre.id, tx)
        else { return nil }
        return (vacancy, account)
    }
}
