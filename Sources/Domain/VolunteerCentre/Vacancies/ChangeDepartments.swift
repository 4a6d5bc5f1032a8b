package import SQL

/// The owners of an organisation say which departments it has, and who works for which.
package enum ChangeDepartments {
    package enum Outcome: Sendable, Equatable { case done, taken, full, notFound }

    package static func add(_ name: String, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(in: work) else { return .notFound }
        guard try Department.all(of: organisation.id, in: work.centre.id, work.tx).count < Department.most else {
            return .full
        }
        let added: ID<Department>? = try work.tx.value(
            """
            insert into department (centre_id, organisation_id, name, name_key)
            values (\(work.centre.id), \(organisation.id), \(name), \(Folding.fold(name)))
            on conflict (organisation_id, name_key) do nothing returning id
            """)
        guard let id = added else { return .taken }
        try Audit.record("department.added", on: "department", id.number, in: work)
        return .done
    }

    package static func rename(_ id: ID<Department>, _ name: String, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(in: work),
            try Department.find(id, of: organisation.id, work.tx) != nil
        else { return .notFound }
        let key = Folding.fold(name)
        let other = try work.tx.first(
            "select id from department where organisation_id = \(organisation.id) and name_key = \(key) and id <> \(id)"
        )
        guard other == nil else { return .taken }
        try work.tx(
            """
            update department set name = \(name), name_key = \(key)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try changed(id, in: organisation, "department.renamed", in: work)
        return .done
    }

    /// Its vacancies and people stay, without a department.
    package static func remove(_ id: ID<Department>, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(in: work),
            try Department.find(id, of: organisation.id, work.tx) != nil
        else { return .notFound }
        try changed(id, in: organisation, "department.removed", in: work)
        try work.tx(
            "update organisation_member set department_id = null where centre_id = \(work.centre.id) and department_id = \(id)"
        )
        try work.tx("delete from department where centre_id = \(work.centre.id) and id = \(id)")
        return .done
    }

    /// - Parameter id: nil: for the whole organisation.
    package static func assign(_ account: ID<Account>, to id: ID<Department>?, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try OrganisationQueries.owned(in: work) else { return .notFound }
        let department = try Department.find(id, of: organisation.id, work.tx)
        guard (id == nil) == (department == nil),
            try OrganisationQueries.isMember(account, of: organisation.id, in: work.centre.id, work.tx)
        else { return .notFound }
        let row = OrganisationQueries.member(account, of: organisation.id, in: work.centre.id)
        try work.tx("update organisation_member set department_id = \(department?.id) where \(row)")
        try Audit.record("member.assigned", on: "account", account.number, in: work)
        return .done
    }

    /// What carries its name is found by the new one, and read again by the site.
    private static func changed(
        _ id: ID<Department>, in organisation: Organisation, _ action: String, in work: UnitOfWork
    ) throws {
        try Audit.record(action, on: "department", id.number, in: work)
        let vacancies: [ID<Vacancy>] = try work.tx.values(
            "select id from vacancy where centre_id = \(work.centre.id) and department_id = \(id) order by id limit 2000"
        )
        for id in vacancies {
            guard let content = try VacancyQueries.find(id, in: work.centre.id, work.tx)?.content else { continue }
            let department = action == "department.removed" ? nil : content.department
            try place(id, content, in: department, of: organisation, in: work)
        }
    }

    /// A vacancy belongs to another department from now on: a new version of it, so that a form of before does not take that back. A
    /// text that waits for the centre says the same.
    static func move(
        _ id: ID<Vacancy>, to department: Department, of organisation: Organisation, in work: UnitOfWork
    ) throws {
        guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx) else { return }
        if var newest = vacancy.pending?.content {
            try place(id, vacancy.content, in: department, of: organisation, in: work)
            newest.department = department
            return try VacancyVersion.rewrite(id, newest, in: work)
        }
        var content = vacancy.content
        content.department = department
        let version = try VacancyRows.update(
            vacancy, content, organisation: organisation, state: vacancy.state, in: work)
        try work.tx(
            """
            update vacancy set approved_version = \(version), comment = \(vacancy.comment)
            where centre_id = \(work.centre.id) and id = \(id) and approved_version = \(vacancy.version)
            """)
        try work.changed("vacancy", id)
    }

    private static func place(
        _ id: ID<Vacancy>, _ content: Vacancy.Content, in department: Department?, of organisation: Organisation,
        in work: UnitOfWork
    ) throws {
        var content = content
        content.department = department
        try work.tx(
            """
            update vacancy set search_text = \(VacancyRows.searchText(content, organisation.name)),
                department_id = \(department?.id) where centre_id = \(work.centre.id) and id = \(id)
            """)
        try work.changed("vacancy", id)
    }
}
