package import SQL
package import Time

/// An organisation keeps its own data right. The name stays what the centre approved; its vacancies show the new text at once.
package enum ChangeOrganisation {
    package struct Input: Sendable, Equatable {
        package var shortDescription = ""
        package var website = ""
        package var email = ""
        package var phone = ""
        package var street = ""
        package var houseNumber = ""
        package var postcode = ""
        package var place = ""
        package var municipality = ""
        package var newsletter = false

        package init() {}
    }

    package enum Outcome: Sendable, Equatable { case changed, notFound }

    package static func run(
        _ input: Input, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .member(let id) = actor.role, try OrganisationQueries.published(id, in: centre.id, tx) != nil else {
            return .notFound
        }
        try tx(
            """
            update organisation set short_description = \(input.shortDescription), website = \(input.website),
                email = \(input.email), phone = \(input.phone), street = \(input.street), house_number = \(input.houseNumber),
                postcode = \(input.postcode), place = \(input.place), municipality = \(input.municipality),
                newsletter = \(input.newsletter)
            where centre_id = \(centre.id) and id = \(id)
            """)
        try Audit.record("organisation.changed", on: "organisation", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "organisation", record: id, centre: centre.id, now: now, tx)
        return .changed
    }
}
