import NIOCore
import NIOHTTPTypes
import Synchronization

/// The connections that wait for a request, or for the rest of one. When nearly as many are open as may be, the one that waited longest is closed for each that
/// comes: who holds connections open and asks nothing keeps nobody out.
final class IdleConnections: Sendable {
    private struct State {
        var open = 0
        /// Since when each waits, as the number of its waiting.
        var waiting: [ObjectIdentifier: (number: Int, channel: any Channel)] = [:]
        var number = 0
    }

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: with so many open, one that waits has to go. Fewer than the server accepts, or no new one would be noticed.
    init(most: Int) { self.most = most }

    fileprivate func opened(_ channel: any Channel) {
        let longest: (any Channel)? = state.withLock { state in
            state.open += 1
            // Not the newcomer, which has waited for nothing yet.
            let longest =
                state.open > most ? state.waiting.min(by: { $0.value.number < $1.value.number }) : nil
            if let longest { state.waiting[longest.key] = nil }
            Self.wait(channel, &state)
            return longest?.value.channel
        }
        longest?.close(promise: nil)
    }

    fileprivate func works(_ channel: any Channel) {
        state.withLock { $0.waiting[ObjectIdentifier(channel)] = nil }
    }

    fileprivate func waits(_ channel: any Channel) { state.withLock { Self.wait(channel, &$0) } }

    fileprivate func closed(_ channel: any Channel) {
        state.withLock { state in
            state.open -= 1
            state.waiting[ObjectIdentifier(channel)] = nil
        }
    }

    private static func wait(_ channel: any Channel, _ state: inout State) {
        state.number += 1
        state.waiting[ObjectIdentifier(channel)] = (state.number, channel)
    }
}

/// Tells `IdleConnections` what one connection does.
final class IdleWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let connections: IdleConnections
    private var isOpen = false
    private var unanswered = 0

    init(_ connections: IdleConnections) { self.connections = connections }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { open(context) } }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard !isOpen else { return }
        isOpen = true
        connections.opened(context.channel)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isOpen { connections.closed(context.channel) }
        isOpen = false
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // Half a form is no work yet: whoever sends one signs for nothing, and thousands would shut the site.
        if case .end = unwrapInboundIn(data) {
            unanswered += 1
            connections.works(context.channel)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        // Not before the last of it is on its way: what a slow visitor still reads is no waiting.
        let sent = promise ?? context.eventLoop.makePromise()
        let channel = context.channel
        sent.futureResult.assumeIsolated().whenSuccess { [self] in
            unanswered -= 1
            if unanswered == 0, isOpen { connections.waits(channel) }
        }
        context.write(data, promise: sent)
    }
}
