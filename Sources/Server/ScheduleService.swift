import Jobs
import Logging
import ServiceLifecycle
import Time

/// Looks once a minute what the schedule owes, and does it.
struct ScheduleService: Service {
    let schedule: Schedule
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
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
