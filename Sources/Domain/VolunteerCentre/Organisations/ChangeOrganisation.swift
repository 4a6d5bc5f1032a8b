package import SQL
package import Time

/// An organisation keeps its own data right. The name stays what the centre approved; its vacancies show the new text at once.
package enum ChangeOrganisation {
    package enum Outcome: Sendable, Equatable { case changed, notFound }

    package static func run(
        _ details: Organisation.Details, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .member(let id) = actor.role,
            let organisation = try OrganisationQueries.published(id, in: centre.id, tx)
        else { return .notFound }
        guard organisation.details != details else { return .changed }
        try OrganisationVersion.keep(organisation.details, of: id, by: actor, now: now, tx)
        try tx(
            """
            update organisation set short_description = \(details.shortDescription), website = \(details.website),
                email = \(details.email), phone = \(details.phone), street = \(details.street), house_number = \(details.houseNumber),
                postcode = \(details.postcode), place = \(details.place), municipality = \(details.municipality),
                newsletter = \(details.newsletter), logo_id = \(details.logo?.id)
            where centre_id = \(centre.id) and id = \(id)
            """)
        try Audit.record("organisation.changed", on: "organisation", id.number, by: actor, now: now, tx)
        try ChangeFeed.append(kind: "organisation", record: id, centre: centre.id, now: now, tx)
        return .changed
    }
}
