package import SQL
import Time
package import VolunteerCentre

/// Erases a vacancy and all that hangs on it, after its owner saw what will be lost. Yearly figures stay: they name nobody.
package enum DeleteVacancy {
    /// What will be lost, counted.
    package struct Loss: Sendable, Equatable {
        package let withAccount: Int
        package let withoutAccount: Int
        package let matches: Int
        package let steps: Int
        /// Who still waits for an answer.
        package let waiting: Int

        package init(withAccount: Int, withoutAccount: Int, matches: Int, steps: Int, waiting: Int) {
            self.withAccount = withAccount
            self.withoutAccount = withoutAccount
            self.matches = matches
            self.steps = steps
            self.waiting = waiting
        }
    }

    package static func preview(_ id: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws -> Loss {
        let row = try tx.first(
            """
            select
                (select count(*) from application where centre_id = \(centre) and vacancy_id = \(id) and kind = 'account') as accounts,
                (select count(*) from application where centre_id = \(centre) and vacancy_id = \(id) and kind = 'guest') as guests,
                (select count(*) from match where centre_id = \(centre) and vacancy_id = \(id)) as matches,
                (select count(*) from state_change where centre_id = \(centre) and subject = 'vacancy' and subject_id = \(id)) as steps,
                (select count(*) from application a where a.centre_id = \(centre) and a.vacancy_id = \(id)
                    and \(ApplicationQueries.waits("a"))) as waiting
            """)
        guard let row else { return Loss(withAccount: 0, withoutAccount: 0, matches: 0, steps: 0, waiting: 0) }
        return Loss(
            withAccount: try row["accounts"], withoutAccount: try row["guests"], matches: try row["matches"],
            steps: try row["steps"], waiting: try row["waiting"])
    }

    /// - Parameter words: what who still waits reads in a mail.
    /// - Returns: whether there was such a vacancy for this actor.
    package static func run(_ id: ID<Vacancy>, telling words: String, in work: UnitOfWork) throws -> Bool {
        guard try VacancyQueries.find(id, for: .delete, in: work) != nil else { return false }
        while case let waiting = try ThankTheRest.waiting(for: id, in: work).elements, !waiting.isEmpty {
            for application in waiting { _ = try DeclineApplication.run(words, because: nil, application.id, in: work) }
        }
        try TellClosing.now("a.vacancy_id = \(id) and a.state = 'declined'", in: work)
        try Eraser.whole.erase("vacancy", where: "centre_id = \(work.centre.id) and id = \(id)", work.tx)
        try Audit.record("vacancy.deleted", on: "vacancy", id.number, in: work)
        try work.changed("vacancy", id)
        return true
    }
}
