package import SQL
package import Time

/// A volunteer keeps her own data right and decides what organisations see of them.
package enum ChangeProfile {
    package static func run(
        _ profile: Volunteer.Profile, by actor: Actor, now: Instant, _ tx: Transaction
    ) throws -> Bool {
        guard case .volunteer(let id) = actor.role, let account = actor.account else { return false }
        try tx("update account set name = \(profile.name) where id = \(account)")
        let sharing = profile.sharing
        try tx(
            """
            update volunteer set phone = \(profile.phone), place = \(profile.place), about = \(profile.about),
                shares_phone = \(sharing.phone), shares_place = \(sharing.place), shares_about = \(sharing.about),
                paused_until = \(profile.pausedUntil)
            where centre_id = \(actor.centre) and id = \(id)
            """)
        try Audit.record("profile.changed", on: "volunteer", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "volunteer", record: id, centre: actor.centre, now: now, tx)
        return true
    }
}
