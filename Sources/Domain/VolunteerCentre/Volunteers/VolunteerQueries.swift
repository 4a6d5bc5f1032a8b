package import SQL
package import Time

package enum VolunteerQueries {
    package static func find(_ id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> Volunteer? {
        try list(where: "v.id = \(id)", in: centre, tx).first
    }

    /// The volunteers who share an account, who was there first first; at most twenty.
    package static func of(_ account: ID<Account>, in centre: ID<Centre>, _ tx: Transaction) throws -> [Volunteer] {
        try list(where: "v.account_id = \(account)", in: centre, tx)
    }

    /// To whom the mails of a volunteer go.
    static func account(of id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> Account? {
        try find(id, in: centre, tx).flatMap { volunteer in
            try AccountQueries.find(volunteer.account, in: centre, tx)?.called(volunteer.name)
        }
    }

    /// Whether links in mails are all that somebody has: nobody chose a password, or it is another's who shares the address, and she was
    /// never here with it.
    package static func hasLinksOnly(_ id: ID<Volunteer>, _ account: Account, _ tx: Transaction) throws -> Bool {
        guard account.hasPassword else { return true }
        return try tx.value("select links_only from volunteer where id = \(id)") ?? false
    }

    /// Some of a list, by their numbers; at most 100.
    package static func these(_ ids: [ID<Volunteer>], in centre: ID<Centre>, _ tx: Transaction) throws -> [ID<
        Volunteer
    >: Volunteer] {
        let known = ids.isEmpty ? [] : try list(where: "v.id in \(list: ids)", in: centre, most: 100, tx)
        return Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    }

    package static let mostNamed = 20

    /// Whose name, address or telephone number holds all the words; the first `mostNamed`, by name.
    package static func named(_ typed: String, in centre: ID<Centre>, _ tx: Transaction) throws -> [Volunteer] {
        let words = typed.split(whereSeparator: \.isWhitespace).prefix(8).map {
            Folding.containing(Folding.fold(String($0)))
        }
        guard !words.isEmpty else { return [] }
        if let digits = TypedPhone.digits(typed) {
            return try list(where: TypedPhone.holds("v.phone", digits), in: centre, tx)
        }
        let found = words.reduce("1 = 1") { found, word -> SQL in
            found
                + " and (v.name_key like \(word) escape '\\' or a.email_key like \(word) escape '\\' or v.phone like \(word) escape '\\')"
        }
        return try list(where: found, in: centre, tx).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private static func list(
        where condition: SQL, in centre: ID<Centre>, most: Int = mostNamed, _ tx: Transaction
    ) throws -> [Volunteer] {
        try tx(
            """
            select v.*, a.email from volunteer v join account a on a.id = v.account_id
            where v.centre_id = \(centre) and v.merged_into is null and \(condition) order by v.id limit \(most)
            """
        ).map { row in
            Volunteer(
                id: try row["id"], account: try row["account_id"], name: try row["name"], email: try row["email"],
                phone: try row["phone"], place: try row["place"], about: try row["about"],
                sharing: .init(
                    phone: try row["shares_phone"], place: try row["shares_place"], about: try row["shares_about"]),
                pausedUntil: try row["paused_until"], createdAt: try row["created_at"])
        }
    }

    package struct View: Sendable, Equatable {
        package let organisation: String
        package let day: CalendarDate
    }

    /// In whose lists of candidates somebody stood and on which day, the newest 50.
    package static func found(_ id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> [View] {
        try tx(
            """
            select o.name, f.day from candidate_found f join organisation o on o.id = f.organisation_id
            where f.centre_id = \(centre) and f.volunteer_id = \(id) order by f.day desc, o.name limit 50
            """
        ).map { View(organisation: try $0["name"], day: try $0["day"]) }
    }

    /// Which organisations looked at a profile and on which day, the newest 50.
    package static func views(of id: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> [View] {
        try tx(
            """
            select distinct o.name, p.day from profile_view p join organisation o on o.id = p.organisation_id
            where p.centre_id = \(centre) and p.volunteer_id = \(id) order by p.day desc, o.name limit 50
            """
        ).map { View(organisation: try $0["name"], day: try $0["day"]) }
    }
}

extension UnitOfWork {
    /// Mails a volunteer; who left or has no account gets none.
    package func tellVolunteer(_ volunteer: ID<Volunteer>, _ draft: (Account) throws -> MailDraft) throws {
        guard let account = try VolunteerQueries.account(of: volunteer, in: centre.id, tx) else { return }
        var draft = try draft(account)
        if case .response(let id) = draft.button, try VolunteerQueries.hasLinksOnly(volunteer, account, tx) {
            draft.button = .act(
                try ActionLink.issue(
                    .claimApplication, on: id, for: account.id, to: account.email, in: self))
        }
        try tell(account, draft)
    }
}
