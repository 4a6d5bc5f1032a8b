package import SQL

/// How two centres stand to each other, as one of them sees it.
package struct SharingOffer: Sendable, Equatable {
    package let centre: ID<Centre>
    package let name: String
    package let weOffer: Bool
    package let theyOffer: Bool

    /// All other centres of the installation, by name.
    package static func list(of centre: ID<Centre>, _ tx: Transaction) throws -> [SharingOffer] {
        try tx(
            """
            select c.id, c.name, own.partner_id as ours, their.centre_id as theirs from centre c
            left join vacancy_sharing own on own.centre_id = \(centre) and own.partner_id = c.id
            left join vacancy_sharing their on their.centre_id = c.id and their.partner_id = \(centre)
            where c.id <> \(centre) order by c.name, c.id limit 500
            """
        ).map { row in
            SharingOffer(
                centre: try row["id"], name: try row["name"], weOffer: try row["ours"] as Int64? != nil,
                theyOffer: try row["theirs"] as Int64? != nil)
        }
    }
}

/// The administrator chooses with which centres to share; nothing is shared before the other one chose the same.
package enum ChangeSharing {
    package static func run(with partners: Set<ID<Centre>>, in work: UnitOfWork) throws -> Bool {
        guard work.actor.isAdministrator else { return false }
        try work.claim("centre", work.centre.id)
        for offer in try SharingOffer.list(of: work.centre.id, work.tx)
        where offer.weOffer != partners.contains(offer.centre) {
            if offer.weOffer {
                try work.tx(
                    "delete from vacancy_sharing where centre_id = \(work.centre.id) and partner_id = \(offer.centre)")
            } else {
                try work.tx(
                    "insert into vacancy_sharing (centre_id, partner_id, created_at) values (\(work.centre.id), \(offer.centre), \(work.now))"
                )
            }
            try Audit.record(
                offer.weOffer ? "sharing.stopped" : "sharing.offered", on: "centre", offer.centre.number, in: work)
        }
        return true
    }
}
