import ServiceLifecycle
import SiteKit

/// The first to hear that the program ends: says so to who asks whether it is ready, and lets the website serve on until proxies
/// have seen it.
struct LeavingService: Service {
    let services: Services
    let patience: Duration

    func run() async {
        try? await gracefulShutdown()
        guard patience > .zero else { return }
        services.departure.announce()
        try? await Task.sleep(for: patience)
    }
}
