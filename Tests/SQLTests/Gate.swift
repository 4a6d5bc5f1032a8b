import Foundation
import Synchronization

/// Lets a test put the steps of two transactions in order without sleeping.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var passed: Set<String> = []
        var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
        var blocked: [String: [DispatchSemaphore]] = [:]
    }

    private let state = Mutex(State())

    /// A task that leaves nobody waiting when it fails halfway.
    func task<T: Sendable>(_ work: @Sendable @escaping () async throws -> T) -> Task<T, any Error> {
        Task {
            defer { open() }
            return try await work()
        }
    }

    func open() {
        let steps = state.withLock { state in
            state.isOpen = true
            return Array(state.waiting.keys) + Array(state.blocked.keys)
        }
        for step in steps { pass(step) }
    }

    func pass(_ step: String) {
        let (tasks, threads) = state.withLock { state in
            state.passed.insert(step)
            return (state.waiting.removeValue(forKey: step) ?? [], state.blocked.removeValue(forKey: step) ?? [])
        }
        for task in tasks { task.resume() }
        for thread in threads { thread.signal() }
    }

    /// Blocks the thread: for the closure of a transaction.
    func wait(for step: String) {
        let semaphore = DispatchSemaphore(value: 0)
        let mustWait = state.withLock { state in
            if state.isOpen || state.passed.contains(step) { return false }
            state.blocked[step, default: []].append(semaphore)
            return true
        }
        if mustWait { semaphore.wait() }
    }

    func waitAsync(for step: String) async {
        await withCheckedContinuation { continuation in
            let hasPassed = state.withLock { state in
                if state.isOpen || state.passed.contains(step) { return true }
                state.waiting[step, default: []].append(continuation)
                return false
            }
            if hasPassed { continuation.resume() }
        }
    }
}
