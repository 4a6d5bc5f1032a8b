import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// HTTP/1 whose requests are answered on the thread that reads and writes their connection. On the shared pool of Swift each
/// request changes threads at least four times, which cost a third of all pages and most of the slowest (docs/decisions/0017).
///
/// What would hold such a thread up runs elsewhere: SQL, passwords, pictures and PDF have threads or processes of their own.
struct LoopChannel: ServerChildChannel {
    let http: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await http.handle(value: value, logger: logger)
        }
    }
}

/// Runs the steps of a task on one event loop.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
