import Foundation
import SQL

/// The administrator changes how the centre searches and suggests.
package enum ChangeFinding {
    package static func run(_ settings: FindingSettings, in work: UnitOfWork) throws -> Bool {
        guard work.actor.isAdministrator, settings.weights.isSane else { return false }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let weights = String(decoding: try encoder.encode(settings.weights), as: UTF8.self)
        try work.tx(
            """
            insert into finding_setting (centre_id, version, synonyms, weights, tile_address, tile_attribution, account_id, created_at)
            select \(work.centre.id), coalesce(max(version), 0) + 1, \(settings.synonyms), \(weights), \(settings.tiles?.address ?? ""),
                \(settings.tiles?.attribution ?? ""), \(work.actor.account), \(work.now)
            from finding_setting where centre_id = \(work.centre.id)
            """)
        try Audit.record("finding.changed", on: "centre", work.centre.id.number, in: work)
        return true
    }
}
