import Foundation
import GivenCentre
import TestSupport
import Testing
import VolunteerCentre

/// *Wat past bij jou?* as a mediator: who answers at most four questions sees what a person at the desk would name first.
/// `personas.json` was made before the ranking existed, `personas-strangers.json` by two readers who knew neither ranking nor questions.
@Suite struct QuestionnaireTests {
    private struct Persona: Decodable {
        struct Answers: Decodable {
            let age: Int?
            let postcode: String?
            let distance_km: Int?
            let interests: [String]
            let activities: [String]
            let excluded_interests: [String]
            let days: [String]?
            let dayparts: [String]
            let engagements: [String]
            let supports: [String]
            let language_level: String?
            let from_home: Bool?
        }

        let name: String
        let centre: String?
        let profile: Answers
        let grades: [String: Int]
        let first: String?
    }

    private static func people(_ file: String) throws -> [Persona] {
        let path = Resources.repository + "/Tests/Support/Relevance/" + file
        return try JSONDecoder().decode([Persona].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test(arguments: TestEngine.available)
    func atMostFourAnswersLeadToWhatAMediatorNames(_ engine: TestEngine) async throws {
        let demo = try await JudgedDemo(engine)
        var lines: [String] = []
        var good = 0
        let people = try Self.people("personas.json") + Self.people("personas-strangers.json")
        for person in people {
            let isDutch = person.profile.postcode.map { $0 >= "7" } ?? true
            let centre = try #require(
                demo.centres.first { $0.country == (person.centre.map { $0 == "borne" } ?? isDutch ? "NL" : "BE") })
            var (wishes, asked, counts) = (Wishes(), [WishesQuestion](), [Int]())
            // Who is young or learns Dutch says so first: the page offers it.
            var next: WishesQuestion? =
                person.profile.age ?? 99 < 18 || person.profile.language_level != "goed" ? .needs : nil
            while true {
                let fitting = demo.fitting(wishes, asked: Set(asked), in: centre)
                counts.append(fitting.count)
                guard let question = next ?? fitting.next else { break }
                next = nil
                asked.append(question)
                answer(question, person.profile, &wishes, demo, centre)
            }
            #expect(asked.count <= 4 && !asked.isEmpty)
            let three = demo.suggest(wishes, in: centre).prefix(3).map(\.key)
            let own = Set(demo.keys[centre.id]?.values.map { $0 } ?? [])
            let wanted = person.first.map { [$0] } ?? Self.best(person.grades.filter { own.contains($0.key) })
            let isGood = three.contains { wanted.contains($0) }
            good += isGood ? 1 : 0
            lines.append(
                "\(isGood ? "yes" : "NO ") \(person.name): \(asked) \(counts) → \(three.joined(separator: ", ")); wanted \(wanted.sorted())"
            )
        }
        print("\(good) of \(people.count) personas")
        #expect(good >= people.count * 9 / 10, "\(lines.joined(separator: "\n"))")
    }

    private static func best(_ grades: [String: Int]) -> [String] {
        let most = grades.values.max() ?? 0
        return grades.filter { $0.value == most }.map(\.key)
    }

    private func answer(
        _ question: WishesQuestion, _ profile: Persona.Answers, _ wishes: inout Wishes, _ demo: JudgedDemo,
        _ centre: Centre
    ) {
        switch question {
        case .interests: wishes.interests = profile.interests
        case .activities: wishes.activities = profile.activities
        case .week:
            (wishes.days, wishes.dayparts, wishes.engagements) = (
                profile.days ?? [], profile.dayparts, profile.engagements
            )
        case .place:
            wishes.place = profile.postcode.flatMap {
                demo.places.find($0, country: centre.country, near: centre.municipalities)
            }
            wishes.kilometres = profile.distance_km
            wishes.home = profile.from_home == true ? .also : nil
        case .needs:
            wishes.age = profile.age
            wishes.languageLevel = profile.language_level ?? ""
            wishes.supports = profile.supports
        }
    }
}
