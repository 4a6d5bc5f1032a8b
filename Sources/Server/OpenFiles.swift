import Foundation

/// How many files this process may have open; each visitor takes one.
enum OpenFiles {
    static var limit: Int {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return limit.rlim_cur > 1_000_000 ? 1_000_000 : Int(limit.rlim_cur)
    }

    /// For the database, pictures, the log and the programs that we run.
    private static let ours = 200

    /// Where none is left to accept with, a server of this kind tries again without a pause; so the last ones are never used, and who comes
    /// then waits in line.
    static var mostVisitors: Int { max(32, min(4000, limit - ours)) }

    /// From so many on, each that comes closes one that waits.
    static var manyVisitors: Int { mostVisitors - mostVisitors / 8 }
}
