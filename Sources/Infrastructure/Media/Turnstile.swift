/// Lets so many in at a time; the others wait in the order in which they came.
package actor Turnstile {
    private var free: Int
    private var line: [CheckedContinuation<Void, Never>] = []

    package init(places: Int) { free = places }

    package func pass<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { line.append($0) } }
        defer { if line.isEmpty { free += 1 } else { line.removeFirst().resume() } }
        return try await body()
    }
}
