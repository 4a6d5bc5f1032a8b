package import Foundation
package import SQL
package import Time
package import VolunteerCentre

/// Everything a centre knows of one volunteer, in the same order for her eyes and for the file she takes along.
package struct PersonalRecord: Sendable {
    package enum Section: String, Sendable, CaseIterable {
        case account, profile, answers, responses, messages, matches, invitations, favourites, searches, pool
        case poolInvitations = "pool_invitations", blocks, asked, found, views, mails
        case sessions, actions
        case newAddresses = "new_addresses"
        case merges
        case keptApart = "kept_apart"
        case asideMails = "aside_mails"
        case automaticActs = "automatic_acts"
    }

    package enum Field: String, Sendable, CaseIterable {
        case name, alias, email, language, since, phone, place, about, sharesPhone = "shares_phone"
        case sharesPlace = "shares_place", sharesAbout = "shares_about", pausedUntil = "paused_until"
        case seen, question, answer, vacancy, organisation, text, state, author, begins, ends, day, frequency, at
        case subject, action, reason, party, people
    }

    package enum Value: Sendable, Equatable {
        case text(String), at(Instant), day(CalendarDate), flag(Bool)

        package var isEmpty: Bool { self == .text("") }
    }

    package typealias Entry = [(field: Field, value: Value)]

    package let sections: [(section: Section, entries: [Entry])]

    /// More than one person ever has of anything.
    private static let most = 20_000

    package static func of(_ volunteer: Volunteer, in centre: Centre, _ tx: Transaction) throws -> PersonalRecord {
        let own: SQL = "centre_id = \(centre.id) and volunteer_id = \(volunteer.id)"
        return PersonalRecord(
            sections: try Section.allCases.map { section in
                let entries = try tx("\(query(section, volunteer, own, centre)) limit \(most)").map(entry)
                return (section, entries)
            })
    }

    private static func query(_ section: Section, _ volunteer: Volunteer, _ own: SQL, _ centre: Centre) -> SQL {
        switch section {
        case .account:
            "select email, language, created_at as since from account where id = \(volunteer.account) order by id"
        case .profile:
            """
            select name, phone, place, about, shares_phone, shares_place, shares_about, paused_until, created_at as since, seen_at as seen
            from volunteer where id = \(volunteer.id) order by id
            """
        case .answers: "select question, answer from volunteer_answer where \(own) order by question, answer"
        case .responses:
            """
            select v.title as vacancy, o.name as organisation, a.name, a.email, a.phone, a.party,
                cast(a.party_size as text) as people, a.message as text,
                case when a.state = 'declined' then coalesce(a.closing_from, a.state) else a.state end as state, a.created_at as at
            from application a join vacancy v on v.id = a.vacancy_id join organisation o on o.id = a.organisation_id
            where a.centre_id = \(centre.id) and a.volunteer_id = \(volunteer.id) order by a.id
            """
        case .messages:
            """
            select v.title as vacancy, m.author, m.text, m.at from application_message m
            join application a on a.id = m.application_id join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre.id) and a.volunteer_id = \(volunteer.id) order by m.id
            """
        case .matches:
            """
            select v.title as vacancy, o.name as organisation, m.begins_on as begins, m.ends_on as ends, m.state
            from match m join vacancy v on v.id = m.vacancy_id join organisation o on o.id = m.organisation_id
            where m.centre_id = \(centre.id) and m.volunteer_id = \(volunteer.id) order by m.id
            """
        case .invitations: invitations("invitation", volunteer, centre)
        case .favourites:
            """
            select v.title as vacancy, f.created_at as at from favourite f join vacancy v on v.id = f.vacancy_id
            where f.centre_id = \(centre.id) and f.volunteer_id = \(volunteer.id) order by f.created_at, v.id
            """
        case .searches:
            "select question, frequency, created_at as since from saved_search where \(own) order by id"
        case .pool:
            "select alias, introduction as text, joined_at as since from candidate where \(own) order by volunteer_id"
        case .poolInvitations: invitations("pool_invitation", volunteer, centre)
        case .blocks: organisations("", "candidate_block", "o.name_key, o.id", volunteer, centre)
        case .asked: organisations(", t.at", "candidate_asked", "t.id", volunteer, centre)
        case .found: organisations(", t.day", "candidate_found", "t.day, o.id", volunteer, centre)
        case .views: organisations(", t.day", "profile_view", "t.id", volunteer, centre)
        case .mails:
            """
            select subject, created_at as at from mail
            where centre_id = \(centre.id)
                and \(EmailAddress.reaches(volunteer.email))
                and (to_name = \(volunteer.name) or \(isAlone(volunteer)) and not exists (
                    select 1 from application o where o.centre_id = \(centre.id) and o.name = to_name
                        and o.volunteer_id is distinct from \(volunteer.id)
                        and o.email in (\(volunteer.email), \(EmailAddress.key(volunteer.email))))) order by id
            """
        case .asideMails:
            """
            select v.title as vacancy, r.text, r.at from relayed_mail r join application a on a.id = r.application_id
            join vacancy v on v.id = a.vacancy_id
            where a.centre_id = \(centre.id) and a.volunteer_id = \(volunteer.id) and r.author = 'volunteer'
                and r.text <> '' order by r.id
            """
        case .newAddresses:
            """
            select email, created_at as at from address_change where centre_id = \(centre.id)
                and account_id = \(volunteer.account) and coalesce(volunteer_id, \(volunteer.id)) = \(volunteer.id) order by id
            """
        case .merges:
            """
            with recursive gone (id, into_id) as (
                select from_id, into_id from volunteer_merge where centre_id = \(centre.id) and into_id = \(volunteer.id)
                union select m.from_id, m.into_id from volunteer_merge m join gone on m.into_id = gone.id)
            select f.name, a.email, f.phone, f.place, f.about, m.at from volunteer_merge m join volunteer f on f.id = m.from_id
            join account a on a.id = f.account_id where m.from_id in (select id from gone) order by m.id
            """
        case .keptApart:
            """
            select at from two_people where centre_id = \(centre.id) and \(volunteer.id) in (first_id, second_id) order by at
            """
        case .sessions:
            """
            select created_at as since, seen_at as seen from session
            where centre_id = \(centre.id) and account_id = \(volunteer.account) order by id
            """
        case .automaticActs:
            """
            select c.rule as action, c.reason, v.title as vacancy, c.at from automatic_act c
            left join application a on c.subject = 'application' and a.centre_id = c.centre_id and a.id = c.subject_id
            left join vacancy v on v.id = a.vacancy_id
            where c.centre_id = \(centre.id) and (a.volunteer_id = \(volunteer.id)
                or c.subject = 'account' and c.subject_id = \(volunteer.account)) order by c.id
            """
        case .actions:
            """
            select u.action, v.title as vacancy, o.name as organisation, u.at from audit u
            left join application p on u.subject = 'application' and p.id = u.subject_id
            left join vacancy v on v.centre_id = u.centre_id
                and v.id = case u.subject when 'vacancy' then u.subject_id when 'application' then p.vacancy_id end
            left join organisation o on u.subject = 'organisation' and o.centre_id = u.centre_id and o.id = u.subject_id
            where u.centre_id = \(centre.id) and u.account_id = \(volunteer.account) and u.actor in ('volunteer', 'visitor')
                and (\(isAlone(volunteer)) or u.subject = 'volunteer' and u.subject_id = \(volunteer.id)
                    or u.subject = 'application' and p.volunteer_id = \(volunteer.id))
            order by u.id desc
            """
        }
    }

    /// Who asked her for which vacancy: by name, or under her alias.
    private static func invitations(_ table: SQL, _ volunteer: Volunteer, _ centre: Centre) -> SQL {
        """
        select v.title as vacancy, o.name as organisation, i.text, i.state, i.created_at as at
        from \(table) i join vacancy v on v.id = i.vacancy_id join organisation o on o.id = i.organisation_id
        where i.centre_id = \(centre.id) and i.volunteer_id = \(volunteer.id) order by i.id
        """
    }

    /// Which organisations she met in a table `t`.
    private static func organisations(
        _ columns: SQL, _ table: SQL, _ order: SQL, _ volunteer: Volunteer, _ centre: Centre
    ) -> SQL {
        """
        select o.name as organisation\(columns) from \(table) t join organisation o on o.id = t.organisation_id
        where t.centre_id = \(centre.id) and t.volunteer_id = \(volunteer.id) order by \(order)
        """
    }

    /// Nobody shares her address: what was done with it and mailed to it is hers.
    private static func isAlone(_ volunteer: Volunteer) -> SQL {
        "(select count(*) from volunteer n where n.account_id = \(volunteer.account) and n.merged_into is null) = 1"
    }

    private static func entry(_ row: Row) throws -> Entry {
        try row.columns.names.compactMap { name in
            guard let field = Field(rawValue: name) else { return nil }
            switch field {
            case .since, .seen, .at:
                return try (row[name] as Instant?).map { (field, .at($0)) }
            case .begins, .ends, .day, .pausedUntil:
                return try (row[name] as CalendarDate?).map { (field, .day($0)) }
            case .sharesPhone, .sharesPlace, .sharesAbout: return (field, .flag(try row[name]))
            default: return try (row[name] as String?).map { (field, .text($0)) }
            }
        }
    }

    /// For her to take along: readable by people and by programs.
    package func json(madeAt now: Instant, at centre: Centre) throws -> Data {
        var document: [String: Any] = ["centre": centre.name, "made_at": now.date.ISO8601Format()]
        for (section, entries) in sections {
            document[section.rawValue] = entries.map { entry in
                Dictionary(uniqueKeysWithValues: entry.map { ($0.field.rawValue, $0.value.json) })
            }
        }
        return try JSONSerialization.data(
            withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }
}

extension PersonalRecord.Value {
    fileprivate var json: Any {
        switch self {
        case .text(let text): text
        case .at(let instant): instant.date.ISO8601Format()
        case .day(let day): day.iso
        case .flag(let flag): flag
        }
    }
}
