package import Localisation
package import SQL
package import Time

/// An organisation asks to take part. It waits for the centre; its contact person and the centre get a mail.
package struct RegisterOrganisation: Sendable {
    package struct Input: Sendable, Equatable {
        package var name = ""
        package var legalForm = ""
        package var details = Organisation.Details()
        package var contactName = ""
        package var contactPosition = ""
        package var contactEmail = ""
        package var contactPhone = ""
        package var termsVersion = ""
        package var logo: String?
        package var language = Language.nl
        /// Made with the form: sending the same form twice registers once.
        package var submissionKey = ""

        package init() {}
    }

    package enum Outcome: Sendable, Equatable { case registered(ID<Organisation>), alreadySent }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(_ input: Input, centre: Centre, now: Instant, _ tx: Transaction) throws -> Outcome {
        let actor = Actor.visitor(centre: centre.id)
        let details = input.details
        let inserted = try tx.first(
            """
            insert into organisation (centre_id, name, name_key, legal_form, short_description, website, email, phone, street,
                house_number, postcode, place, municipality, newsletter, terms_version, terms_accepted_at, logo, state,
                submission_key, created_at)
            values (\(centre.id), \(input.name), \(Folding.fold(input.name)), \(input.legalForm), \(details.shortDescription),
                \(details.website), \(details.email), \(details.phone), \(details.street), \(details.houseNumber), \(details.postcode),
                \(details.place), \(details.municipality), \(details.newsletter), \(input.termsVersion), \(now), \(input.logo),
                \(Organisation.State.registered), \(input.submissionKey), \(now))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let inserted else { return .alreadySent }
        let id: ID<Organisation> = try inserted["id"]
        let account = try AccountQueries.findOrCreate(
            email: input.contactEmail, name: input.contactName, language: input.language, now: now, tx)
        try tx(
            """
            insert into organisation_member (centre_id, organisation_id, account_id, role, position, phone, created_at)
            values (\(centre.id), \(id), \(account.id), \(Membership.Role.owner), \(input.contactPosition),
                \(input.contactPhone), \(now))
            """)
        try Organisation.note(id, to: .registered, by: actor, now: now, tx)
        try mails.organisationRegistered(
            id, name: input.name, contact: account, contactName: input.contactName, language: input.language,
            centre: centre,
            now: now, tx)
        for reviewer in try AccountQueries.reviewers(
            of: nil, municipality: details.municipality, in: centre, now: now, tx)
        {
            try mails.organisationToReview(id, name: input.name, reviewer: reviewer, centre: centre, now: now, tx)
        }
        return .registered(id)
    }
}
