import Foundation
package import SQL
import Time

/// What a vacancy said at an earlier save: for the centre that compares, and for the second of two editors.
package enum VacancyVersion {
    /// Older ones of a draft that is saved while typing are of no use to anybody.
    static let kept = 30

    static func keep(
        _ id: ID<Vacancy>, _ version: Int, _ content: Vacancy.Content, by actor: Actor, now: Instant, _ tx: Transaction
    ) throws {
        let json = String(decoding: try JSONEncoder().encode(content.normal), as: UTF8.self)
        try tx(
            """
            insert into vacancy_version (centre_id, vacancy_id, version, content, account_id, at)
            values (\(actor.centre), \(id), \(version), \(json), \(actor.account), \(now))
            """)
        try tx(
            """
            delete from vacancy_version where centre_id = \(actor.centre) and vacancy_id = \(id) and version < \(version - kept)
                and version <> (select coalesce(approved_version, 0) from vacancy where id = \(id))
            """)
    }

    /// The newest kept text at or before `version`: not every step of a vacancy changes what it says.
    package static func content(of id: ID<Vacancy>, at version: Int, in centre: ID<Centre>, _ tx: Transaction) throws
        -> Vacancy.Content?
    {
        let row = try tx.first(
            """
            select content from vacancy_version where centre_id = \(centre) and vacancy_id = \(id) and version <= \(version)
            order by version desc limit 1
            """)
        guard let json: String = try row?["content"] else { return nil }
        return try KeptJSON.decode(json, over: Vacancy.Content())
    }
}
