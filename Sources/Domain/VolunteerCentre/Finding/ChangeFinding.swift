import Foundation
package import SQL
package import Time

/// The administrator changes how the centre searches and suggests.
package enum ChangeFinding {
    package static func run(
        _ settings: FindingSettings, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        guard actor.isAdministrator(of: centre), settings.weights.isSane else { return false }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let weights = String(decoding: try encoder.encode(settings.weights), as: UTF8.self)
        try tx(
            """
            insert into finding_setting (centre_id, version, synonyms, weights, tile_address, tile_attribution, account_id, created_at)
            select \(centre.id), coalesce(max(version), 0) + 1, \(settings.synonyms), \(weights), \(settings.tiles?.address ?? ""),
                \(settings.tiles?.attribution ?? ""), \(actor.account), \(now)
            from finding_setting where centre_id = \(centre.id)
            """)
        try Audit.record("finding.changed", on: "centre", centre.id.number, by: actor, now: now, tx)
        return true
    }
}
