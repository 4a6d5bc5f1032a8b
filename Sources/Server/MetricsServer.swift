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
            let waiting = try? await database.read { tx -> Waiting in
                let row = try tx.first(
                    """
                    select (select count(*) from job where state in ('waiting', 'running')) as jobs,
                        (select count(*) from job where state = 'dead') as dead,
                        (select count(*) from mail where state = 'waiting') as mails,
                        (select count(*) from mail where state = 'waiting' and attempts > 0) as untaken
                    """)
                let now = Instant.systemNow()
                let since = try JobQueue.oldestDue(now: now, tx)
                return Waiting(
                    jobs: try row?["jobs"] ?? 0, dead: try row?["dead"] ?? 0, mails: try row?["mails"] ?? 0,
                    untaken: try row?["untaken"] ?? 0,
                    seconds: since.map { Double(now.milliseconds - $0.milliseconds) / 1000 } ?? 0)
            }
            if let waiting {
                metrics.gauge("schakel_jobs_waiting", Double(waiting.jobs))
                metrics.gauge("schakel_jobs_dead", Double(waiting.dead))
                metrics.gauge("schakel_mails_waiting", Double(waiting.mails))
                metrics.gauge("schakel_mails_not_taken", Double(waiting.untaken))
                // Grows when nobody works.
                metrics.gauge("schakel_jobs_oldest_due_seconds", waiting.seconds)
            }
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

    private struct Waiting: Sendable {
        let jobs: Int
        let dead: Int
        let mails: Int
        let untaken: Int
        let seconds: Double
    }
}
