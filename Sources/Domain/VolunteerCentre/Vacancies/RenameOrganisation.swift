import Localisation
package import SQL

/// The centre mends the name and the legal form of an organisation. Its vacancies are found by the new name at once.
package enum RenameOrganisation {
    package enum Outcome: Sendable, Equatable { case done, taken, notFound }

    package static func run(_ id: ID<Organisation>, name: String, legalForm: String, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let organisation = try OrganisationQueries.find(id, for: .correct, in: work) else { return .notFound }
        let other = try work.tx.first(
            """
            select 1 as here from organisation where centre_id = \(work.centre.id) and name_key = \(Folding.fold(name))
                and id <> \(id) and state in ('approved', 'suspended') limit 1
            """)
        guard other == nil else { return .taken }
        try work.tx(
            """
            update organisation set name = \(name), name_key = \(Folding.fold(name)), legal_form = \(legalForm)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try work.changed("organisation", id)
        guard organisation.name != name else {
            try Audit.record("organisation.renamed", on: "organisation", id.number, in: work)
            return .done
        }
        // Who remembers the old name reads under History what became of it.
        let t = work.mails.localiser(work.centre.language, at: work.centre)
        try Organisation.note(
            id, from: organisation.state, to: organisation.state,
            reason: t("Was called {name}", ["name": organisation.name]), logged: "organisation.renamed", in: work)
        let vacancies: [ID<Vacancy>] = try work.tx.values(
            "select id from vacancy where centre_id = \(work.centre.id) and organisation_id = \(id) order by id limit 5000"
        )
        for vacancy in vacancies { try VacancyRows.refreshSearchText(of: vacancy, name, in: work) }
        return .done
    }
}
