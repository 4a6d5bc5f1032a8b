import SQL
import Search
import Time

/// Reads the candidate pool into documents of the index: what organisations may see, and what keeps people apart. No name,
/// no address, no need.
struct CandidateDocuments {
    private static let batch = 500

    let centre: Centre
    let lists: SearchLists
    let taxonomy: Taxonomy
    let places: Places
    let today: CalendarDate

    func each(_ tx: Transaction, _ body: (SearchDocument) -> Void) throws {
        var after: Int64? = 0
        while let last = after {
            let rows = try tx("\(columns) and c.volunteer_id > \(last) order by c.volunteer_id limit \(Self.batch)")
            for document in try documents(rows, tx) { body(document) }
            after = rows.count < Self.batch ? nil : try rows.last?["volunteer_id"]
        }
    }

    func some(_ ids: [Int64], _ tx: Transaction) throws -> [SearchDocument] {
        var found: [SearchDocument] = []
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let some = Array(ids[start..<min(start + Self.batch, ids.count)])
            let rows = try tx(
                "\(columns) and c.volunteer_id in \(list: some) order by c.volunteer_id limit \(some.count)")
            found += try documents(rows, tx)
        }
        return found
    }

    private var columns: SQL {
        """
        select c.* from candidate c join volunteer v on v.id = c.volunteer_id and v.merged_into is null
        where c.centre_id = \(centre.id) and (v.paused_until is null or v.paused_until < \(today))
        """
    }

    private func documents(_ rows: [Row], _ tx: Transaction) throws -> [SearchDocument] {
        guard !rows.isEmpty else { return [] }
        let ids: [Int64] = try rows.map { try $0["volunteer_id"] }
        var answers: [Int64: Answers] = [:]
        // Support is not asked for: what somebody needs never enters an index.
        for row in try tx(
            """
            select volunteer_id, question, answer from volunteer_answer
            where volunteer_id in \(list: ids) and question <> \(Answers.Question.support)
            order by volunteer_id, question, answer limit \(ids.count * 200)
            """)
        { answers[try row["volunteer_id"], default: Answers()][try row["question"]].append(try row["answer"]) }
        return try rows.map { row in
            let id: Int64 = try row["volunteer_id"]
            return try document(Candidate(row), answers[id] ?? Answers())
        }
    }

    private func document(_ candidate: Candidate, _ answers: Answers) -> SearchDocument {
        let place = answers[.place].first.flatMap { places.find($0, at: centre) }
        let card = CandidateCard(candidate, answers, place: place)
        var document = SearchDocument(key: candidate.volunteer.number)
        document.title = candidate.alias
        // Words find what a list shows, no more: who searches for what only her page tells would find her by it.
        document.text = card.municipality
        var labels: [String] = []
        for (_, list) in CandidateCard.shown {
            for slug in card.answers[list] ?? [] {
                if let bit = lists.bit(list, slug) { document.facets.insert(bit) }
                if list == .interest { labels.append(taxonomy.label(list, slug, centre.language)) }
            }
        }
        document.labels = labels.joined(separator: "\n")
        document.slots = lists.slots(days: card.answers[.day] ?? [], dayparts: card.answers[.daypart] ?? [])
        document.anywhere = card.gates.onlyHome
        // The middle of the town: organisations could measure her postcode by moving a vacancy about.
        let town = place.flatMap {
            places.spot(postcode: "", place: "", municipality: $0.municipality, country: centre.country)
        }
        document.spot = town
        document.published = UInt32(clamping: candidate.joinedAt.milliseconds / 1000)
        document.payload = card.payload
        return document
    }
}
