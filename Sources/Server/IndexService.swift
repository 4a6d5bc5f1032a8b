import Logging
import ServiceLifecycle
import VolunteerCentre

/// Keeps the index in step with what other nodes and the worker commit; this node's own commits are in it already.
struct IndexService: Service {
    let finder: Finder
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                do { try await finder.catchUp() } catch {
                    logger.warning("the index is behind", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
