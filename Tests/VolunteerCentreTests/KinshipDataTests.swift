import Foundation
import GivenCentre
import TestSupport
import Testing
import VolunteerCentre

/// The table of what people type and may mean (`Resources/Data/kinship.txt`).
@Suite struct KinshipDataTests {
    private static let lines = Result {
        try String(contentsOfFile: Resources.folder + "/Data/kinship.txt", encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
    }

    @Test func everyLineLeadsSomewhere() throws {
        let taxonomy = try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv")
        var known: Set<String> = []
        for list in Taxonomy.List.allCases {
            for entry in taxonomy.entries(list) { known.insert("\(list.rawValue)/\(entry.slug)") }
        }
        var (words, used) = ([String: [String]](), Set<String>())
        for line in try Self.lines.get() {
            let sides = line.split(separator: " -> ", maxSplits: 1)
            try #require(sides.count == 2, "\(line)")
            for tag in sides[1].split(separator: " + ")[0].split(separator: " ") {
                let pieces = tag.split(separator: ":")
                #expect(known.contains(String(pieces[0])), "\(line): \(tag)")
                if pieces.count > 1 { #expect((0.1...1).contains(Double(pieces[1]) ?? 0), "\(line): \(tag)") }
                used.insert(String(pieces[0]))
            }
            for word in sides[0].split(separator: ", ") {
                let parts = word.split(separator: ":", maxSplits: 1)
                let language = parts.count == 2 ? String(parts[0]) : "nl"
                #expect(["nl", "en", "de", "fr"].contains(language), "\(line)")
                words[language, default: []].append(String(word))
            }
        }
        // Every interest, activity, target and support is meant by something.
        let lists: [Taxonomy.List] = [.interest, .activity, .target, .support]
        for list in lists {
            for entry in taxonomy.entries(list) {
                #expect(used.contains("\(list.rawValue)/\(entry.slug)"), "\(entry.slug)")
            }
        }
        for (language, least) in [("nl", 1500), ("en", 350), ("de", 250), ("fr", 250)] {
            let all = words[language] ?? []
            #expect(all.count >= least && Set(all).count == all.count, "\(language): \(all.count)")
        }
    }

    /// Words that were corrected to others, and halves that were no answer.
    @Test func wordsThatWereMisunderstood() async throws {
        let demo = try await JudgedDemo(.sqlite)
        let borne = try #require(demo.centres.first { $0.slug == "borne" })
        for word in ["bezorgen", "planten", "blinden", "kerk", "hond", "hospice"] {
            #expect(demo.find(word, in: borne).corrections.isEmpty, "\(word)")
        }
        #expect(demo.search("penningmeester", in: borne).first == "weekend-penningmeester")
        #expect(!demo.search("katten asiel", in: borne).prefix(2).contains { $0.hasPrefix("kattenstaart") })
        #expect(demo.find("wandlen", in: borne).corrections.first?.meant == "wandelen")
    }
}
