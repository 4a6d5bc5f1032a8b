/// An answer within some time, whatever becomes of the question.
package enum Patience {
    package struct Ended: Error {}

    /// What waits for a machine that is frozen does not end when it is asked to: it is left behind, and its answer goes nowhere.
    /// - Throws: `Ended` after `limit`; what `body` throws before.
    package static func answer<Answer: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let (answers, sender) = AsyncThrowingStream<Answer, any Error>.makeStream()
        let asking = Task {
            do {
                sender.yield(try await body())
                sender.finish()
            } catch { sender.finish(throwing: error) }
        }
        let clock = Task {
            try await Task.sleep(for: limit)
            sender.finish(throwing: Ended())
        }
        defer {
            asking.cancel()
            clock.cancel()
        }
        for try await answer in answers { return answer }
        throw Ended()
    }
}
