import Foundation
import SQL
import VolunteerCentre

/// Whether what is found can be read: the texts and lists of this machine, and every vacancy that is online.
struct IndexCheck {
    let configuration: Configuration
    let database: any Database

    func run(_ findings: inout Findings) async throws {
        guard try await Installation.migrator.pending(database).isEmpty else { return }
        let installation = try await Installation(configuration, database)
        let finder = try await installation.finder()
        try await finder.catchUp()
        let index = finder.size
        findings.ok(
            String(
                format: "the index holds %ld vacancies in %.1f MiB, read in %.2f s", index.documents,
                Double(index.bytes) / 1_048_576, index.seconds))
    }
}
