import Dispatch
import Foundation
import Synchronization

/// Two threads of their own for work that fills a core for long. In a queue of the system it took the threads on which everything
/// else of the program runs: on two cores two log-ins at once made the whole site wait for them.
package final class HashingThreads: Sendable {
    package static let shared = HashingThreads(2)

    private let jobs = Mutex<[@Sendable () -> Void]>([])
    private let signal = DispatchSemaphore(value: 0)

    /// They live as long as the process: a test makes its own to hold them.
    package init(_ count: Int) {
        for number in 1...count {
            let thread = Thread { [self] in
                // Pages go first: who logs in waits anyway.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
                while true {
                    signal.wait()
                    jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
                }
            }
            thread.name = "scrypt-\(number)"
            thread.start()
        }
    }

    package func run(_ job: @escaping @Sendable () -> Void) {
        jobs.withLock { $0.append(job) }
        signal.signal()
    }
}
