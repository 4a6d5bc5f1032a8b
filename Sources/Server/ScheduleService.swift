import Jobs
import Logging
import ServiceLifecycle
import Time

/// Looks once a minute what the schedule owes, and does it.
struct ScheduleService: Service {
    let schedule: Schedule
    /// Throws while this program may not work on the database: a newer one has it.
    let demand: @Sendable () async throws -> Void
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await demand()
                    try await schedule.runDue(now: Instant.systemNow())
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("schedule failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}
