package import SQL
import Search
import Time

/// Reads what visitors may see of vacancies into documents of the index: nothing of persons, no needs, no remarks.
struct VacancyDocuments {
    private static let batch = 500
    /// What stands for how an organisation answers, of nought to five, while too little is known of that.
    private static let neutralAnswers = 3
    /// As if it were so many days older: longer than any vacancy stays online.
    private static let behind = 400

    private let centre: Centre
    private let lists: SearchLists
    private let taxonomy: Taxonomy
    private let places: Places
    private let neighbourhoods: Neighbourhoods
    private struct Tag {
        let list: Taxonomy.List
        let slug: String
        let bit: Int
        /// Its name, where people type it.
        let label: String?
    }

    /// By `list/slug`.
    private let known: [Substring: Tag]

    init(centre: Centre, lists: SearchLists, taxonomy: Taxonomy, places: Places, neighbourhoods: Neighbourhoods) {
        self.centre = centre
        self.lists = lists
        self.taxonomy = taxonomy
        self.places = places
        self.neighbourhoods = neighbourhoods
        var known: [Substring: Tag] = [:]
        for list in SearchLists.lists {
            for entry in taxonomy.entries(list) {
                guard let bit = lists.bit(list, entry.slug) else { continue }
                known["\(list.rawValue)/\(entry.slug)"] = Tag(
                    list: list, slug: entry.slug, bit: bit,
                    label: Self.telling.contains(list) ? entry.label(centre.language) : nil)
            }
        }
        self.known = known
    }

    /// All of a centre, in batches, so that memory never holds them twice. In the order of the table: in any other the
    /// database fetches each of its pages several times.
    func each(_ areas: inout Areas, _ tx: Transaction, _ body: (SearchDocument) -> Void) throws {
        var after: Int64? = 0
        while let last = after {
            let rows = try tx(
                """
                \(Self.columns) where \(VacancyQueries.visible(in: centre.id)) and v.id > \(last)
                order by v.id limit \(Self.batch)
                """)
            guard let end = try rows.last.map({ row -> Int64 in try row["id"] }) else { return }
            let tags = try tags("v.id > \(last) and v.id <= \(end)", most: Int(end - last), tx)
            for row in rows { body(try document(row, tags, &areas)) }
            after = rows.count < Self.batch ? nil : end
        }
    }

    /// What is visible of these, at most as many as were asked.
    func some(_ ids: [Int64], _ areas: inout Areas, _ tx: Transaction) throws -> [SearchDocument] {
        var found: [SearchDocument] = []
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let some = Array(ids[start..<min(start + Self.batch, ids.count)])
            let rows = try tx(
                "\(Self.columns) where \(VacancyQueries.visible(in: centre.id)) and v.id in \(list: some) order by v.id limit \(some.count)"
            )
            let tags = try tags("v.id in \(list: some)", most: some.count, tx)
            for row in rows { found.append(try document(row, tags, &areas)) }
        }
        return found
    }

    private static let columns: SQL = """
        select \(VacancyQueries.cardColumns), v.organisation_id, v.description, v.offer, v.engagement, v.postcode,
            v.municipality, v.minimum_age, v.publish_until, v.begins_on,
            v.neighbourhood, v.group_size, o.short_description, o.answer_points, v.confirmed_at, v.asked_at, v.sunk_at
        \(VacancyQueries.cardTables)
        """

    private struct Tags {
        var bits = Bits.none
        var labels: [String] = []
        var days: [String] = []
        var dayparts: [String] = []
        /// As `list/slug`.
        var names: [Substring] = []
    }

    private func tags(_ wanted: SQL, most: Int, _ tx: Transaction) throws -> [Int64: Tags] {
        var all: [Int64: Tags] = [:]
        // One row per vacancy: a row per tag would be seven times as many.
        for row in try tx(
            """
            select v.id, \(.joined)(t.list || '/' || t.slug, ' ') as tags
            from vacancy v join vacancy_tag t on t.vacancy_id = v.id
            where v.centre_id = \(centre.id) and \(wanted) group by v.id order by v.id limit \(most)
            """)
        {
            let joined: String = try row["tags"]
            var tags = Tags()
            for tag in joined.split(separator: " ") {
                guard let known = known[tag] else { continue }
                tags.bits.insert(known.bit)
                tags.names.append(tag)
                if let label = known.label { tags.labels.append(label) }
                if known.list == .day { tags.days.append(known.slug) }
                if known.list == .daypart { tags.dayparts.append(known.slug) }
            }
            all[try row["id"]] = tags
        }
        return all
    }

    /// Lists whose names people type; nobody searches for "everyone" or "guidance offered".
    private static let telling: Set<Taxonomy.List> = [.interest, .activity]

    private func document(_ row: Row, _ tags: [Int64: Tags], _ areas: inout Areas) throws -> SearchDocument {
        let id: Int64 = try row["id"]
        let tags = tags[id] ?? Tags()
        let card = try VacancyCard(row)
        let (description, offer): (String, String) = (try row["description"], try row["offer"])
        let (engagement, level): (String, String) = (try row["engagement"], try row["language_level"])
        let (municipality, postcode): (String, String) = (try row["municipality"], try row["postcode"])
        let place: String = try row["place"]
        let minimumAge: Int? = try row["minimum_age"]
        let until: CalendarDate? = try row["publish_until"]
        var document = SearchDocument(key: id)
        document.owner = try row["organisation_id"]
        document.title = card.title
        document.ownerName = card.organisation
        document.text = [description, offer, card.place, municipality].joined(separator: "\n")
        document.names = [card.place, municipality].joined(separator: "\n")
        document.labels =
            (tags.labels + [
                taxonomy.label(.engagement, engagement, centre.language), card.fromHome ? "thuis thuiswerk" : "",
            ]).joined(separator: "\n")
        document.background = try row["short_description"]
        document.language = nil
        document.tags = tags.names + ["engagement/\(engagement)", "language-level/\(level)"]
        document.facets = tags.bits
        if let bit = lists.bit(.engagement, engagement) { document.facets.insert(bit) }
        if let bit = lists.bit(.languageLevel, level) { document.facets.insert(bit) }
        document.area = areas.number(of: municipality)
        document.anywhere = card.fromHome
        document.spot = places.spot(
            postcode: postcode, place: place, municipality: municipality, country: centre.country)
        let others: String = try row["other_places"]
        document.elsewhere = places.all(others.split(separator: "\n").map(String.init), at: centre).map {
            SearchDocument.Elsewhere($0.spot, area: areas.number(of: $0.municipality))
        }
        let neighbourhood: String = try row["neighbourhood"]
        document.innerArea = areas.number(
            of: Areas.inner(
                neighbourhoods.name(
                    of: neighbourhood,
                    postcode.isEmpty
                        ? nil : places.find(postcode, country: centre.country, near: [municipality])?.spot),
                in: centre.id))
        document.minimumAge = UInt8(clamping: minimumAge ?? 0)
        let groupSize: Int? = try row["group_size"]
        document.groupSize = UInt8(clamping: groupSize ?? 0)
        document.slots = lists.slots(days: tags.days, dayparts: tags.dayparts)
        let begins: CalendarDate? = try row["begins_on"]
        document.begins = begins.map { Int32(clamping: $0.daysSince1970) } ?? .min
        document.until = until.map { Int32(clamping: $0.daysSince1970) } ?? .max
        // What nobody says is right any more stands behind all that is.
        let isSunk = try Freshness(row).isSunk
        let placed = isSunk ? card.publishedAt.subtracting(.days(Self.behind)) : card.publishedAt
        document.published = UInt32(clamping: placed.milliseconds / 1000)
        let said = [
            !card.hours.isEmpty, card.picture != nil, !postcode.isEmpty, description.count > 400, offer.count > 200,
        ]
        // Of fifteen: two for each that is said, and how its organisation answers.
        let answers: Int? = try row["answer_points"]
        document.completeness = isSunk ? 0 : UInt8(said.filter { $0 }.count * 2 + (answers ?? Self.neutralAnswers))
        document.payload = card.payload
        return document
    }
}

/// Municipalities and neighbourhoods by number, in the order in which they were met.
package struct Areas: Sendable, Equatable {
    private var numbers: [String: UInt16] = [:]

    package init() {}

    /// A name that no municipality has, nor a neighbourhood of another centre.
    package static func inner(_ neighbourhood: String, in centre: ID<Centre>) -> String {
        neighbourhood.isEmpty ? "" : "\(centre)\u{1f}\(neighbourhood)"
    }

    package func find(_ name: String) -> UInt16? { numbers[name] }

    mutating func number(of name: String) -> UInt16 {
        if let known = numbers[name] { return known }
        guard !name.isEmpty, numbers.count < SearchDocument.noArea else { return SearchDocument.noArea }
        let number = UInt16(numbers.count)
        numbers[name] = number
        return number
    }
}
