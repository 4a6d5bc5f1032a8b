import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Jobs
import Logging
import NIOCore
import SQL
import ServiceLifecycle
import Site
import SiteKit
import UnixSignals
import VolunteerCentre
import Web

/// `schakel serve`: the website, and the worker beside it unless `--no-work`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the website and do the background work.")

    @OptionGroup var shared: SharedOptions
    @Flag(name: .long, help: "Serve only; `schakel work` does the background work elsewhere.")
    var noWork = false

    func run() async throws {
        ignoreOddSignals()
        OpenFiles.raise()
        let installation = try await shared.open(makesDatabase: true)
        async let reading = installation.finder()
        let applied = try await installation.migrate()
        if !applied.isEmpty { installation.logger.notice("migrated", metadata: ["migrations": "\(applied.count)"]) }
        try await installation.ready()
        if !FileManager.default.isExecutableFile(atPath: installation.configuration.weasyPrint) {
            installation.logger.notice(
                "pages offer no PDF", metadata: ["missing": "\(installation.configuration.weasyPrint)"])
        }
        let metrics = Metrics()
        let finder = try await reading
        let worker = installation.worker(finder)
        let services = try await installation.services(finder, metrics: metrics, wakeWorker: { worker.wake() })
        var running: [any Service] = []
        if !noWork {
            running.append(worker)
            running.append(installation.schedule(finder))
        }
        if let address = installation.configuration.metricsListen {
            let server = MetricsServer.make(address, metrics: metrics, database: installation.database, finder: finder)
            running.append(ListeningService(server: server, address: address, setting: "SCHAKEL_METRICS_LISTEN"))
        }
        if let relay = installation.configuration.relay, let addresses = installation.mails.relay {
            let address = (relay.host, relay.port)
            let port = RelayPort.make(
                address, addresses, installation.workroom, logger: installation.logger, wakeWorker: { worker.wake() })
            running.append(ListeningService(server: port, address: address, setting: "SCHAKEL_RELAY_LISTEN"))
        }
        running.append(IndexService(finder: finder, logger: installation.logger))
        let listen = installation.configuration.listen
        let idle = IdleConnections(most: OpenFiles.manyVisitors)
        let website = Application(
            responder: FrontDoor(services: services),
            server: .init { responder in
                LoopChannel(
                    http: HTTP1Channel(
                        responder: responder,
                        configuration: .init(
                            additionalChannelHandlers: [IdleWatch(idle)], idleTimeout: .seconds(30),
                            httpDecoderConfiguration: .init(maxHeaderListSize: 32 * 1024))))
            },
            configuration: .init(
                address: .hostname(listen.host, port: listen.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(OpenFiles.mostVisitors)),
            onServerRunning: { channel in
                installation.readDictionaries(for: finder)
                installation.logger.notice(
                    "ready", metadata: ["address": "\(channel.localAddress?.description ?? listen.host)"])
            }, logger: installation.logger)
        running.append(ListeningService(server: website, address: listen, setting: "SCHAKEL_LISTEN"))
        running.append(LeavingService(services: services, patience: .seconds(installation.configuration.drain)))
        // Services end in reverse order: first visitors are sent elsewhere, then the website finishes its requests, then the worker
        // its jobs.
        let group = ServiceGroup(
            configuration: .init(
                services: running.map(NamedService.init), gracefulShutdownSignals: [.sigterm, .sigint],
                logger: installation.logger))
        try await group.run()
        await installation.database.close()
    }
}
