import Foundation
package import SQL

/// What a vacancy said at an earlier save: for the centre that compares, and for the second of two editors.
package enum VacancyVersion {
    /// Older ones of a draft that is saved while typing are of no use to anybody.
    static let kept = 30

    static func keep(_ id: ID<Vacancy>, _ version: Int, _ content: Vacancy.Content, in work: UnitOfWork) throws {
        let json = String(decoding: try JSONEncoder().encode(content.normal), as: UTF8.self)
        try work.tx(
            """
            insert into vacancy_version (centre_id, vacancy_id, version, content, account_id, at)
            values (\(work.centre.id), \(id), \(version), \(json), \(work.actor.account), \(work.now))
            """)
        try work.tx(
            """
            delete from vacancy_version where centre_id = \(work.centre.id) and vacancy_id = \(id) and version < \(version - kept)
                and version <> coalesce((select max(w.version) from vacancy_version w join vacancy v on v.id = w.vacancy_id
                    where v.id = \(id) and w.version <= v.approved_version), 0)
            """)
    }

    /// Puts right what the text that waits says of its department.
    static func rewrite(_ id: ID<Vacancy>, _ content: Vacancy.Content, in work: UnitOfWork) throws {
        let json = String(decoding: try JSONEncoder().encode(content.normal), as: UTF8.self)
        try work.tx(
            """
            update vacancy_version set content = \(json) where centre_id = \(work.centre.id) and vacancy_id = \(id)
                and version = (select pending_version from vacancy where id = \(id))
            """)
    }

    /// The newest kept text at or before `version`: not every step of a vacancy changes what it says.
    package static func content(of id: ID<Vacancy>, at version: Int, in centre: ID<Centre>, _ tx: Transaction) throws
        -> Vacancy.Content?
    {
        let json: String? = try tx.value(
            """
            select content from vacancy_version where centre_id = \(centre) and vacancy_id = \(id) and version <= \(version)
            order by version desc limit 1
            """)
        return try json.map { try KeptJSON.decode($0, over: Vacancy.Content()) }
    }

    /// A column: what the centre last said yes to of a vacancy `v` that is not online; nil while it is.
    static let approvedWhenClosed: SQL = """
        case when v.state <> 'published' then (select w.content from vacancy_version w where w.vacancy_id = v.id
            and w.version <= coalesce(v.approved_version, 0) order by w.version desc limit 1) end
        """

    /// A vacancy with the text that the centre last said yes to: what a visitor reads once it is no longer online. Nil when
    /// there is none.
    package static func approved(_ vacancy: Vacancy, in centre: ID<Centre>, _ tx: Transaction) throws -> Vacancy? {
        guard vacancy.publishedAt != nil else { return nil }
        guard vacancy.state != .published else { return vacancy }
        if var seen = try content(of: vacancy.id, at: vacancy.approvedVersion ?? 0, in: centre, tx) {
            // A picture that was replaced is thrown away after a while; one that was cleaned has another address.
            if let picture = seen.picture {
                seen.picture = try Upload.find(picture.upload.id, of: vacancy.organisation, in: centre, tx)
                    .map { Vacancy.Picture(upload: $0, alt: picture.alt) }
            }
            return vacancy.saying(seen)
        }
        // Made by a program, as in the demo: no version of it was ever kept, so it says what it said.
        let wasChanged = try content(of: vacancy.id, at: .max, in: centre, tx) != nil
        return vacancy.state == .offline && !wasChanged ? vacancy : nil
    }
}
