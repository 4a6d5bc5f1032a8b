import Foundation
import Search

/// Made-up vacancies and searches in tab-separated files, the same for every engine they were measured with.
struct KitData {
    struct Query {
        let text: String
        let category: Int
        let engagement: Int
        let spot: Spot
        let kilometres: Double
    }

    /// One line; a field that is no number is an error of the file.
    private struct Line {
        let fields: [Substring]

        func text(_ place: Int) throws -> String {
            guard fields.indices.contains(place) else { throw BenchError("a line has too few fields") }
            return String(fields[place])
        }

        func number<N: LosslessStringConvertible>(_ place: Int) throws -> N {
            let text = try text(place)
            guard let number = N(text) else { throw BenchError("\(text) is no number") }
            return number
        }
    }

    /// After this moment a vacancy of the set has expired (seconds since 1970).
    private static let now = 1_790_000_000
    static let categories = 0..<15
    static let engagements = 16..<20

    let folder: String

    func queries() throws -> [Query] {
        try lines("queries.tsv").map { line in
            Query(
                text: try line.text(0), category: try line.number(1), engagement: try line.number(2),
                spot: Spot(latitude: try line.number(3), longitude: try line.number(4)), kilometres: try line.number(5))
        }
    }

    func documents(_ count: Int) throws -> [SearchDocument] {
        try lines("vacancies-\(count).tsv").map { line in
            var document = SearchDocument(key: try line.number(0))
            document.title = try line.text(1)
            document.text = try line.text(2)
            document.area = try line.number(6)
            document.spot = Spot(latitude: try line.number(7), longitude: try line.number(8))
            let categories: Int = try line.number(9)
            for bit in Self.categories where categories >> bit & 1 == 1 { document.facets.insert(bit) }
            document.facets.insert(Self.engagements.lowerBound + (try line.number(12) as Int))
            document.published = try line.number(13)
            document.until = try line.number(14) as Int > Self.now ? 1 : 0
            document.payload = Array(document.title.utf8)
            return document
        }
    }

    private func lines(_ file: String) throws -> [Line] {
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            Line(fields: $0.split(separator: "\t", omittingEmptySubsequences: false))
        }
    }
}
