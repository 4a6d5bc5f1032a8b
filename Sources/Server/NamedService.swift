import ServiceLifecycle

/// A service as the lifecycle names it in the log: at *debug* it prints all that a service holds, and ours hold the secret of the
/// installation.
struct NamedService: Service, CustomStringConvertible {
    let service: any Service

    var description: String { "\(type(of: service))" }

    func run() async throws { try await service.run() }
}
