/// How long each of many runs took, in milliseconds.
struct Times {
    private var all: [Double] = []

    mutating func measure<T>(_ work: () throws -> T) rethrows -> T {
        let begin = ContinuousClock.now
        defer { all.append((ContinuousClock.now - begin) / .milliseconds(1)) }
        return try work()
    }

    var mean: Double { all.reduce(0, +) / Double(all.count) }

    /// What so many of a hundred runs stayed below; 50 is the median.
    func percentile(_ part: Int) -> Double { all.sorted()[all.count * part / 100] }
}
