import SQL

/// The administrator keeps the centre's own data, colours and rules.
package enum ChangeCentre {
    package struct Input: Sendable, Equatable {
        package var name = ""
        package var email = ""
        package var phone = ""
        package var address = ""
        package var openingHours = ""
        package var intro = ""
        package var brand = ""
        package var accent = ""
        package var editsReturnToQueue = true
        package var reactivationReturnsToQueue = false
        /// A line each.
        package var criteria = ""

        package init() {}
    }

    package enum Outcome: Sendable, Equatable { case changed, unreadableColours, notFound }

    package static func run(_ input: Input, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
        guard Theme(brand: input.brand, accent: input.accent) != nil else { return .unreadableColours }
        try work.tx(
            """
            update centre set name = \(input.name), email = \(input.email), phone = \(input.phone), address = \(input.address),
                opening_hours = \(input.openingHours), intro = \(input.intro), brand = \(input.brand), accent = \(input.accent),
                edits_return_to_queue = \(input.editsReturnToQueue),
                reactivation_returns_to_queue = \(input.reactivationReturnsToQueue), criteria = \(input.criteria)
            where id = \(work.centre.id)
            """)
        try Audit.record("centre.changed", on: "centre", work.centre.id.number, in: work)
        return .changed
    }
}
