package import SQL
import Time
package import VolunteerCentre

/// Two registrations of one organisation become one: everything of the double goes to the one that stays. It cannot be
/// undone, so a page first shows what moves.
package enum MergeOrganisations {
    package enum Outcome: Sendable, Equatable {
        case merged, notFound
        /// One of the two is not what was seen: a colleague admitted it, or it has another name or other people.
        case changedMeanwhile
        /// More people or departments together than one organisation has.
        case tooMany
    }

    /// What moves, counted.
    package struct Load: Sendable, Equatable {
        package let vacancies: Int
        package let responses: Int
        package let matches: Int
        /// Who comes along, by name, address and since when.
        package let people: [OrganisationQueries.Member]
        /// Who registered an organisation that nobody admitted, and stays behind.
        package let strangers: [OrganisationQueries.Member]
        package let departments: Int
    }

    package static func preview(_ organisation: Organisation, in centre: ID<Centre>, _ tx: Transaction) throws -> Load {
        let id = organisation.id
        func count(_ table: SQL) throws -> Int {
            try tx.count("\(table) where centre_id = \(centre) and organisation_id = \(id)")
        }
        let members = try OrganisationQueries.members(of: id, in: centre, tx)
        let isAdmitted = organisation.state == .approved
        return Load(
            vacancies: try count("vacancy"), responses: try count("application"), matches: try count("match"),
            people: isAdmitted ? members : [], strangers: isAdmitted ? [] : members,
            departments: try count("department"))
    }

    /// Who could be the same: by name, address of mail or website, or telephone; or whose name holds the words.
    package static func candidates(
        for organisation: Organisation, matching words: [String], in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [OrganisationQueries.Listed] {
        var filter: SQL = """
            o.name_key = \(Folding.fold(organisation.name)) or o.email <> '' and o.email = \(organisation.email)
                or o.website <> '' and o.website = \(organisation.website) or o.phone <> '' and o.phone = \(organisation.phone)
            """
        if !words.isEmpty {
            filter = words.reduce("1 = 1") { $0 + " and o.name_key like \(Folding.containing($1)) escape '\\'" }
        }
        return try tx(
            """
            select \(OrganisationQueries.Listed.columns) from organisation o
            where o.centre_id = \(centre) and o.id <> \(organisation.id) and o.state = 'approved'
                and (\(filter)) order by o.name_key, o.id limit 20
            """
        ).map(OrganisationQueries.Listed.init)
    }

    /// Where an organisation went that is no more.
    package static func successor(of id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws -> ID<
        Organisation
    >? {
        try tx.value("select into_id from organisation_merge where centre_id = \(centre) and from_id = \(id)")
    }

    /// Of all that the page shows before the button.
    package static func mark(of double: Organisation, into stays: Organisation, in work: UnitOfWork) throws -> String {
        let marks = try [double, stays].map { try ReviewOrganisation.mark(of: $0, in: work) }
        return String(Token.hash(marks.joined()).prefix(20))
    }

    /// - Parameter seen: what stood on the page (see `mark`); nil where there was none.
    package static func run(
        _ id: ID<Organisation>, into other: ID<Organisation>, seen: String? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard id != other, let double = try OrganisationQueries.find(id, for: .merge, in: work),
            let stays = try OrganisationQueries.published(other, in: work.centre.id, work.tx)
        else { return .notFound }
        if let seen, try mark(of: double, into: stays, in: work) != seen { return .changedMeanwhile }
        let (ours, theirs) = (
            try Self.preview(double, in: work.centre.id, work.tx), try Self.preview(stays, in: work.centre.id, work.tx)
        )
        guard ours.people.count + theirs.people.count <= ChangeMembers.most,
            ours.departments + theirs.departments <= Department.most
        else { return .tooMany }
        try movePictures(id, other, work.centre, work.tx)
        try moveDepartments(id, other, work.centre, work.tx)
        try movePeople(of: double, to: stays, in: work)
        try moveVacancies(id, to: stays, in: work)
        try Merging(tables: Capabilities.all.tables).move(id, to: other, work.tx)
        try work.tx(
            """
            insert into organisation_merge (centre_id, from_id, from_name, into_id, account_id, at)
            values (\(work.centre.id), \(id), \(double.name), \(other), \(work.actor.account), \(work.now))
            """)
        for history in ["state_change", "automatic_act"] {
            try work.tx(
                """
                update \(name: history) set subject_id = \(other)
                where centre_id = \(work.centre.id) and subject = 'organisation' and subject_id = \(id)
                """)
        }
        try Eraser.whole.erase("organisation", where: "centre_id = \(work.centre.id) and id = \(id)", work.tx)
        try Audit.record("organisation.merged", on: "organisation", other.number, in: work)
        for changed in [id, other] {
            try work.changed("organisation", changed)
        }
        return .merged
    }
}
