import Crypto
package import Jobs
import SQL
import Time

/// Pictures kept by an earlier release may say where they were taken: each is written again without.
package struct CleanUploads: Sendable {
    package static let job = "upload.clean"

    /// Enqueues the job once, when there is anything to clean.

    /// Answers the same bytes for a picture that says nothing.
    let withoutMetadata: @Sendable ([UInt8]) async throws -> [UInt8]

    package init(withoutMetadata: @escaping @Sendable ([UInt8]) async throws -> [UInt8]) {
        self.withoutMetadata = withoutMetadata
    }

    package var handler: JobHandler {
        { job in
            var last: ID<Upload> = ID(0)
            while let next = try await job.database.read({ [last] tx in
                try tx.first(
                    "select id, centre_id, card, page from upload where id > \(last) order by id limit 1"
                ).map(Kept.init)
            }) {
                last = next.id
                let (card, page) = (try await withoutMetadata(next.card), try await withoutMetadata(next.page))
                guard card != next.card || page != next.page else { continue }
                try await job.database.write { tx in try next.replace(card: card, page: page, now: job.now, tx) }
            }
        }
    }
}

private struct Kept: Sendable {
    let id: ID<Upload>
    let centre: ID<Centre>
    let card: [UInt8]
    let page: [UInt8]

    init(_ row: Row) throws {
        (id, centre) = (try row["id"], try row["centre_id"])
        (card, page) = (try row["card"], try row["page"])
    }

    /// Under another address: the old one is kept for a year by whoever saw it.
    func replace(card: [UInt8], page: [UInt8], now: Instant, _ tx: Transaction) throws {
        // The number keeps it apart from the same picture that was sent again since.
        let hash = SHA256.hash(data: page + Array("\(id)".utf8)).prefix(16).hex
        try tx("update upload set card = \(card), page = \(page), hash = \(hash) where id = \(id)")
        for row in try tx(
            "select id from vacancy where centre_id = \(centre) and picture_id = \(id) order by id limit 5000")
        {
            let vacancy: ID<Vacancy> = try row["id"]
            try ChangeFeed.append(kind: "vacancy", record: vacancy, centre: centre, now: now, tx)
        }
        try Audit.record("upload.cleaned", on: "upload", id.number, by: .system(centre: centre), now: now, tx)
    }
}
