import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// What suits twenty made-up people, against judgements made before the score existed (Tests/Support/Relevance).
@Suite struct SuggestionTests {
    private struct Persona: Decodable {
        struct Answers: Decodable {
            let age: Int?
            let postcode: String?
            let distance_km: Int?
            let interests: [String]
            let activities: [String]
            let excluded_interests: [String]
            let dayparts: [String]
            let engagements: [String]
            let supports: [String]
            let language_level: String?
            let from_home: Bool?
        }

        struct Reasons: Decodable, Equatable {
            let fits: [String]
            let unknown: [String]
            let differs: [String]
        }

        let name: String
        let profile: Answers
        let grades: [String: Int]
        let never: [String]
        let reasons: [String: Reasons]
    }

    /// Lower than this is worse than it was.
    private static let least = 0.95

    @Test(arguments: TestEngine.available)
    func everybodyGetsWhatSuits(_ engine: TestEngine) async throws {
        let file = Resources.repository + "/Tests/Support/Relevance/personas.json"
        let people = try JSONDecoder().decode([Persona].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        let demo = try await JudgedDemo(engine)
        var (gains, lines): ([Double], [String]) = ([], [])
        for person in people {
            let isDutch = person.profile.postcode.map { $0 >= "7" } ?? true
            let centre = try #require(demo.centres.first { $0.country == (isDutch ? "NL" : "BE") })
            let own = Set(demo.keys[centre.id]?.values.map { $0 } ?? [])
            let suggested = demo.suggest(wishes(of: person.profile, demo, centre), in: centre)
            let order = suggested.map(\.key)
            #expect(Set(order).isDisjoint(with: person.never), "\(person.name) gets what a gate forbids")
            let ideal = person.grades.filter { own.contains($0.key) }.values.sorted(by: >)
            let gain = JudgedDemo.gain(order.map { person.grades[$0] ?? 0 }) / JudgedDemo.gain(ideal)
            gains.append(gain)
            lines.append(String(format: "%.2f  %@: %@", gain, person.name, order.prefix(6).joined(separator: " ")))
            for (key, wanted) in person.reasons where own.contains(key) {
                let found = try #require(suggested.first { $0.key == key }?.suggested, "\(person.name): \(key)")
                #expect(Set(found.reasons.fits.map(\.rawValue)) == Set(wanted.fits), "\(person.name): \(key)")
                // Nobody was asked for days when these were judged, so they are open for all.
                #expect(found.reasons.unknown.contains(.day))
                #expect(
                    Set(found.reasons.unknown.map(\.rawValue)).subtracting(["day"]) == Set(wanted.unknown),
                    "\(person.name): \(key)")
                #expect(Set(found.reasons.differs.map(\.rawValue)) == Set(wanted.differs), "\(person.name): \(key)")
            }
        }
        let mean = gains.reduce(0, +) / Double(gains.count)
        print(String(format: "NDCG@10 over %ld people: %.3f", gains.count, mean))
        if ProcessInfo.processInfo.environment["SCHAKEL_TEST_RELEVANCE"] != nil {
            print(lines.sorted().joined(separator: "\n"))
        }
        #expect(mean >= Self.least, "\(lines.sorted().joined(separator: "\n"))")
    }

    private func wishes(of answers: Persona.Answers, _ demo: JudgedDemo, _ centre: Centre) -> Wishes {
        var wishes = Wishes()
        wishes.interests = answers.interests
        wishes.activities = answers.activities
        wishes.excludedInterests = answers.excluded_interests
        wishes.dayparts = answers.dayparts
        wishes.engagements = answers.engagements
        wishes.supports = answers.supports
        wishes.languageLevel = answers.language_level ?? ""
        wishes.place = answers.postcode.flatMap {
            demo.places.find($0, country: centre.country, near: centre.municipalities)
        }
        wishes.kilometres = answers.distance_km
        wishes.home = answers.from_home == true ? .also : nil
        wishes.age = answers.age
        return wishes
    }
}
