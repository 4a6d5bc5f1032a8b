import Crypto
package import SQL
package import Time
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

    package static func add(
        _ title: String, _ content: Content, at place: Film.Place, by actor: Actor, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws -> Outcome {
        guard actor.isAdministrator(of: centre) else { return .notFound }
        guard try Film.all(in: centre.id, tx).count < Film.most else { return .full }
        let id: ID<Film>
        switch content {
        case .elsewhere(let address):
            id = ID(
                try tx.insert(
                    """
                    insert into film (centre_id, place, title, address, created_at)
                    values (\(centre.id), \(place), \(title), \(address), \(now)) returning id
                    """))
        case .file(let bytes, let captions):
            guard bytes.count <= longest else { return .tooLarge }
            guard let mediaType = mediaType(of: bytes) else { return .notAFilm }
            guard let captions = cleaned(captions) else { return .noCaptions }
            let hash = SHA256.hash(data: bytes).prefix(16).hex
            id = ID(
                try tx.insert(
                    """
                    insert into film (centre_id, place, title, hash, media_type, size, captions, created_at)
                    values (\(centre.id), \(place), \(title), \(hash), \(mediaType), \(bytes.count), \(captions), \(now))
                    returning id
                    """))
            for (number, start) in stride(from: 0, to: bytes.count, by: Film.partSize).enumerated() {
                let part = Array(bytes[start..<min(bytes.count, start + Film.partSize)])
                try tx("insert into film_part (film_id, number, bytes) values (\(id), \(number), \(part))")
            }
        }
        try Audit.record("film.added", on: "film", id.number, by: actor, now: now, tx)
        return .done
    }

    package static func remove(_ id: ID<Film>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction) throws
        -> Outcome
    {
        guard actor.isAdministrator(of: centre),
            try tx.first("select id from film where centre_id = \(centre.id) and id = \(id)") != nil
        else { return .notFound }
        try tx("delete from film_part where film_id = \(id)")
        try tx("delete from film where centre_id = \(centre.id) and id = \(id)")
        try Audit.record("film.removed", on: "film", id.number, by: actor, now: now, tx)
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
