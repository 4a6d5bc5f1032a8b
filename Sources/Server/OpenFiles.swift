import Foundation

/// How many files this process may have open; each visitor takes one.
enum OpenFiles {
    /// The most that this process may allow itself.
    static var limit: Int { Int(min(1_000_000, limits().rlim_max)) }

    /// Shells and services begin with a low limit that each process may raise by itself, and seldom more than a thousand.
    static func raise() {
        var limits = limits()
        limits.rlim_cur = min(limits.rlim_max, 1_000_000)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
    }

    private static func limits() -> rlimit {
        var limits = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits)
        return limits
    }

    /// For the database, pictures, the log and the programs that we run.
    private static let ours = 200

    /// Where none is left to accept with, a server of this kind tries again without a pause; so the last ones are never used, and who comes
    /// then waits in line.
    static var mostVisitors: Int { max(32, min(4000, limit - ours)) }

    /// From so many on, each that comes closes one that waits.
    static var manyVisitors: Int { mostVisitors - mostVisitors / 8 }
}
