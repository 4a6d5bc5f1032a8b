package import SQL
package import Time

/// A picture in two sizes. It is a row, so every web node has it and every backup holds it.
package struct Upload: Sendable, Hashable, Codable {
    package enum Size: String, Sendable, CaseIterable { case card, page }

    package let id: ID<Upload>
    /// Of its bytes: part of its address, so that it can be kept for ever and not be guessed.
    package let hash: String

    /// The picture of an organisation, as its form names it.
    package static func find(
        _ id: ID<Upload>, of organisation: ID<Organisation>, in centre: ID<Centre>, _ tx: Transaction
    )
        throws -> Upload?
    {
        try tx.first(
            "select id, hash from upload where centre_id = \(centre) and organisation_id = \(organisation) and id = \(id)"
        ).map { Upload(id: try $0["id"], hash: try $0["hash"]) }
    }

    /// The bytes under an address. Who knows the hash was shown the picture.
    package static func bytes(_ id: ID<Upload>, hash: String, _ size: Size, in centre: ID<Centre>, _ tx: Transaction)
        throws -> [UInt8]?
    {
        let column: SQL = size == .card ? "card" : "page"
        return try tx.value(
            "select \(column) from upload where centre_id = \(centre) and id = \(id) and hash = \(hash)")
    }

    /// Pictures that no page shows any more, or that a form never came to use.
    package static func purge(before moment: Instant, _ tx: Transaction) throws {
        try tx(
            """
            delete from upload where created_at < \(moment)
                and not exists (select 1 from vacancy v where upload.id in (v.picture_id, v.pending_picture_id))
                and not exists (select 1 from organisation o where o.logo_id = upload.id)
            """)
    }
}
