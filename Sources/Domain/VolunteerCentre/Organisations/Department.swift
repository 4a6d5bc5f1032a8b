package import SQL

/// A part of a large organisation, such as a service of a city: vacancies and people belong to it.
package struct Department: Sendable, Equatable, Codable {
    package let id: ID<Department>
    package let name: String

    package init(id: ID<Department>, name: String) {
        self.id = id
        self.name = name
    }

    private init(_ row: Row) throws { self.init(id: try row["id"], name: try row["name"]) }

    package static let most = 100

    /// The departments of an organisation by name.
    package static func all(of organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Department]
    {
        try tx(
            """
            select id, name from department where centre_id = \(centre) and organisation_id = \(organisation)
            order by name_key, id limit \(most)
            """
        ).map(Department.init)
    }

    package struct Listed: Sendable, Equatable {
        package let department: Department
        package let vacancies: Int
        package let people: Int
    }

    /// With what belongs to each.
    package static func listed(of organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [Listed]
    {
        try tx(
            """
            select d.id, d.name, (select count(*) from vacancy v where v.department_id = d.id) as vacancies,
                (select count(*) from organisation_member m where m.department_id = d.id) as people
            from department d where d.centre_id = \(centre) and d.organisation_id = \(organisation)
            order by d.name_key, d.id limit \(most)
            """
        ).map {
            Listed(department: try Department($0), vacancies: try $0["vacancies"], people: try $0["people"])
        }
    }

    /// The department of that number, when the organisation has it.
    static func find(_ id: ID<Department>?, of organisation: ID<Organisation>, _ tx: Transaction) throws -> Department?
    {
        guard let id else { return nil }
        return try tx.first("select id, name from department where id = \(id) and organisation_id = \(organisation)")
            .map(Department.init)
    }
}
