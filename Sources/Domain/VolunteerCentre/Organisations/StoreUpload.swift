import Crypto
import SQL

extension Upload {
    /// Keeps a picture for an organisation; the same picture twice is one row.
    package static func store(card: [UInt8], page: [UInt8], in work: UnitOfWork) throws -> Upload? {
        guard case .member(let organisation) = work.actor.role else { return nil }
        let hash = SHA256.hash(data: page).prefix(16).hex
        let stored: ID<Upload>? = try work.tx.value(
            """
            insert into upload (centre_id, organisation_id, hash, card, page, created_at)
            values (\(work.centre.id), \(organisation), \(hash), \(card), \(page), \(work.now))
            on conflict (centre_id, organisation_id, hash) do update set created_at = excluded.created_at returning id
            """)
        guard let id = stored else { return nil }
        try Audit.record("upload.stored", on: "upload", id.number, in: work)
        return Upload(id: id, hash: hash)
    }
}
