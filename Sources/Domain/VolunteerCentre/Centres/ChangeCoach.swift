import SQL

/// The administrator switches off what the vacancy coach should not look at.
package enum ChangeCoach {
    /// - Parameters:
    ///   - off: what is off in her form.
    ///   - seen: what was off when she opened it: what she did not touch stays as a colleague may have left it meanwhile.
    package static func run(off: Set<CoachRule>, seen: Set<CoachRule>, in work: UnitOfWork) throws -> Bool {
        guard work.actor.isAdministrator else { return false }
        try work.claim("centre", work.centre.id)
        let now = CoachRule.off(
            try work.tx.value("select coach_off from centre where id = \(work.centre.id)") ?? "")
        let next = now.union(off.subtracting(seen)).subtracting(seen.subtracting(off))
        guard next != now else { return true }
        let names = CoachRule.allCases.filter(next.contains).map(\.rawValue).joined(separator: " ")
        try work.tx("update centre set coach_off = \(names) where id = \(work.centre.id)")
        try Audit.record("centre.changed", on: "centre", work.centre.id.number, in: work)
        return true
    }
}
