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
    package var tiles: MapTiles?

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
        settings.tiles = MapTiles(address: try row["tile_address"], attribution: try row["tile_attribution"])
        self = settings
    }
}

/// Where the pictures of the map come from. Without it the map has a base of our own, and no other party sees who looks.
package struct MapTiles: Sendable, Equatable {
    package let address: String
    package let attribution: String

    /// - Parameter address: with `{z}`, `{x}` and `{y}`, over TLS; anything else is no tile server.
    package init?(address: String, attribution: String) {
        let rest = address.dropFirst("https://".count)
        let host = rest.prefix { $0 != "/" }
        guard address.hasPrefix("https://"), address.count < 300, ["{z}", "{x}", "{y}"].allSatisfy(rest.contains),
            !host.replacing("{s}.", with: "").isEmpty,
            host.replacing("{s}.", with: "").allSatisfy({
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0))
            }),
            rest.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return nil }
        self.address = address
        self.attribution = attribution
    }

    /// The origin for the browser's policy; several servers of one host by their common name.
    package var origin: String {
        "https://" + address.dropFirst("https://".count).prefix { $0 != "/" }.replacing("{s}", with: "*")
    }
}
