import Foundation
import GivenCentre
import Testing
import VolunteerCentre

/// The coach against 78 vacancies, written and judged by editors who had not read its rules. Its words were chosen by them
/// afterwards: what it did before it had seen them stands in decision 27.
@Suite struct CoachJudgedTests {
    private struct Judged: Decodable {
        let title: String, description: String, offer: String, hours: String, place: String, postcode: String
        let fromHome: Bool
        let dayparts: [String], supports: [String]
        let engagement: String
        let expect: [String: Bool]

        var content: Vacancy.Content {
            var content = Vacancy.Content()
            (content.title, content.description, content.offer) = (title, description, offer)
            (content.hours, content.place, content.postcode) = (hours, place, postcode)
            (content.fromHome, content.dayparts, content.supports) = (fromHome, dayparts, supports)
            content.engagement = engagement
            return content
        }
    }

    private struct Counted: Decodable {
        let text: String
        let sentences: Int
    }

    private static func read<T: Decodable>(_ name: String) throws -> [T] {
        let file = URL(fileURLWithPath: Resources.repository + "/Tests/Support/" + name)
        return try JSONDecoder().decode([T].self, from: Data(contentsOf: file))
    }

    @Test(arguments: ["coach-judged.json", "coach-holdout.json"])
    func hintsAreWhatAnEditorWouldSay(_ set: String) throws {
        let (coach, all): (VacancyCoach, [Judged]) = (try Resources.coach(), try Self.read(set))
        var (right, wrong, missed) = (0, 0, 0)
        for judged in all {
            let hints = Set(coach.advice(about: judged.content).hints.map(\.rule))
            let expected = Set(CoachRule.allCases.filter { judged.expect[$0.rawValue] ?? false })
            right += hints.intersection(expected).count
            wrong += hints.subtracting(expected).count
            missed += expected.subtracting(hints).count
        }
        let (precision, recall) = (Double(right) / Double(right + wrong), Double(right) / Double(right + missed))
        #expect(precision >= 0.9 && recall >= 0.9, "\(set): \(precision) \(recall)")
    }

    @Test func sentencesAreCountedAsAnEditorDoes() throws {
        for one: Counted in try Self.read("coach-sentences.json") {
            #expect(
                VacancyCoach.sentences(of: one.text).count == one.sentences, "\(VacancyCoach.sentences(of: one.text))")
        }
    }
}
