package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A port that takes mail from a mail server beside it, by LMTP (RFC 2033) or SMTP (RFC 5321). It relays nothing, keeps no queue and
/// knows no TLS: the mail server in front of it does that, and tries again what is not taken now.
package struct MailPort: Service {
    /// What becomes of a mail for one address.
    package enum Taken: Sendable, Equatable {
        /// It is kept, and survives a power cut.
        case kept
        /// Nobody has this address.
        case unknown
        /// No mail that a person sent.
        case unreadable
        /// Not now; the server tries again.
        case later
    }

    /// Answers for whoever takes the mails.
    package struct Receiver: Sendable {
        package let knows: @Sendable (_ recipient: String) async throws -> Bool
        package let take: @Sendable (_ mail: [UInt8], _ sender: String, _ recipient: String) async throws -> Taken

        package init(
            knows: @escaping @Sendable (String) async throws -> Bool,
            take: @escaping @Sendable ([UInt8], String, String) async throws -> Taken
        ) {
            (self.knows, self.take) = (knows, take)
        }
    }

    let host: String
    let port: Int
    let receiver: Receiver
    let logger: Logger
    let onRunning: @Sendable (Int) -> Void

    /// Bytes of a mail: a photograph that came along is thrown away, the words before it are not.
    package static let largest = 10 * 1024 * 1024
    /// At once; who comes after them is asked to come back.
    static let connections = 40
    /// For one mail.
    static let recipients = 20
    /// Without a word from the other side.
    static let patience = TimeAmount.seconds(60)
    /// Of one connection, however often it says something.
    static let longestTalk = TimeAmount.minutes(10)

    package init(
        host: String, port: Int, receiver: Receiver, logger: Logger,
        onRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        (self.host, self.port, self.receiver, self.logger, self.onRunning) = (host, port, receiver, logger, onRunning)
    }

    package func run() async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 64).serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: Self.patience))
                    try channel.pipeline.syncOperations.addHandler(HangUp())
                    channel.eventLoop.scheduleTask(in: Self.longestTalk) { channel.close(promise: nil) }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        onRunning(server.channel.localAddress?.port ?? port)
        let open = OpenConnections(most: Self.connections)
        try await server.executeThenClose { clients in
            try await withThrowingDiscardingTaskGroup { group in
                for try await client in clients.cancelOnGracefulShutdown() {
                    group.addTask { await talk(with: client, open) }
                }
            }
        }
    }

    private func talk(with client: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ open: OpenConnections) async {
        do {
            try await client.executeThenClose { input, output in
                func say(_ line: String) async throws { try await output.write(ByteBuffer(string: line + "\r\n")) }
                guard open.enter() else { return try await say("421 4.3.2 Too many at once, try again later") }
                defer { open.leave() }
                var talk = MailTalk(receiver: receiver, lines: MailLines(input.makeAsyncIterator()))
                try await say("220 schakel")
                while let replies = try await talk.next() {
                    for reply in replies { try await say(reply) }
                    if talk.isOver { return }
                    guard let taken = try await talk.body() else { return }
                    for reply in taken { try await say(reply) }
                }
            }
        } catch {
            logger.debug("a mail connection broke off", metadata: ["error": "\(error)"])
        }
    }
}

/// Hangs up on who says nothing.
private final class HangUp: ChannelInboundHandler {
    typealias InboundIn = Any

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
