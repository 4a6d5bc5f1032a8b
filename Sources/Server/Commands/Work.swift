import ArgumentParser
import SQL
import ServiceLifecycle
import UnixSignals

/// `schakel work`: the background work alone, beside `schakel serve --no-work`.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do the background work: mail, schedule.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        ignoreOddSignals()
        let installation = try await shared.open()
        try await installation.ready()
        let finder = try await installation.finder()
        installation.readDictionaries(for: finder)
        let group = ServiceGroup(
            configuration: .init(
                services: ([installation.worker(finder), installation.schedule(finder)] as [any Service])
                    .map(NamedService.init), gracefulShutdownSignals: [.sigterm, .sigint], logger: installation.logger))
        try await group.run()
        await installation.database.close()
    }
}
