package import SQL
import Synchronization
package import Time
package import VolunteerCentre

/// The centres of this installation by host name, read again every two seconds at most: every request needs one.
package final class CentreDirectory: Sendable {
    private struct Known {
        var centres: [Centre] = []
        var readAt: Instant?
    }

    private static let freshFor = Span.seconds(2)
    private let known = Mutex(Known())
    private let database: any Database
    private let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        self.database = database
        self.now = now
    }

    /// The centre that a host name belongs to; the first centre for hosts nobody claims. Nil while there is none at all.
    package func centre(host: String?) async throws -> Centre? {
        let centres = try await all()
        // An installation of one centre answers to every name.
        guard centres.contains(where: { $0.host != nil }) else { return centres.first }
        let name = host.map { $0.lowercased() } ?? ""
        // `borne.example.` is the same name, said to be complete.
        var bare = name.split(separator: ":").first.map(String.init) ?? name
        if bare.hasSuffix(".") { bare.removeLast() }
        return centres.first {
            $0.host == name || $0.host == bare || $0.host?.split(separator: ":").first.map(String.init) == bare
        }
            ?? centres.first
    }

    /// Somebody changed one: she sees it on the next page, others within two seconds.
    package func forget() { known.withLock { $0.readAt = nil } }

    package func all() async throws -> [Centre] {
        let now = now()
        let cached = known.withLock { known -> [Centre]? in
            guard let readAt = known.readAt, readAt.adding(Self.freshFor) > now, !known.centres.isEmpty else {
                return nil
            }
            return known.centres
        }
        if let cached { return cached }
        let before = known.withLock { $0.centres }
        do {
            let centres = try await database.read { tx in try CentreQueries.all(tx) }
            known.withLock { $0 = Known(centres: centres, readAt: now) }
            return centres
        } catch SQLError.unavailable where !before.isEmpty {
            // Whose page says that the database is away is known all the same.
            return before
        } catch SQLError.busy where !before.isEmpty {
            return before
        }
    }
}
