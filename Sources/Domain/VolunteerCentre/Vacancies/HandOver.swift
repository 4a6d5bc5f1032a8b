package import SQL

/// What somebody of an organisation looks after goes to a colleague, a department or everybody, in one step: with it go the
/// responses, matches and reminders, which follow their vacancy.
package enum HandOver {
    package enum Receiver: Sendable, Equatable {
        case colleague(ID<Account>)
        case department(ID<Department>)
        case everybody
    }

    package enum Outcome: Sendable, Equatable {
        case done, notFound, lastOwner
        /// She looks after nothing, or not any more.
        case nothing
        /// She looks after something: it is asked first who does so from now on.
        case looksAfterSomething
        /// To whom it was to go is not there any more.
        case receiverGone
    }

    /// A vacancy that goes along.
    package struct Item: Sendable, Equatable {
        package let vacancy: ID<Vacancy>
        package let title: String
        package let state: Vacancy.State
        /// So many people wait for an answer or talk with the organisation.
        package let open: Int
        /// So many take part now.
        package let matches: Int
    }

    /// So many vacancies of one person are looked at.
    package static let most = 1000
    /// So many are named in a mail.
    static let mailed = 20

    /// What somebody looks after, what is online first. Only an owner and she herself see it.
    package static func items(of account: ID<Account>, in work: UnitOfWork) throws -> [Item]? {
        guard let organisation = try organisation(of: account, in: work) else { return nil }
        return try items(lookedAfter(by: account, organisation.id, in: work), in: work)
    }

    /// How many vacancies each person of an organisation looks after.
    package static func counts(of organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> [ID<Account>: Int]
    {
        let rows = try tx(
            """
            select contact_person_id as person, count(*) as vacancies from vacancy
            where centre_id = \(centre) and organisation_id = \(organisation) and contact_person_id is not null
            group by contact_person_id order by contact_person_id limit \(ChangeMembers.most)
            """)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["person"], try $0["vacancies"]) })
    }

    static func items(_ ids: [ID<Vacancy>], in work: UnitOfWork) throws -> [Item] {
        try work.tx(
            """
            select v.id, v.title, v.state, (select count(*) from application a where a.centre_id = v.centre_id
                    and a.vacancy_id = v.id and a.state in ('new', 'in_conversation')) as open,
                (select count(*) from match m where m.centre_id = v.centre_id and m.vacancy_id = v.id and m.state = 'active') as matches
            from vacancy v where v.centre_id = \(work.centre.id) and v.id in \(list: ids)
            order by case v.state when 'published' then 0 when 'queued' then 1 when 'draft' then 2 when 'offline' then 3 else 4 end,
                v.title, v.id limit \(most)
            """
        ).map {
            Item(
                vacancy: try $0["id"], title: try $0["title"], state: try $0["state"], open: try $0["open"],
                matches: try $0["matches"])
        }
    }

    private static func lookedAfter(
        by account: ID<Account>, _ organisation: ID<Organisation>, in work: UnitOfWork
    ) throws -> [ID<Vacancy>] {
        try work.tx.values(
            """
            select id from vacancy where centre_id = \(work.centre.id) and contact_person_id = \(account)
                and organisation_id = \(organisation) order by id limit \(most)
            """)
    }

    /// An owner hands over what anybody looks after, others what they look after themselves.
    private static func organisation(of account: ID<Account>, in work: UnitOfWork) throws -> Organisation? {
        guard let organisation = try OrganisationQueries.own(in: work),
            try account == work.actor.account || OrganisationQueries.owned(in: work) != nil,
            try OrganisationQueries.isMember(account, of: organisation.id, in: work.centre.id, work.tx)
        else { return nil }
        return organisation
    }

    package static func run(_ account: ID<Account>, to receiver: Receiver, in work: UnitOfWork) throws -> Outcome {
        guard let organisation = try organisation(of: account, in: work) else { return .notFound }
        return try run(account, to: receiver, of: organisation, because: .handedOver, in: work)
    }

    /// - Parameter receiver: nil is enough for who looks after nothing.
    package static func remove(_ account: ID<Account>, handingTo receiver: Receiver?, in work: UnitOfWork) throws
        -> Outcome
    {
        guard let organisation = try OrganisationQueries.owned(in: work),
            try OrganisationQueries.isMember(account, of: organisation.id, in: work.centre.id, work.tx)
        else { return .notFound }
        if try ChangeMembers.isLastOwner(account, organisation.id, work.centre.id, work.tx) { return .lastOwner }
        try work.claim("organisation", organisation.id)
        if let receiver {
            let outcome = try run(account, to: receiver, of: organisation, because: .left, in: work)
            guard outcome == .done || outcome == .nothing else { return outcome }
        } else if try !lookedAfter(by: account, organisation.id, in: work).isEmpty {
            return .looksAfterSomething
        }
        try ChangeMembers.leave(account, organisation.id, in: work)
        return .done
    }

    private static func run(
        _ account: ID<Account>, to receiver: Receiver, of organisation: Organisation,
        because cause: ContactChange.Cause, in work: UnitOfWork
    ) throws -> Outcome {
        try work.claim("organisation", organisation.id)
        let people = try OrganisationQueries.members(of: organisation.id, in: work.centre.id, work.tx)
        guard let before = people.first(where: { $0.account.id == account }) else { return .notFound }
        let others = people.filter { $0.account.id != account }
        let (to, department): (NamedColleague, Department?)
        switch receiver {
        case .colleague(let id):
            guard let colleague = others.first(where: { $0.account.id == id }) else { return .receiverGone }
            (to, department) = (NamedColleague(account: id, name: colleague.account.name), nil)
        case .department(let id):
            department = try Department.find(id, of: organisation.id, work.tx)
            guard let department else { return .receiverGone }
            to = NamedColleague(account: nil, name: department.name)
        case .everybody: (to, department) = (.nobody, nil)
        }
        let from = NamedColleague(account: account, name: before.account.name)
        var all: [ID<Vacancy>] = []
        while true {
            let ids = try lookedAfter(by: account, organisation.id, in: work)
            guard !ids.isEmpty else { break }
            if let department {
                for id in ids { try ChangeDepartments.move(id, to: department, of: organisation, in: work) }
            }
            try ids.look(after: to, insteadOf: from, because: cause, in: work)
            all += ids
        }
        guard !all.isEmpty else { return .nothing }
        try Audit.record("member.handed_over", on: "account", account.number, in: work)
        try tell(all, from: before.account.name, without: account, of: organisation.id, in: work)
        return .done
    }

    /// Who gets mail about them from now on, each about her own; not who pressed, nor who handed over.
    private static func tell(
        _ ids: [ID<Vacancy>], from name: String, without account: ID<Account>, of organisation: ID<Organisation>,
        in work: UnitOfWork
    ) throws {
        var (people, order): ([ID<Account>: (account: Account, alone: Bool, items: [Item])], [ID<Account>]) = ([:], [])
        for item in try items(Array(ids.prefix(most)), in: work) {
            let receivers = try OrganisationQueries.receivers(about: item.vacancy, in: work.centre.id, work.tx)
            for member in receivers.map(\.account) where member.id != account && member.id != work.actor.account {
                if people[member.id] == nil { order.append(member.id) }
                people[member.id, default: (member, receivers.count == 1, [])].items.append(item)
            }
        }
        for one in order.compactMap({ people[$0] }) {
            try work.tell(
                one.account,
                .handedOver(one.items, from: name, alone: one.alone, of: organisation, to: one.account, in: work))
        }
    }
}
