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

        package init(_ centre: Centre) {
            (name, email, phone, address) = (centre.name, centre.email, centre.phone, centre.address)
            (openingHours, intro) = (centre.openingHours, centre.intro)
            (brand, accent) = (centre.theme.brand.hex, centre.theme.accent.hex)
            editsReturnToQueue = centre.editsReturnToQueue
            reactivationReturnsToQueue = centre.reactivationReturnsToQueue
            criteria = centre.criteria.joined(separator: "\n")
        }

        /// What somebody had before her when she began to change it.
        package var mark: String {
            Token.hash(
                [
                    name, email, phone, address, openingHours, intro, brand, accent, "\(editsReturnToQueue)",
                    "\(reactivationReturnsToQueue)", criteria,
                ].joined(separator: "\u{1f}"))
        }
    }

    package enum Outcome: Sendable, Equatable {
        case changed, unreadableColours, notFound
        /// Another tab, or a colleague, changed them to this since she opened the form.
        case changedMeanwhile(Input)
    }

    /// - Parameter seen: the mark of what the form began with.
    package static func run(_ input: Input, seen: String? = nil, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
        guard Theme(brand: input.brand, accent: input.accent) != nil else { return .unreadableColours }
        let current = try CentreQueries.find(work.centre.id, work.tx).map(Input.init)
        if let current, current == input { return .changed }
        if let current, let seen, current.mark != seen { return .changedMeanwhile(current) }
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
