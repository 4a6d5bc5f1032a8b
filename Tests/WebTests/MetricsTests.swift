import Testing
import Web

@Suite struct MetricsTests {
    @Test func histogramOfRequests() {
        let metrics = Metrics()
        metrics.request(route: "/vacatures", status: 200, seconds: 0.004)
        metrics.request(route: "/vacatures", status: 200, seconds: 0.5)
        metrics.request(route: "/vacatures", status: 404, seconds: 9)
        metrics.gauge("schakel_jobs_waiting", 3)
        metrics.gauge("schakel_jobs_waiting", 2)
        let lines = metrics.text().split(separator: "\n")
        for line in [
            #"schakel_request_seconds_bucket{route="/vacatures",status="200",le="0.0025"} 0"#,
            #"schakel_request_seconds_bucket{route="/vacatures",status="200",le="0.005"} 1"#,
            #"schakel_request_seconds_bucket{route="/vacatures",status="200",le="0.5"} 2"#,
            #"schakel_request_seconds_bucket{route="/vacatures",status="200",le="+Inf"} 2"#,
            #"schakel_request_seconds_sum{route="/vacatures",status="200"} 0.504"#,
            #"schakel_request_seconds_count{route="/vacatures",status="200"} 2"#,
            #"schakel_request_seconds_bucket{route="/vacatures",status="404",le="2.5"} 0"#,
            #"schakel_request_seconds_bucket{route="/vacatures",status="404",le="+Inf"} 1"#,
            "schakel_jobs_waiting 2.0", "# TYPE schakel_jobs_waiting gauge",
        ] {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
        // One value per series, and every line is a comment or a name and a number.
        let names = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
        #expect(names.allSatisfy { $0.count == 2 && Double($0[1]) != nil })
        #expect(Set(names.map { $0[0] }).count == names.count)
    }

    @Test func memoryIsRead() { #expect(Metrics.residentBytes() > 1_000_000) }
}
