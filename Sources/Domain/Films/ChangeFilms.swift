import Crypto
package import SQL
import Time
package import VolunteerCentre

/// The administrator puts films on the site and takes them off.
package enum ChangeFilms {
    package enum Content: Sendable, Equatable {
        case elsewhere(String)
        case file([UInt8], captions: String)
    }

    package enum Outcome: Sendable, Equatable { case done, notAFilm, tooLarge, noCaptions, full, notFound }

    /// About two minutes in the quality of a telephone.
    package static let longest = 30 * 1024 * 1024
    package static let longestCaptions = 200 * 1024

    package static func add(_ title: String, _ content: Content, at place: Film.Place, in work: UnitOfWork) throws
        -> Outcome
    {
        guard work.actor.isAdministrator else { return .notFound }
        guard try Film.all(in: work.centre.id, work.tx).count < Film.most else { return .full }
        let id: ID<Film>
        switch content {
        case .elsewhere(let address):
            id = ID(
                try work.tx.insert(
                    """
                    insert into film (centre_id, place, title, address, created_at)
                    values (\(work.centre.id), \(place), \(title), \(address), \(work.now)) returning id
                    """))
        case .file(let bytes, let captions):
            guard bytes.count <= longest else { return .tooLarge }
            guard let mediaType = mediaType(of: bytes) else { return .notAFilm }
            guard let captions = cleaned(captions) else { return .noCaptions }
            let hash = SHA256.hash(data: bytes).prefix(16).hex
            id = ID(
                try work.tx.insert(
                    """
                    insert into film (centre_id, place, title, hash, media_type, size, captions, created_at)
                    values (\(work.centre.id), \(place), \(title), \(hash), \(mediaType), \(bytes.count), \(captions), \(work.now))
                    returning id
                    """))
            for (number, start) in stride(from: 0, to: bytes.count, by: Film.partSize).enumerated() {
                let part = Array(bytes[start..<min(bytes.count, start + Film.partSize)])
                try work.tx("insert into film_part (film_id, number, bytes) values (\(id), \(number), \(part))")
            }
        }
        try Audit.record("film.added", on: "film", id.number, in: work)
        return .done
    }

    package static func remove(_ id: ID<Film>, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator,
            try work.tx.first("select id from film where centre_id = \(work.centre.id) and id = \(id)") != nil
        else { return .notFound }
        try work.tx("delete from film_part where film_id = \(id)")
        try work.tx("delete from film where centre_id = \(work.centre.id) and id = \(id)")
        try Audit.record("film.removed", on: "film", id.number, in: work)
        return .done
    }

    /// By the first bytes, whatever its name says: what every browser plays.
    static func mediaType(of bytes: [UInt8]) -> String? {
        if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return "video/mp4" }
        return bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) ? "video/webm" : nil
    }

    /// Captions as players read them (WebVTT), with plain line ends; nil when they are none.
    static func cleaned(_ captions: String) -> String? {
        let text = captions.drop { $0 == "\u{FEFF}" }.replacing("\r\n", with: "\n")
        guard text.hasPrefix("WEBVTT"), text.contains("-->"), !text.utf8.contains(0), text.utf8.count <= longestCaptions
        else { return nil }
        return String(text)
    }
}
