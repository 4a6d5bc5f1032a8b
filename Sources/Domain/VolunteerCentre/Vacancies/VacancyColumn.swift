import SQL

/// A column of a vacancy that an organisation fills in. Inserting, changing and reading go by this one list.
struct VacancyColumn: Sendable {
    let name: String
    let value: @Sendable (Vacancy.Content) -> SQL
    /// After the tags were read.
    let read: @Sendable (Row, inout Vacancy.Content) throws -> Void

    static let all: [VacancyColumn] = [
        VacancyColumn("title", \.title), VacancyColumn("description", \.description), VacancyColumn("offer", \.offer),
        VacancyColumn("hours", \.hours), VacancyColumn("engagement", \.engagement),
        VacancyColumn("postcode", \.postcode),
        VacancyColumn("place", \.place), VacancyColumn("municipality", \.municipality),
        VacancyColumn("neighbourhood", \.neighbourhood), VacancyColumn("from_home", \.fromHome),
        VacancyColumn("language_level", \.languageLevel), VacancyColumn("minimum_age", \.minimumAge),
        VacancyColumn("group_size", \.groupSize), VacancyColumn("positions", \.positions),
        VacancyColumn("begins_on", \.beginsOn), VacancyColumn("publish_until", \.publishUntil),
        otherPlaces, mainInterest, picture, pictureText, department,
    ]

    init(
        _ name: String, value: @escaping @Sendable (Vacancy.Content) -> SQL,
        read: @escaping @Sendable (Row, inout Vacancy.Content) throws -> Void
    ) {
        (self.name, self.value, self.read) = (name, value, read)
    }

    init<V: SQLValue>(_ name: String, _ field: any WritableKeyPath<Vacancy.Content, V> & Sendable) {
        self.init(name) {
            "\($0[keyPath: field])"
        } read: { row, content in
            content[keyPath: field] = try row[name]
        }
    }

    init<V: SQLValue>(_ name: String, _ field: any WritableKeyPath<Vacancy.Content, V?> & Sendable) {
        self.init(name) {
            "\($0[keyPath: field])"
        } read: { row, content in
            content[keyPath: field] = try row[name]
        }
    }

    private static let otherPlaces = VacancyColumn("other_places") {
        "\($0.otherPlaces.joined(separator: "\n"))"
    } read: { row, content in
        content.otherPlaces = (try row["other_places"] as String).split(separator: "\n").map(String.init)
    }

    /// The first of its interests: tags have no order.
    private static let mainInterest = VacancyColumn("interest") {
        "\($0.interests.first ?? "")"
    } read: { row, content in
        let main: String = try row["interest"]
        content.interests = [main].filter { !$0.isEmpty } + content.interests.filter { $0 != main }
    }

    private static let picture = VacancyColumn("picture_id") {
        "\($0.picture?.upload.id)"
    } read: { row, content in
        guard let id: ID<Upload> = try row["picture_id"], let hash: String = try row["picture_hash"] else { return }
        content.picture = .init(upload: Upload(id: id, hash: hash), alt: "")
    }

    private static let pictureText = VacancyColumn("picture_alt") {
        "\($0.picture?.alt)"
    } read: { row, content in
        content.picture?.alt = try row["picture_alt"] ?? ""
    }

    private static let department = VacancyColumn("department_id") {
        "\($0.department?.id)"
    } read: { row, content in
        guard let id: ID<Department> = try row["department_id"] else { return }
        content.department = Department(id: id, name: try row["department_name"])
    }
}

extension Vacancy.Content {
    /// Lists of slugs, each a tag: what vacancies are found by.
    static let lists: [(name: String, field: any WritableKeyPath<Vacancy.Content, [String]> & Sendable)] = [
        ("interest", \.interests), ("activity", \.activities), ("day", \.days), ("daypart", \.dayparts),
        ("language", \.languages), ("target", \.targets), ("support", \.supports),
    ]

    package var tags: [(list: String, slug: String)] {
        Self.lists.flatMap { list in self[keyPath: list.field].map { (list.name, $0) } }
    }

    /// - Parameter row: of a vacancy with `picture_hash` and `department_name`.
    init(_ row: Row, tags: [Row]) throws {
        let pairs: [(list: String, slug: String)] = try tags.map { (try $0["list"], try $0["slug"]) }
        for list in Self.lists { self[keyPath: list.field] = pairs.filter { $0.list == list.name }.map(\.slug) }
        for column in VacancyColumn.all { try column.read(row, &self) }
    }
}
