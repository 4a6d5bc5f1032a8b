import Foundation
import Synchronization

/// Where lines of the log go: standard error, written by a thread of its own. Whoever reads it may be slow or gone; the site
/// never waits for that, and never ends by it. What does not fit is dropped and counted.
final class LogSink: Sendable {
    static let standardError = LogSink(STDERR_FILENO)

    /// Lines that wait at the most, some megabytes.
    private static let most = 20_000

    private struct State {
        var lines: [String] = []
        var dropped = 0
        var isWriting = false
    }

    private let descriptor: Int32
    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        signal(SIGPIPE, SIG_IGN)
        let thread = Thread { [self] in
            while true {
                filled.wait()
                flush()
            }
        }
        thread.name = "log"
        thread.start()
        atexit { LogSink.standardError.finish() }
    }

    func add(_ line: String) {
        let wakes = state.withLock { state in
            guard state.lines.count < Self.most else {
                state.dropped += 1
                return false
            }
            state.lines.append(line)
            return state.lines.count == 1
        }
        if wakes { filled.signal() }
    }

    /// Writes what waits, until nothing does.
    private func flush() {
        while true {
            let (lines, dropped) = state.withLock { state in
                let taken = (state.lines, state.dropped)
                state = State(isWriting: !taken.0.isEmpty || taken.1 > 0)
                return taken
            }
            if lines.isEmpty, dropped == 0 { return }
            let missing = dropped == 0 ? "" : "(\(dropped) lines of the log were lost: nobody read it)\n"
            write(lines.joined() + missing)
        }
    }

    /// What was logged before the process ends is written, as far as somebody reads it within a second.
    private func finish() {
        for _ in 0..<200 where state.withLock({ !$0.lines.isEmpty || $0.isWriting }) {
            Thread.sleep(forTimeInterval: 0.005)
        }
    }

    private func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EINTR || errno == EAGAIN {
                Thread.sleep(forTimeInterval: 0.01)
            } else {
                return
            }
        }
    }
}
