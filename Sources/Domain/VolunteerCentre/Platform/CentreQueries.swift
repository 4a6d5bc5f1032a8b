import Foundation
import Localisation
package import SQL

package enum CentreQueries {
    /// All centres in the order in which they were made; the first answers for hosts nobody claims. At most 500 per installation.
    package static func all(_ tx: Transaction) throws -> [Centre] {
        let municipalities: [ID<Centre>: [String]] = try tx.lists(
            "select centre_id, name from centre_municipality order by centre_id, position, name limit 20000")
        let neighbourhoods: [ID<Centre>: [String]] = try tx.lists(
            "select centre_id, name from neighbourhood order by centre_id, name limit 500000")
        let pages = try ownPages(tx)
        var holidays: [ID<Centre>: [Holiday]] = [:]
        for row in try tx("select * from holiday where organisation_id is null order by begins_on desc, id limit 2000")
        {
            holidays[try row["centre_id"], default: []].append(try Holiday(row))
        }
        let (finding, neighbours) = (try FindingSettings.newest(tx), try Neighbour.all(tx))
        return try tx("select * from centre order by id limit 500").map { row in
            try centre(
                row, municipalities, neighbourhoods, pages, holidays, finding,
                neighbours[try row["id"]] ?? [])
        }
    }

    package static func find(_ id: ID<Centre>, _ tx: Transaction) throws -> Centre? {
        try all(tx).first { $0.id == id }
    }

    /// The pages that centres added, in the order in which they were first written.
    private static func ownPages(_ tx: Transaction) throws -> [ID<Centre>: [Centre.PageLink]] {
        var (pages, titles): ([ID<Centre>: [String]], [ID<Centre>: [String: [Language: String]]]) = ([:], [:])
        for row in try tx(
            """
            select v.centre_id, v.name, v.language, v.title, (select min(f.id) from text_version f
                where f.centre_id = v.centre_id and f.kind = v.kind and f.name = v.name) as first
            from text_version v where v.kind = 'page' and v.body is not null
                and v.name not in \(list: InformationPage.allCases.map(\.rawValue))
                and v.id = (select max(w.id) from text_version w where w.centre_id = v.centre_id and w.kind = v.kind
                    and w.name = v.name and w.language = v.language)
            order by first, v.id limit 20000
            """)
        {
            let (centre, name): (ID<Centre>, String) = (try row["centre_id"], try row["name"])
            guard let language = Language(rawValue: try row["language"]) else { continue }
            if titles[centre]?[name] == nil { pages[centre, default: []].append(name) }
            titles[centre, default: [:]][name, default: [:]][language] = try row["title"]
        }
        return Dictionary(
            uniqueKeysWithValues: pages.map { centre, names in
                (centre, names.map { Centre.PageLink(name: $0, titles: titles[centre]?[$0] ?? [:]) })
            })
    }

    private static func centre(
        _ row: Row, _ municipalities: [ID<Centre>: [String]], _ neighbourhoods: [ID<Centre>: [String]],
        _ pages: [ID<Centre>: [Centre.PageLink]],
        _ holidays: [ID<Centre>: [Holiday]], _ finding: [ID<Centre>: FindingSettings], _ neighbours: [Neighbour]
    ) throws -> Centre {
        let id: ID<Centre> = try row["id"]
        let (language, zone): (String, String) = (try row["language"], try row["time_zone"])
        let (brand, accent): (String, String) = (try row["brand"], try row["accent"])
        return Centre(
            id: id, slug: try row["slug"], name: try row["name"], host: try row["host"],
            language: Language(rawValue: language) ?? .nl,
            country: try row["country"], zone: TimeZone(identifier: zone) ?? .gmt, email: try row["email"],
            phone: try row["phone"],
            address: try row["address"], openingHours: try row["opening_hours"], intro: try row["intro"],
            theme: Theme(brand: brand, accent: accent) ?? .standard, logo: try row["logo"],
            municipalities: municipalities[id] ?? [], neighbourhoods: neighbourhoods[id] ?? [],
            editsReturnToQueue: try row["edits_return_to_queue"],
            reactivationReturnsToQueue: try row["reactivation_returns_to_queue"],
            unconfirmedGoesOffline: try row["unconfirmed_goes_offline"], answerDays: try row["answer_days"],
            coachOff: CoachRule.off(try row["coach_off"]),
            criteria: (try row["criteria"] as String).split(separator: "\n").map(String.init), neighbours: neighbours,
            pages: pages[id] ?? [],
            finding: finding[id] ?? FindingSettings(),
            holidays: (holidays[id] ?? []).reversed())
    }

    package static func isDemo(_ tx: Transaction) throws -> Bool {
        try tx.first("select value from installation_setting where name = 'demo'") != nil
    }
}
