import Foundation
package import SQL
package import Time

/// What an organisation said of itself before its last change, for the centre that compares.
package struct OrganisationVersion: Sendable, Equatable {
    /// Older ones tell nobody anything.
    private static let kept = 20

    package let details: Organisation.Details
    package let author: String?
    package let at: Instant

    static func keep(_ details: Organisation.Details, of id: ID<Organisation>, in work: UnitOfWork) throws {
        let json = String(decoding: try JSONEncoder().encode(details), as: UTF8.self)
        try work.tx(
            """
            insert into organisation_version (centre_id, organisation_id, details, account_id, at)
            values (\(work.centre.id), \(id), \(json), \(work.actor.account), \(work.now))
            """)
        try work.tx(
            """
            delete from organisation_version where organisation_id = \(id) and id not in (
                select id from organisation_version where organisation_id = \(id) order by id desc limit \(kept))
            """)
    }

    /// What stood there before the last change; nil when nothing ever changed.
    package static func previous(of id: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction) throws
        -> OrganisationVersion?
    {
        let row = try tx.first(
            """
            select v.details, v.at, \(Hat.name(of: "v.account_id", in: centre)) as name from organisation_version v
            where v.centre_id = \(centre) and v.organisation_id = \(id) order by v.id desc limit 1
            """)
        guard let row else { return nil }
        let json: String = try row["details"]
        return OrganisationVersion(
            details: try JSONDecoder().decode(Organisation.Details.self, from: Data(json.utf8)),
            author: try row["name"],
            at: try row["at"])
    }
}
