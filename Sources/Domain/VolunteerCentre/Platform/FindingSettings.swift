import Foundation
import SQL

/// What a centre sets about searching: its words that mean the same, what each answer weighs in a suggestion, its map. Each
/// change is a version of its own, so that an order of yesterday can be explained.
package struct FindingSettings: Sendable, Equatable {
    /// 0: nobody changed anything.
    package var version = 0
    /// The table of synonyms as it is edited, a group a line; nil: the one that ships with the program.
    package var synonyms: String?
    /// What words mean at this centre, a line each, before what they mean everywhere: see `OwnKin`.
    package var kin: [String] = []
    package var weights = MatchWeights.standard
    /// Which maps of the operator's list it shows, by their names in addresses.
    package var maps: [String] = []

    package init() {}

    /// Of all centres, newest version only.
    static func newest(_ tx: Transaction) throws -> [ID<Centre>: FindingSettings] {
        var found: [ID<Centre>: FindingSettings] = [:]
        for row in try tx(
            """
            select s.* from finding_setting s
            where s.version = (select max(n.version) from finding_setting n where n.centre_id = s.centre_id)
            order by s.centre_id limit 10000
            """)
        {
            found[try row["centre_id"]] = try FindingSettings(row)
        }
        return found
    }

    /// As they were in one version; the standard when nobody had changed anything.
    static func version(_ version: Int, in centre: ID<Centre>, _ tx: Transaction) throws -> FindingSettings {
        try tx.first("select * from finding_setting where centre_id = \(centre) and version = \(version)")
            .map(FindingSettings.init) ?? FindingSettings()
    }

    private init(_ row: Row) throws {
        var settings = FindingSettings()
        settings.version = try row["version"]
        settings.synonyms = try row["synonyms"]
        let kin: String = try row["kin"]
        settings.kin = kin.split(separator: "\n").map(String.init)
        let weights: String = try row["weights"]
        settings.weights = try JSONDecoder().decode(MatchWeights.self, from: Data(weights.utf8))
        let maps: String = try row["maps"]
        settings.maps = maps.split(separator: " ").map(String.init)
        self = settings
    }
}
