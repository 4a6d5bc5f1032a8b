import Foundation
import Synchronization

/// Counters of this process in the text format that Prometheus reads. No names or addresses of people are ever labels.
package final class Metrics: Sendable {
    private struct Series {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    }

    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
    private let requests = Mutex<[Key: Series]>([:])
    private let gauges = Mutex<[String: Double]>([:])

    package init() {}

    package func request(route: String, status: Int, seconds: Double) {
        requests.withLock { all in
            var series = all[Key(route: route, status: status)] ?? Series()
            series.count += 1
            series.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { series.buckets[index] += 1 }
            all[Key(route: route, status: status)] = series
        }
    }

    /// Sets a figure that goes up and down, e.g. `schakel_jobs_waiting`.
    package func gauge(_ name: String, _ value: Double) { gauges.withLock { $0[name] = value } }

    package func text() -> String {
        var out = "# TYPE schakel_request_seconds histogram\n"
        let rows = requests.withLock { $0 }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        for (key, series) in rows {
            let labels = "route=\"\(key.route)\",status=\"\(key.status)\""
            for (index, bound) in Self.bounds.enumerated() {
                out += "schakel_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(series.buckets[index])\n"
            }
            out += "schakel_request_seconds_bucket{\(labels),le=\"+Inf\"} \(series.count)\n"
            out += "schakel_request_seconds_sum{\(labels)} \(series.seconds)\n"
            out += "schakel_request_seconds_count{\(labels)} \(series.count)\n"
        }
        for (name, value) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            out += "# TYPE \(name) gauge\n\(name) \(value)\n"
        }
        out += "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \(Self.residentBytes())\n"
        return out
    }

    /// Resident memory of this process in bytes, 0 where the system does not tell.
    package static func residentBytes() -> Int {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = statm.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
