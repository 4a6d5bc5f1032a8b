import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// How well people find what they mean, against judgements made before the ranking existed (Tests/Support/Relevance).
@Suite struct RelevanceTests {
    private struct Judged: Decodable {
        let query: String
        let grades: [String: Int]
    }

    /// Lower than this is worse than it was; raise it when the ranking gets better.
    private static let least = 0.88

    @Test(arguments: TestEngine.available)
    func peopleFindWhatTheyMean(_ engine: TestEngine) async throws {
        let folder = Resources.repository + "/Tests/Support/Relevance"
        let judged = try JSONDecoder().decode(
            [Judged].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/queries.json")))
        let demo = try await JudgedDemo(engine)
        var (gains, lines): ([Double], [String]) = ([], [])
        for row in judged {
            for centre in demo.centres {
                let ideal = row.grades.filter { demo.keys[centre.id]?.values.contains($0.key) ?? false }.values.sorted(
                    by: >)
                guard ideal.first ?? 0 >= 2 else { continue }
                let found = demo.search(row.query, in: centre)
                let gain = JudgedDemo.gain(found.map { row.grades[$0] ?? 0 }) / JudgedDemo.gain(ideal)
                gains.append(gain)
                lines.append(
                    String(
                        format: "%.2f  %@ (%@): %@", gain, row.query, centre.slug,
                        found.prefix(5).joined(separator: " ")))
            }
        }
        let mean = gains.reduce(0, +) / Double(gains.count)
        print(String(format: "NDCG@10 over %ld searches: %.3f", gains.count, mean))
        if ProcessInfo.processInfo.environment["SCHAKEL_TEST_RELEVANCE"] != nil {
            print(lines.sorted().joined(separator: "\n"))
        }
        #expect(gains.count >= 130)
        #expect(mean >= Self.least, "\(lines.sorted().prefix(20).joined(separator: "\n"))")
    }
}
