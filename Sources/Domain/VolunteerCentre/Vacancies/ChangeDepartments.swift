package import SQL
package import Time

/// The owners of an organisation say which departments it has, and who works for which.
package enum ChangeDepartments {
    package enum Outcome: Sendable, Equatable { case done, taken, full, notFound }

    package static func add(_ name: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx) else { return .notFound }
        guard try Department.all(of: organisation.id, in: centre.id, tx).count < Department.most else { return .full }
        let row = try tx.first(
            """
            insert into department (centre_id, organisation_id, name, name_key)
            values (\(centre.id), \(organisation.id), \(name), \(Folding.fold(name)))
            on conflict (organisation_id, name_key) do nothing returning id
            """)
        guard let id: ID<Department> = try row?["id"] else { return .taken }
        try Audit.record("department.added", on: "department", id.number, by: actor, now: now, tx)
        return .done
    }

    package static func rename(
        _ id: ID<Department>, _ name: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx),
            try Department.find(id, of: organisation.id, tx) != nil
        else { return .notFound }
        let key = Folding.fold(name)
        let other = try tx.first(
            "select id from department where organisation_id = \(organisation.id) and name_key = \(key) and id <> \(id)"
        )
        guard other == nil else { return .taken }
        try tx("update department set name = \(name), name_key = \(key) where id = \(id)")
        try changed(id, in: organisation, "department.renamed", by: actor, centre, now, tx)
        return .done
    }

    /// Its vacancies and people stay, without a department.
    package static func remove(
        _ id: ID<Department>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx),
            try Department.find(id, of: organisation.id, tx) != nil
        else { return .notFound }
        try changed(id, in: organisation, "department.removed", by: actor, centre, now, tx)
        try tx(
            "update organisation_member set department_id = null where centre_id = \(centre.id) and department_id = \(id)"
        )
        try tx("delete from department where centre_id = \(centre.id) and id = \(id)")
        return .done
    }

    /// - Parameter id: nil: for the whole organisation.
    package static func assign(
        _ account: ID<Account>, to id: ID<Department>?, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(by: actor, centre, tx) else { return .notFound }
        let department = try Department.find(id, of: organisation.id, tx)
        guard (id == nil) == (department == nil),
            try OrganisationQueries.isMember(account, of: organisation.id, in: centre.id, tx)
        else { return .notFound }
        try tx(
            """
            update organisation_member set department_id = \(department?.id)
            where centre_id = \(centre.id) and organisation_id = \(organisation.id) and account_id = \(account)
            """)
        try Audit.record("member.assigned", on: "account", account.number, by: actor, now: now, tx)
        return .done
    }

    /// What carries its name is found by the new one, and read again by the site.
    private static func changed(
        _ id: ID<Department>, in organisation: Organisation, _ action: String, by actor: Actor, _ centre: Centre,
        _ now: Instant, _ tx: Transaction
    ) throws {
        try Audit.record(action, on: "department", id.number, by: actor, now: now, tx)
        let vacancies: [ID<Vacancy>] = try tx(
            "select id from vacancy where centre_id = \(centre.id) and department_id = \(id) order by id limit 2000"
        ).map { try $0["id"] }
        for id in vacancies {
            guard var content = try VacancyQueries.find(id, in: centre.id, tx)?.content else { continue }
            if action == "department.removed" { content.department = nil }
            try tx(
                """
                update vacancy set search_text = \(VacancyRows.searchText(content, organisation.name)),
                    department_id = \(content.department?.id) where centre_id = \(centre.id) and id = \(id)
                """)
            try ChangeFeed.append(kind: "vacancy", record: id, centre: centre.id, now: now, tx)
        }
    }
}
