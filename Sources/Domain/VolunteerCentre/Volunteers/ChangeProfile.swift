import SQL

/// A volunteer keeps her own data right and decides what organisations see of them.
package enum ChangeProfile {
    package static func run(_ profile: Volunteer.Profile, in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let id) = work.actor.role else { return false }
        let sharing = profile.sharing
        // Her responses are called as she is; whoever was called otherwise in one keeps that name there.
        try work.tx(
            """
            update application set name = \(profile.name), name_key = \(Folding.fold(profile.name))
            where centre_id = \(work.centre.id) and volunteer_id = \(id)
                and name = (select name from volunteer where id = \(id))
            """)
        try work.tx(
            """
            update volunteer set name = \(profile.name), name_key = \(Folding.fold(profile.name)),
                phone = \(profile.phone), place = \(profile.place), about = \(profile.about),
                shares_phone = \(sharing.phone), shares_place = \(sharing.place), shares_about = \(sharing.about),
                paused_until = \(profile.pausedUntil)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try Audit.record("profile.changed", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        return true
    }
}
