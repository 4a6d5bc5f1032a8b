/// What organisations see of a candidate: her alias, what she likes and when she can. Her needs, her age and how much Dutch
/// she speaks stay behind: the latter two only keep apart what cannot be.
package struct CandidateCard: Sendable, Equatable {
    package let code: String
    package let alias: String
    package let introduction: String
    /// The town, never the postcode.
    package let municipality: String
    /// Chosen slugs per list: interests, activities, parts of the day, how often.
    package let answers: [Taxonomy.List: [String]]
    /// How far she wants to go.
    package let distance: Int?
    package let fromHome: Bool
    /// From the vacancy that was asked about.
    package var kilometres: Double?

    /// What keeps a candidate and a vacancy apart; nobody is shown it.
    struct Gates: Equatable {
        var excluded: [String] = []
        var level = ""
        var birthYear: Int?
        var onlyHome = false
    }

    let gates: Gates

    static let shown: [(question: Answers.Question, list: Taxonomy.List)] = [
        (.interest, .interest), (.activity, .activity), (.day, .day), (.daypart, .daypart), (.engagement, .engagement),
    ]

    package init(_ candidate: Candidate, _ answers: Answers, place: Places.Place?) {
        code = candidate.code
        alias = candidate.alias
        introduction = candidate.introduction
        municipality = place?.municipality ?? ""
        self.answers = Dictionary(
            Self.shown.map { ($0.list, answers[$0.question]) }, uniquingKeysWith: { first, _ in first })
        distance = answers[.distance].first.flatMap { Int($0) }
        fromHome = !answers[.home].isEmpty
        gates = Gates(
            excluded: answers[.excluded], level: answers[.language].first ?? "",
            birthYear: answers[.birthYear].first.flatMap { Int($0) },
            onlyHome: answers[.home].first == Wishes.Home.only.rawValue)
    }

    var payload: [UInt8] {
        let fields =
            [code, alias, introduction, municipality]
            + Self.shown.map { (answers[$0.list] ?? []).joined(separator: ",") }
            + [
                distance.map { String($0) } ?? "", fromHome ? "1" : "", gates.excluded.joined(separator: ","),
                gates.level, gates.birthYear.map { String($0) } ?? "", gates.onlyHome ? "1" : "",
            ]
        return CardFields.write(fields)
    }

    init?(payload: ArraySlice<UInt8>, kilometres: Double?) {
        let fields = CardFields.read(payload)
        guard fields.count == 15 else { return nil }
        func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
        code = fields[0]
        (alias, introduction, municipality) = (fields[1], fields[2], fields[3])
        answers = Dictionary(
            zip(Self.shown.map(\.list), fields[4..<9].map(list)), uniquingKeysWith: { first, _ in first })
        distance = Int(fields[9])
        fromHome = !fields[10].isEmpty
        gates = Gates(
            excluded: list(fields[11]), level: fields[12], birthYear: Int(fields[13]), onlyHome: !fields[14].isEmpty)
        self.kilometres = kilometres
    }
}
