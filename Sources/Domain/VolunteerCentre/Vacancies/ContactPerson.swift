package import SQL
package import Time

/// Who of an organisation looks after a vacancy: hears of it first, and is whom those who responded know.
package struct ContactPerson: Sendable, Equatable {
    package let account: ID<Account>
    package let name: String
    package let position: String

    /// Nil: nobody in particular; everybody who gets mail about it answers.
    package static func of(_ vacancy: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws -> ContactPerson? {
        try tx.first(
            """
            select m.account_id, m.name, m.position from vacancy v
            join organisation_member m on m.organisation_id = v.organisation_id and m.account_id = v.contact_person_id
            where v.centre_id = \(centre) and v.id = \(vacancy)
            """
        ).map {
            ContactPerson(account: try $0["account_id"], name: try $0["name"], position: try $0["position"])
        }
    }
}

/// That somebody else looks after a vacancy from then on.
package struct ContactChange: Sendable, Equatable {
    package enum Cause: String, Sendable, SQLValue {
        case chosen
        case handedOver = "handed_over"
        /// Who looked after it does not work there any more.
        case left
    }

    /// Empty: nobody in particular, or somebody who is erased.
    package let from: String
    /// A colleague or a department; empty: nobody in particular.
    package let to: String
    package let cause: Cause
    /// Who said so, while she works there.
    package let author: String?
    package let at: Instant

    /// The newest of a hundred rows, oldest first. One row says who began, one who stopped.
    package static func history(of vacancy: ID<Vacancy>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [ContactChange]
    {
        let rows = try tx(
            """
            select c.name, c.begins, c.cause, c.at, coalesce(
                (select m.name from organisation_member m join vacancy v on v.organisation_id = m.organisation_id
                    where v.id = c.vacancy_id and m.account_id = c.account_id),
                (select r.name from centre_role r where r.centre_id = c.centre_id and r.account_id = c.account_id)) as author
            from contact_change c where c.centre_id = \(centre) and c.vacancy_id = \(vacancy) order by c.id desc limit 100
            """
        ).reversed()
        var changes: [ContactChange] = []
        var ended: (name: String, at: Instant)?
        for row in rows {
            let (name, at): (String, Instant) = (try row["name"], try row["at"])
            guard try row["begins"] else {
                ended = (name, at)
                continue
            }
            let from = ended.flatMap { $0.at == at ? $0.name : nil } ?? ""
            changes.append(
                ContactChange(from: from, to: name, cause: try row["cause"], author: try row["author"], at: at))
        }
        return changes
    }
}

/// Somebody whose name goes into the history.
struct NamedColleague {
    let account: ID<Account>?
    let name: String

    static let nobody = NamedColleague(account: nil, name: "")
}

extension [ID<Vacancy>] {
    /// Gives these another contact person, and notes it with each.
    func look(
        after person: NamedColleague, insteadOf before: NamedColleague, because cause: ContactChange.Cause,
        in work: UnitOfWork
    ) throws {
        guard !isEmpty else { return }
        try work.tx(
            """
            update vacancy set contact_person_id = \(person.account)
            where centre_id = \(work.centre.id) and id in \(list: self)
            """)
        let steps = (before.account == nil ? [] : [(before, false)]) + [(person, true)]
        let rows = flatMap { id in
            steps.map { step, begins -> SQL in
                """
                (\(work.centre.id), \(id), \(step.account), \(step.name), \(begins), \(cause), \(work.actor.account), \(work.now))
                """
            }
        }
        try work.tx(
            """
            insert into contact_change (centre_id, vacancy_id, person_id, name, begins, cause, account_id, at)
            values \(rows.joined(separator: ", "))
            """)
    }
}
