package import SQL

/// An organisation says who of its people looks after a vacancy, or that everybody does.
package enum ChooseContactPerson {
    package enum Outcome: Sendable, Equatable {
        case done, notFound
        /// Whoever was chosen does not work there any more.
        case gone
        /// Somebody else chose meanwhile.
        case changedMeanwhile
    }

    /// - Parameter seen: who looked after it when the page was opened.
    package static func run(
        _ id: ID<Vacancy>, _ account: ID<Account>?, seen: ID<Account>?, in work: UnitOfWork
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, for: .chooseContactPerson, in: work) else { return .notFound }
        // Not while somebody is removed there.
        try work.claim("organisation", vacancy.organisation)
        let now = try ContactPerson.of(id, in: work.centre.id, work.tx)
        guard now?.account != account else { return .done }
        guard now?.account == seen else { return .changedMeanwhile }
        let people = try OrganisationQueries.members(of: vacancy.organisation, in: work.centre.id, work.tx)
        let chosen = people.first { $0.account.id == account }
        guard account == nil || chosen != nil else { return .gone }
        try [id].look(
            after: chosen.map { NamedColleague(account: $0.account.id, name: $0.account.name) } ?? .nobody,
            insteadOf: now.map { NamedColleague(account: $0.account, name: $0.name) } ?? .nobody, because: .chosen,
            in: work)
        try Audit.record("vacancy.contact_person", on: "vacancy", id.number, in: work)
        guard let chosen, chosen.account.id != work.actor.account else { return .done }
        try work.tell(chosen.account, .contactChosen(vacancy, to: chosen.account, in: work))
        return .done
    }
}
