import Logging
import ServiceLifecycle
import VolunteerCentre

/// Gives the system back what is free, in bytes to keep; of glibc, whose Swift module does not show it.
@_silgen_name("malloc_trim") private func mallocTrim(keeping: Int) -> Int32

/// Keeps the index in step with what other nodes and the worker commit; this node's own commits are in it already.
struct IndexService: Service {
    let finder: Finder
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            // Reading the index and the dictionaries took memory that nothing needs any more: 8 MB of 82 go back to the system.
            _ = mallocTrim(keeping: 0)
            var turns = 0
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                turns += 1
                if turns == 4 { _ = mallocTrim(keeping: 0) }
                do { try await finder.catchUp() } catch {
                    logger.warning("the index is behind", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
