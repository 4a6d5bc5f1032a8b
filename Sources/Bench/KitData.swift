import Foundation
import Search

/// Made-up vacancies, searches and profiles in tab-separated files, the same for every engine they were measured with.
struct KitData {
    struct Query {
        let text: String
        let category: Int
        let engagement: Int
        let spot: Spot
        let kilometres: Double
    }

    /// After this moment a vacancy of the set has expired (seconds since 1970).
    private static let now = 1_790_000_000
    static let categories = 0..<15
    static let engagements = 16..<20

    let folder: String

    func queries() throws -> [Query] {
        try lines("queries.tsv").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return Query(
                text: String(fields[0]), category: Int(fields[1])!, engagement: Int(fields[2])!,
                spot: Spot(latitude: Double(fields[3])!, longitude: Double(fields[4])!), kilometres: Double(fields[5])!)
        }
    }

    func documents(_ count: Int) throws -> [SearchDocument] {
        try lines("vacancies-\(count).tsv").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            var document = SearchDocument(key: Int64(fields[0])!)
            document.title = String(fields[1])
            document.text = String(fields[2])
            document.area = UInt16(fields[6])!
            document.spots = [Spot(latitude: Double(fields[7])!, longitude: Double(fields[8])!)]
            let categories = Int(fields[9])!
            for bit in 0..<15 where categories >> bit & 1 == 1 { document.facets.insert(bit) }
            document.facets.insert(16 + Int(fields[12])!)
            document.published = UInt32(fields[13])!
            document.until = Int(fields[14])! > Self.now ? 1 : 0
            document.payload = Array(fields[1].utf8)
            return document
        }
    }

    private func lines(_ file: String) throws -> [Substring] {
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { $0 }
    }
}
