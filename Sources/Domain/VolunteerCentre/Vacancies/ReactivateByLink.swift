import SQL

/// The button behind the link of the mail *Je vacature staat niet meer online*: puts it back for who received that mail.
package enum ReactivateByLink {
    /// What is refused uses the link up for nobody: an organisation that is suspended today may come back.
    package static func run(_ token: String, in work: UnitOfWork) throws -> ReactivateVacancy.Outcome {
        guard let link = try ActionLink.usable(token, in: work),
            let (vacancy, hers) = try owner(of: link, in: work)
        else { return .notFound }
        let outcome = try ReactivateVacancy.run(vacancy.id, in: hers)
        if outcome != .notFound { _ = try link.use(in: work) }
        return outcome
    }

    /// The vacancy of the link, while it can be put back.
    package static func vacancy(of link: ActionLink, in work: UnitOfWork) throws -> Vacancy? {
        guard let (vacancy, hers) = try owner(of: link, in: work), VacancyPolicy.canReactivate(vacancy, hers.actor),
            try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx) != nil
        else { return nil }
        return vacancy
    }

    /// The vacancy of the link, and its receiver at work, while she still works for the organisation.
    private static func owner(of link: ActionLink, in work: UnitOfWork) throws -> (Vacancy, UnitOfWork)? {
        guard link.purpose == .reactivateVacancy, let account = link.account,
            let vacancy = try VacancyQueries.find(ID(link.subject), in: work.centre.id, work.tx),
            try OrganisationQueries.isMember(account, of: vacancy.organisation, in: work.centre.id, work.tx)
        else { return nil }
        return (vacancy, work.acting(as: .member(vacancy.organisation), account))
    }
}
