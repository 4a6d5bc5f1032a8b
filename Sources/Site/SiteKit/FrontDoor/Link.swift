package import SQL
package import VolunteerCentre

/// Addresses that carry a record's number and its name.
package enum Link {
    package static func vacancy(_ id: ID<Vacancy>, _ title: String) -> String {
        "/vacatures/" + numbered(id.number, title)
    }

    package static func vacancy(_ card: VacancyCard) -> String {
        "/vacatures/" + numbered(card.id.number, slug: card.slug)
    }

    package static func organisation(_ id: ID<Organisation>, _ name: String) -> String {
        "/organisaties/" + numbered(id.number, name)
    }

    /// The number before the first hyphen; the words after it are for people.
    package static func number(_ part: String) -> Int64? {
        part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).first.flatMap { Int64($0) }.flatMap {
            $0 > 0 ? $0 : nil
        }
    }

    private static func numbered(_ id: Int64, _ words: String) -> String {
        numbered(id, slug: Slug.make(words))
    }

    private static func numbered(_ id: Int64, slug: String) -> String {
        slug.isEmpty ? "\(id)" : "\(id)-\(slug)"
    }
}
