package import SQL
package import Time
package import VolunteerCentre

/// Erases a vacancy and all that hangs on it, after its owner saw what will be lost. Yearly figures stay: they name nobody.
package enum DeleteVacancy {
    /// What will be lost, counted.
    package struct Loss: Sendable, Equatable {
        package let withAccount: Int
        package let withoutAccount: Int
        package let matches: Int
        package let steps: Int

        package init(withAccount: Int, withoutAccount: Int, matches: Int, steps: Int) {
            self.withAccount = withAccount
            self.withoutAccount = withoutAccount
            self.matches = matches
            self.steps = steps
        }
    }

    package static func preview(_ id: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws -> Loss {
        let row = try tx.first(
            """
            select
                (select count(*) from application where centre_id = \(centre) and vacancy_id = \(id) and kind = 'account') as accounts,
                (select count(*) from application where centre_id = \(centre) and vacancy_id = \(id) and kind = 'guest') as guests,
                (select count(*) from match where centre_id = \(centre) and vacancy_id = \(id)) as matches,
                (select count(*) from state_change where centre_id = \(centre) and subject = 'vacancy' and subject_id = \(id)) as steps
            """)
        guard let row else { return Loss(withAccount: 0, withoutAccount: 0, matches: 0, steps: 0) }
        return Loss(
            withAccount: try row["accounts"], withoutAccount: try row["guests"], matches: try row["matches"],
            steps: try row["steps"])
    }

    /// - Returns: whether there was such a vacancy for this actor.
    package static func run(_ id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Bool
    {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor) else {
            return false
        }
        let its: SQL = "centre_id = \(centre.id) and vacancy_id = \(id)"
        try tx(
            """
            delete from state_change where centre_id = \(centre.id) and (subject = 'vacancy' and subject_id = \(id)
                or subject = 'application' and subject_id in (select id from application where \(its))
                or subject = 'invitation' and subject_id in (select id from invitation where \(its))
                or subject = 'pool_invitation' and subject_id in (select id from pool_invitation where \(its))
                or subject = 'match' and subject_id in (select id from match where \(its)))
            """)
        try tx("delete from match where \(its)")
        try tx("delete from invitation where \(its)")
        try tx(
            """
            delete from application_message where centre_id = \(centre.id)
                and application_id in (select id from application where \(its))
            """)
        try tx("delete from application where \(its)")
        try tx("delete from pool_invitation where \(its)")
        try tx("delete from favourite where \(its)")
        try tx("delete from vacancy_tag where \(its)")
        try tx("delete from vacancy_version where \(its)")
        try tx("delete from vacancy where centre_id = \(centre.id) and id = \(id)")
        try Audit.record("vacancy.deleted", on: "vacancy", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
        return true
    }
}
