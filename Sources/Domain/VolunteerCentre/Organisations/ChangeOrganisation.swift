import SQL

/// An organisation keeps its own data right. The name stays what the centre approved; its vacancies show the new text at once.
package enum ChangeOrganisation {
    package enum Outcome: Sendable, Equatable {
        case changed, notFound
        /// Somebody saved something else since it was read.
        case changedMeanwhile
    }

    /// - Parameter seen: what stood there when the change was made from it; nil where nobody looked.
    package static func run(
        _ details: Organisation.Details, over seen: Organisation.Details? = nil, in work: UnitOfWork
    ) throws -> Outcome {
        guard let organisation = try OrganisationQueries.own(in: work) else { return .notFound }
        try work.claim("organisation", organisation.id)
        if let seen, organisation.details != seen { return .changedMeanwhile }
        guard organisation.details != details else { return .changed }
        let id = organisation.id
        try OrganisationVersion.keep(organisation.details, of: id, in: work)
        try work.tx(
            """
            update organisation set short_description = \(details.shortDescription), website = \(details.website),
                email = \(details.email), phone = \(details.phone), street = \(details.street), house_number = \(details.houseNumber),
                postcode = \(details.postcode), place = \(details.place), municipality = \(details.municipality),
                newsletter = \(details.newsletter), logo_id = \(details.logo?.id)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        try Audit.record("organisation.changed", on: "organisation", id.number, in: work)
        try work.changed("organisation", id)
        return .changed
    }
}
