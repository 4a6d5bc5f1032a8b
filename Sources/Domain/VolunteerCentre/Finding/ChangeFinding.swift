import Foundation
import SQL

/// The administrator changes how the centre searches and suggests.
package enum ChangeFinding {
    package enum Part: CaseIterable, Sendable { case synonyms, kin, weights, map }

    package enum Outcome: Sendable, Equatable {
        case changed, refused
        /// A colleague changed the same meanwhile: what both say of other parts is joined, and nothing was saved.
        case changedMeanwhile(merged: FindingSettings, parts: [Part])
    }

    /// - Parameter settings: with the version that was seen.
    package static func run(_ settings: FindingSettings, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator, settings.weights.isSane else { return .refused }
        // Two who save at the same moment would both give the next number.
        try work.claim("centre", work.centre.id)
        let now = try FindingSettings.newest(work.tx)[work.centre.id] ?? FindingSettings()
        var merged = settings
        var both: [Part] = []
        if now.version != settings.version {
            let seen = try FindingSettings.version(settings.version, in: work.centre.id, work.tx)
            for part in Part.allCases {
                if part.isSame(settings, seen) {
                    part.take(from: now, into: &merged)
                } else if !part.isSame(now, seen), !part.isSame(now, settings) {
                    both.append(part)
                }
            }
            merged.version = now.version
        }
        if !both.isEmpty { return .changedMeanwhile(merged: merged, parts: both) }
        try save(merged, in: work)
        return .changed
    }

    /// A word that found nothing means this from now on.
    /// - Parameter lines: see `OwnKin`; empty: it means nothing, and is not shown again until it is asked anew.
    package static func teach(_ word: String, _ lines: [String], in work: UnitOfWork) throws -> Bool {
        guard work.actor.isAdministrator else { return false }
        try work.claim("centre", work.centre.id)
        try UnfoundWords.settle(word, in: work)
        if lines.isEmpty {
            try Audit.record("finding.word_dropped", on: "centre", work.centre.id.number, in: work)
            return true
        }
        var settings = try FindingSettings.newest(work.tx)[work.centre.id] ?? FindingSettings()
        // What is said last goes first.
        settings.kin = lines + settings.kin
        try save(settings, in: work)
        return true
    }

    private static func save(_ settings: FindingSettings, in work: UnitOfWork) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let weights = String(decoding: try encoder.encode(settings.weights), as: UTF8.self)
        try work.tx(
            """
            insert into finding_setting (centre_id, version, synonyms, kin, weights, maps, account_id, created_at)
            select \(work.centre.id), coalesce(max(version), 0) + 1, \(settings.synonyms), \(settings.kin.joined(separator: "\n")), \(weights),
                \(settings.maps.joined(separator: " ")), \(work.actor.account), \(work.now)
            from finding_setting where centre_id = \(work.centre.id)
            """)
        try Audit.record("finding.changed", on: "centre", work.centre.id.number, in: work)
    }
}

extension ChangeFinding.Part {
    fileprivate func isSame(_ a: FindingSettings, _ b: FindingSettings) -> Bool {
        var both = b
        take(from: a, into: &both)
        return both == b
    }

    fileprivate func take(from other: FindingSettings, into settings: inout FindingSettings) {
        switch self {
        case .synonyms: settings.synonyms = other.synonyms
        case .kin: settings.kin = other.kin
        case .weights: settings.weights = other.weights
        case .map: settings.maps = other.maps
        }
    }
}
