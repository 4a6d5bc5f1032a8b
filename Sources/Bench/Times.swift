import Foundation

/// How long each of many runs took, in milliseconds.
struct Times {
    private var all: [Double] = []

    mutating func measure<T>(_ work: () throws -> T) rethrows -> T {
        let begin = ContinuousClock.now
        defer { all.append((ContinuousClock.now - begin) / .milliseconds(1)) }
        return try work()
    }

    mutating func measure<T>(_ work: () async throws -> T) async rethrows -> T {
        let begin = ContinuousClock.now
        defer { all.append((ContinuousClock.now - begin) / .milliseconds(1)) }
        return try await work()
    }

    var mean: Double { all.reduce(0, +) / Double(all.count) }

    /// What so many of a hundred runs stayed below; 50 is the median.
    func percentile(_ part: Int) -> Double { all.sorted()[all.count * part / 100] }
}

func report(_ what: String, _ times: Times, _ beside: String) {
    row(
        what, String(format: "%.4f ms", times.mean),
        String(format: "p50 %.4f, p99 %.4f; %@", times.percentile(50), times.percentile(99), beside))
}
