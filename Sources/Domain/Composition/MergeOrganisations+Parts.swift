import SQL
import Time
import VolunteerCentre

/// What needs more than another number: rows that both may have.
extension MergeOrganisations {
    /// The same picture twice is one row per organisation.
    static func movePictures(_ id: ID<Organisation>, _ other: ID<Organisation>, _ centre: Centre, _ tx: Transaction)
        throws
    {
        for row in try tx(
            """
            select a.id as double, b.id as same from upload a join upload b on b.centre_id = a.centre_id
                and b.organisation_id = \(other) and b.hash = a.hash
            where a.centre_id = \(centre.id) and a.organisation_id = \(id) order by a.id limit 5000
            """)
        {
            let (double, same): (ID<Upload>, ID<Upload>) = (try row["double"], try row["same"])
            try tx("update vacancy set picture_id = \(same) where centre_id = \(centre.id) and picture_id = \(double)")
            try tx(
                "update vacancy set pending_picture_id = \(same) where centre_id = \(centre.id) and pending_picture_id = \(double)"
            )
            try tx("update organisation set logo_id = null where centre_id = \(centre.id) and logo_id = \(double)")
            try tx("delete from upload where centre_id = \(centre.id) and id = \(double)")
        }
        try tx(
            "update upload set organisation_id = \(other) where centre_id = \(centre.id) and organisation_id = \(id)")
    }

    /// Departments of one name become one.
    static func moveDepartments(_ id: ID<Organisation>, _ other: ID<Organisation>, _ centre: Centre, _ tx: Transaction)
        throws
    {
        for row in try tx(
            """
            select a.id as double, b.id as same from department a join department b on b.organisation_id = \(other)
                and b.name_key = a.name_key
            where a.centre_id = \(centre.id) and a.organisation_id = \(id) order by a.id limit \(Department.most)
            """)
        {
            let (double, same): (ID<Department>, ID<Department>) = (try row["double"], try row["same"])
            for table: SQL in ["vacancy", "organisation_member"] {
                try tx(
                    "update \(table) set department_id = \(same) where centre_id = \(centre.id) and department_id = \(double)"
                )
            }
            try tx("delete from department where centre_id = \(centre.id) and id = \(double)")
        }
        try tx(
            "update department set organisation_id = \(other) where centre_id = \(centre.id) and organisation_id = \(id)"
        )
    }

    /// People of an organisation that was admitted come along as editors: who owns the one that stays decides about more.
    /// Whoever cannot log in yet gets a link. Nobody approved those of a registration: a stranger could have made it.
    static func movePeople(of double: Organisation, to stays: Organisation, in work: UnitOfWork) throws {
        let id = double.id
        guard double.state == .approved else {
            try work.tx(
                "delete from organisation_member where centre_id = \(work.centre.id) and organisation_id = \(id)")
            return
        }
        let residents = try OrganisationQueries.members(of: stays.id, in: work.centre.id, work.tx)
        var newcomers: [String] = []
        for member in try OrganisationQueries.members(of: id, in: work.centre.id, work.tx) {
            let account = member.account
            let row = OrganisationQueries.member(account.id, of: id, in: work.centre.id)
            if try OrganisationQueries.isMember(account.id, of: stays.id, in: work.centre.id, work.tx) {
                try work.tx("delete from organisation_member where \(row)")
                continue
            }
            try work.tx(
                """
                update organisation_member set organisation_id = \(stays.id), role = \(Membership.Role.editor),
                    created_at = \(work.now) where \(row)
                """)
            let token = try CredentialLink.issue(.invitation, for: account, in: work)
            try work.tell(account, .memberMoved(account, organisation: stays.name, token: token))
            newcomers.append(account.name)
        }
        guard !newcomers.isEmpty else { return }
        for member in residents {
            try work.tell(
                member.account, .organisationMerged(id, into: stays, bringing: newcomers, to: member.account))
        }
    }

    /// The name of the organisation is part of what visitors search.
    static func moveVacancies(_ id: ID<Organisation>, to stays: Organisation, in work: UnitOfWork) throws {
        let vacancies: [ID<Vacancy>] = try work.tx.values(
            "select id from vacancy where centre_id = \(work.centre.id) and organisation_id = \(id) order by id limit 5000"
        )
        for vacancy in vacancies {
            try work.tx(
                """
                update vacancy set organisation_id = \(stays.id)
                where centre_id = \(work.centre.id) and id = \(vacancy)
                """)
            try VacancyRows.refreshSearchText(of: vacancy, stays.name, in: work)
        }
    }
}
