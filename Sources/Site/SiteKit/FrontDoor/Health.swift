import Composition
import HTTPTypes
import Logging
import SQL
import Synchronization
import VolunteerCentre
package import Web

/// `/healthz`: the process lives. `/readyz`: the database answers and has every migration, and the index was read.
package enum Health {
    package static func answer(_ path: String, _ services: Services) async -> Reply {
        if path == "/healthz" { return text("ok\n", .ok) }
        if services.departure.isNear { return text("ending\n", .serviceUnavailable) }
        do {
            // Longer than a connection is waited for, shorter than any proxy waits.
            let pending = try await Patience.answer(within: .seconds(8)) {
                let pending = try await Migrator(services.capabilities.migrations).pending(services.database).count
                try await services.database.check()
                return pending
            }
            guard pending == 0 else { return text("migrations pending: \(pending)\n", .serviceUnavailable) }
            guard services.finder.isReady else { return text("the index is being read\n", .serviceUnavailable) }
            return text("database ok\nmigrations ok\nindex ok\n", .ok)
        } catch let error as MigrationError {
            services.logger.error("not ready", metadata: ["error": "\(error)"])
            return text("\(error)\n", .serviceUnavailable)
        } catch {
            services.logger.error("not ready", metadata: ["error": "\(error)"])
            return text("database unavailable\n", .serviceUnavailable)
        }
    }

    private static func text(_ body: String, _ status: HTTPResponse.Status) -> Reply {
        Reply(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: Array(body.utf8), shared: false)
    }
}

/// Whether this node was told to end.
package final class Departure: Sendable {
    private let flag = Atomic(false)

    package var isNear: Bool { flag.load(ordering: .relaxed) }

    package func announce() { flag.store(true, ordering: .relaxed) }
}
