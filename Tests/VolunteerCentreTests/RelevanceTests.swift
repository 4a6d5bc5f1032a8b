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
        var kind: String?
        let grades: [String: Int]
    }

    private struct Figures {
        var gains: [String: [Double]] = [:]
        var lines: [String] = []
        /// The first hit is worth nothing; nothing was found and there is something.
        var (badFirst, zero) = (0, 0)

        var all: [Double] { gains.values.flatMap { $0 } }
        var mean: Double { Self.mean(all) }

        static func mean(_ gains: [Double]) -> Double { gains.reduce(0, +) / Double(max(1, gains.count)) }
    }

    /// - Parameter file: made by whom, seen by whom: `Tests/Support/Relevance/README.md`.
    private func measure(_ file: String, from least: Int, on engine: TestEngine) async throws -> Figures {
        let path = Resources.repository + "/Tests/Support/Relevance/" + file
        let judged = try JSONDecoder().decode([Judged].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let demo = try await JudgedDemo(engine)
        var figures = Figures()
        for row in judged {
            for centre in demo.centres {
                let known = Set(demo.keys[centre.id]?.values.map { $0 } ?? [])
                let ideal = row.grades.filter { known.contains($0.key) }.values.sorted(by: >)
                guard ideal.first ?? 0 >= least else { continue }
                let found = demo.search(row.query, in: centre)
                let grades = found.map { row.grades[$0] ?? 0 }
                let gain = JudgedDemo.gain(grades) / JudgedDemo.gain(ideal)
                figures.gains[row.kind ?? "all", default: []].append(gain)
                if found.isEmpty { figures.zero += 1 } else if grades[0] == 0 { figures.badFirst += 1 }
                let shown = found.prefix(6).map { "\($0):\(row.grades[$0] ?? 0)" }.joined(separator: " ")
                figures.lines.append(String(format: "%.2f  %@ (%@): %@", gain, row.query, centre.slug, shown))
            }
        }
        print(
            String(
                format: "NDCG@10 of %@: %.3f over %ld pairs; first hit worth nothing %ld, nothing found %ld", file,
                figures.mean, figures.all.count, figures.badFirst, figures.zero))
        for (kind, gains) in figures.gains.sorted(by: { $0.key < $1.key }) where figures.gains.count > 1 {
            print(String(format: "    %@: %.3f of %ld", kind, Figures.mean(gains), gains.count))
        }
        if ProcessInfo.processInfo.environment["SCHAKEL_TEST_RELEVANCE"] == file {
            print(figures.lines.sorted().joined(separator: "\n"))
        }
        return figures
    }

    /// Lower than this is worse than it was; raise it when the ranking gets better.
    @Test(arguments: TestEngine.available)
    func peopleFindWhatTheyMean(_ engine: TestEngine) async throws {
        let figures = try await measure("queries.json", from: 2, on: engine)
        #expect(figures.all.count >= 130)
        #expect(figures.mean >= 0.92, "\(figures.lines.sorted().prefix(20).joined(separator: "\n"))")
    }

    /// Made and graded by a reader who had seen no word of our tables; looked at to make the ranking better.
    @Test func strangersFindWhatTheyMean() async throws {
        let figures = try await measure("strangers-tuned.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 140)
        #expect(figures.mean >= 0.82)
    }

    /// Whole sentences only, by a third reader; looked at too.
    @Test func strangersWhoWriteSentencesFindWhatTheyMean() async throws {
        let figures = try await measure("strangers-sentences.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 90)
        #expect(figures.mean >= 0.755)
    }

    /// The same by another reader; nobody who works on the ranking reads it.
    @Test func strangersWhomNobodyReadFindWhatTheyMean() async throws {
        let figures = try await measure("strangers-unread.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 140)
        #expect(figures.mean >= 0.78)
    }

    /// Seventy searches by a fifth reader, half of them sentences that name several wishes; looked at.
    @Test func laterStrangersFindWhatTheyMean() async throws {
        let figures = try await measure("later-tuned.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 90)
        #expect(figures.mean >= 0.75)
    }

    /// And seventy by a sixth, whom nobody who works on the ranking reads.
    @Test func laterStrangersWhomNobodyReadFindWhatTheyMean() async throws {
        let figures = try await measure("later-unread.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 90)
        #expect(figures.mean >= 0.715)
    }

    /// Seventy by a seventh reader, made and graded after everything else; nobody who works on the ranking reads it.
    @Test func newestStrangersWhomNobodyReadFindWhatTheyMean() async throws {
        let figures = try await measure("newest-unread.json", from: 1, on: .sqlite)
        #expect(figures.all.count >= 90)
        #expect(figures.mean >= 0.81)
    }
}
