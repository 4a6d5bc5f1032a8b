import Hummingbird
import Jobs
import SQL
import ServiceLifecycle
import SiteKit
import Time
import VolunteerCentre
import Web

/// `/metrics` on an address of its own, so that the website never shows it.
enum MetricsServer {
    static func make(
        _ address: (host: String, port: Int), metrics: Metrics, database: any Database, finder: Finder
    ) -> any Service {
        let router = Router()
        router.get("/metrics") { _, _ in
            let waiting = try? await Patience.answer(within: .seconds(8)) {
                try await database.read { tx in try figures(tx) }
            }
            for (name, value) in waiting ?? [:] { metrics.gauge(name, value) }
            metrics.gauge("schakel_database_up", waiting == nil ? 0 : 1)
            let index = finder.size
            metrics.gauge("schakel_index_documents", Double(index.documents))
            metrics.gauge("schakel_index_bytes", Double(index.bytes))
            metrics.gauge("schakel_index_load_seconds", index.seconds)
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
                body: .init(byteBuffer: .init(string: metrics.text())))
        }
        return Application(
            router: router, configuration: .init(address: .hostname(address.host, port: address.port), serverName: nil))
    }

    /// What waits and what failed, of the whole installation.
    private static func figures(_ tx: Transaction) throws -> [String: Double] {
        let now = Instant.systemNow()
        let row = try tx.first(
            """
            select (select count(*) from job where state in ('waiting', 'running')) as jobs,
                (select count(*) from job where state = 'dead') as dead,
                (select count(*) from mail where state = 'waiting') as mails,
                (select count(*) from mail where state = 'waiting' and attempts > 0) as untaken,
                (select count(*) from mail where state = 'failed' and created_at > \(now.subtracting(.days(1)))) as failed
            """)
        func count(_ column: String) throws -> Double { Double(try row?[column] as Int? ?? 0) }
        let oldest = try JobQueue.oldestDue(now: now, tx) ?? now
        return [
            "schakel_jobs_waiting": try count("jobs"), "schakel_jobs_dead": try count("dead"),
            "schakel_mails_waiting": try count("mails"), "schakel_mails_not_taken": try count("untaken"),
            "schakel_mails_refused_a_day": try count("failed"),
            // Grows when nobody works.
            "schakel_jobs_oldest_due_seconds": Double(now.milliseconds - oldest.milliseconds) / 1000,
        ]
    }
}
