package import Localisation
package import SQL
import Time

/// An organisation asks to take part. It waits for the centre; its contact person and the centre get a mail.
package enum RegisterOrganisation {
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

    package static func run(_ input: Input, in work: UnitOfWork) throws -> Outcome {
        let details = input.details
        // The same form twice is one; with anything corrected it is another, and the centre sees both.
        var words = input
        words.submissionKey = ""
        let key = Token.hash("\(input.submissionKey)\n\(words)")
        let inserted: ID<Organisation>? = try work.tx.value(
            """
            insert into organisation (centre_id, name, name_key, legal_form, short_description, website, email, phone, street,
                house_number, postcode, place, municipality, newsletter, terms_version, terms_accepted_at, logo, state,
                submission_key, created_at)
            values (\(work.centre.id), \(input.name), \(Folding.fold(input.name)), \(input.legalForm), \(details.shortDescription),
                \(details.website), \(details.email), \(details.phone), \(details.street), \(details.houseNumber), \(details.postcode),
                \(details.place), \(details.municipality), \(details.newsletter), \(input.termsVersion), \(work.now), \(input.logo),
                \(Organisation.State.registered), \(key), \(work.now))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let id = inserted else { return .alreadySent }
        let account = try AccountQueries.findOrCreate(
            email: input.contactEmail, name: input.contactName, language: input.language, in: work)
        try work.tx(
            """
            insert into organisation_member (centre_id, organisation_id, account_id, name, name_key, role, position, phone, created_at)
            values (\(work.centre.id), \(id), \(account.id), \(input.contactName), \(Folding.fold(input.contactName)),
                \(Membership.Role.owner), \(input.contactPosition), \(input.contactPhone), \(work.now))
            """)
        try Organisation.note(id, to: .registered, in: work)
        try work.tell(
            (input.contactName, account.email), in: input.language, .organisationRegistered(id))
        try work.tellReviewers(of: nil, municipality: details.municipality) {
            .organisationToReview(id, name: input.name, reviewer: $0)
        }
        return .registered(id)
    }
}
