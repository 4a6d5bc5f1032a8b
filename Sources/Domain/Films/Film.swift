package import SQL
package import VolunteerCentre

/// A film that explains something: a file of our own with captions, or a link to a page elsewhere.
package struct Film: Sendable, Equatable {
    /// Where it is offered: beside the registration of organisations, or among the questions.
    package enum Place: String, Sendable, CaseIterable, SQLValue { case registration, questions }

    package enum Source: Sendable, Equatable {
        /// Opens in a window of its own; nothing of it is loaded before the click.
        case elsewhere(String)
        case file(hash: String, mediaType: String, size: Int)
    }

    package let id: ID<Film>
    package let place: Place
    package let title: String
    package let source: Source

    package static let most = 20
    package static let partSize = 512 * 1024

    /// All films of a centre, or those of one place, oldest first.
    package static func all(in centre: ID<Centre>, at place: Place? = nil, _ tx: Transaction) throws -> [Film] {
        let filter: SQL = place.map { "and place = \($0)" } ?? ""
        return try tx(
            """
            select id, place, title, address, hash, media_type, size from film
            where centre_id = \(centre) \(filter) order by place, id limit \(most)
            """
        ).map(Self.init)
    }

    package static func find(_ id: ID<Film>, hash: String, in centre: ID<Centre>, _ tx: Transaction) throws -> Film? {
        try tx.first(
            """
            select id, place, title, address, hash, media_type, size from film
            where centre_id = \(centre) and id = \(id) and hash = \(hash)
            """
        ).map(Self.init)
    }

    package static func captions(_ id: ID<Film>, in centre: ID<Centre>, _ tx: Transaction) throws -> String? {
        try tx.first("select captions from film where centre_id = \(centre) and id = \(id)")?["captions"]
    }

    /// The bytes of a range within the file.
    package static func bytes(_ id: ID<Film>, _ range: Range<Int>, _ tx: Transaction) throws -> [UInt8] {
        let (first, last) = (range.lowerBound / partSize, (range.upperBound - 1) / partSize)
        var bytes: [UInt8] = []
        for row in try tx(
            """
            select bytes from film_part where film_id = \(id) and number between \(first) and \(last)
            order by number limit 1000
            """)
        {
            bytes += try row["bytes"] as [UInt8]
        }
        let start = range.lowerBound - first * partSize
        return Array(bytes.dropFirst(start).prefix(range.count))
    }

    init(_ row: Row) throws {
        id = try row["id"]
        place = try row["place"]
        title = try row["title"]
        if let hash: String = try row["hash"] {
            source = .file(hash: hash, mediaType: try row["media_type"], size: try row["size"])
        } else {
            source = .elsewhere(try row["address"])
        }
    }
}
