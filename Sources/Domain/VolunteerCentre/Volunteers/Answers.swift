package import SQL

/// What somebody answered in *Wat past bij jou?*, as it is kept with her profile. She may leave everything open.
package struct Answers: Sendable, Equatable, Codable {
    package enum Question: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable, SQLValue {
        case interest, activity, excluded, day, daypart, engagement, support, language, place, distance, home
        /// An age grows old; the year stays right.
        case birthYear = "birth_year"

        /// Where its answers come from, when they are chosen.
        package var list: Taxonomy.List? {
            switch self {
            case .interest, .excluded: .interest
            case .activity: .activity
            case .day: .day
            case .daypart: .daypart
            case .engagement: .engagement
            case .support: .support
            case .language: .languageLevel
            case .place, .distance, .home, .birthYear: nil
            }
        }
    }

    private var given: [Question: [String]] = [:]

    package init() {}

    package subscript(_ question: Question) -> [String] {
        get { given[question] ?? [] }
        set { given[question] = newValue.isEmpty ? nil : newValue }
    }

    package var isEmpty: Bool { given.isEmpty }

    /// In the order of the questions.
    package var pairs: [(question: Question, answer: String)] {
        Question.allCases.flatMap { question in self[question].map { (question, $0) } }
    }

    package static func of(_ volunteer: ID<Volunteer>, in centre: ID<Centre>, _ tx: Transaction) throws -> Answers {
        var answers = Answers()
        for row in try tx(
            """
            select question, answer from volunteer_answer where centre_id = \(centre) and volunteer_id = \(volunteer)
            order by question, answer limit 200
            """)
        { answers[try row["question"]].append(try row["answer"]) }
        return answers
    }
}
