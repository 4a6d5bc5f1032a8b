/// How often and how fast work is tried again: after a conflict between transactions, or to connect again.
package struct Retries: Sendable {
    /// Attempts in all for one transaction.
    let attempts: Int
    /// The pause after the given failed attempt (1, 2, …).
    let pause: @Sendable (Int) -> Duration

    /// Random pauses that grow from at most 4 to at most 128 ms: without chance, those who collided would collide
    /// again. Three attempts still failed 28 to 57 of 200 concurrent increments, twelve none; of thirty who write to one
    /// record one gets on in each round, so there are more rounds than that.
    package static let standard = Retries(attempts: 40) { attempt in
        .microseconds(Int.random(in: 0...(2_000 << min(attempt, 6))))
    }
}
