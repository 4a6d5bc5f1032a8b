import Crypto
package import Jobs
import SQL
import Time

/// Pictures kept by an earlier release may say where they were taken: each is written again without.
package struct CleanUploads: Sendable {
    package static let job = "upload.clean"

    /// Answers the same bytes for a picture that says nothing.
    let withoutMetadata: @Sendable ([UInt8]) async throws -> [UInt8]

    let workroom: Workroom

    package init(in workroom: Workroom, withoutMetadata: @escaping @Sendable ([UInt8]) async throws -> [UInt8]) {
        self.workroom = workroom
        self.withoutMetadata = withoutMetadata
    }

    package var handler: JobHandler {
        { job in
            var last: ID<Upload> = ID(0)
            while let next = try await workroom.database.read({ [last] tx in
                try tx.first(
                    "select id, centre_id, card, page from upload where id > \(last) order by id limit 1"
                ).map(Kept.init)
            }) {
                last = next.id
                let (card, page) = (try await withoutMetadata(next.card), try await withoutMetadata(next.page))
                guard card != next.card || page != next.page else { continue }
                guard let centre = try await workroom.database.read({ tx in try CentreQueries.find(next.centre, tx) })
                else { continue }
                try await workroom.write(by: .system(centre: centre), at: job.now) { work in
                    try next.replace(card: card, page: page, in: work)
                }
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
    func replace(card: [UInt8], page: [UInt8], in work: UnitOfWork) throws {
        // The number keeps it apart from the same picture that was sent again since.
        let hash = SHA256.hash(data: page + Array("\(id)".utf8)).prefix(16).hex
        try work.tx("update upload set card = \(card), page = \(page), hash = \(hash) where id = \(id)")
        let vacancies: [ID<Vacancy>] = try work.tx.values(
            "select id from vacancy where centre_id = \(centre) and picture_id = \(id) order by id limit 5000")
        for vacancy in vacancies { try work.changed("vacancy", vacancy) }
        try Audit.record("upload.cleaned", on: "upload", id.number, in: work)
    }
}
