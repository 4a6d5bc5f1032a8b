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
        // The same form twice is one. With anything corrected it says it better, as long as nobody decided about it.
        var words = input
        words.submissionKey = ""
        let form = Token.hash(input.submissionKey)
        let key = "\(form):\(Token.hash("\(words)"))"
        try work.claimForm("organisation \(form)")
        let sent = try work.tx.first(
            """
            select id, submission_key from organisation where centre_id = \(work.centre.id)
                and submission_key > \(form + ":") and submission_key < \(form + ";")
            order by id desc limit 1
            """)
        if let sent, try sent["submission_key"] == key { return .alreadySent }
        if let sent, try correct(try sent["id"], input, key, in: work) { return .registered(try sent["id"]) }
        guard let id = try insert(input, key, in: work) else { return .alreadySent }
        try addContact(input, to: id, in: work)
        try Organisation.note(id, to: .registered, in: work)
        try work.tell((input.contactName, input.contactEmail), in: input.language, .organisationRegistered(id))
        try work.tellReviewers(of: nil, municipality: input.details.municipality) {
            .organisationToReview(id, name: input.name, reviewer: $0)
        }
        return .registered(id)
    }

    private static func insert(_ input: Input, _ key: String, in work: UnitOfWork) throws -> ID<Organisation>? {
        let details = input.details
        return try work.tx.value(
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
    }

    /// Back, a mistake mended, sent again: the mail goes to whoever is the contact person now; who reviews it was told already.
    private static func correct(_ id: ID<Organisation>, _ input: Input, _ key: String, in work: UnitOfWork) throws
        -> Bool
    {
        let details = input.details
        let corrected = try work.tx.run(
            """
            update organisation set name = \(input.name), name_key = \(Folding.fold(input.name)), legal_form = \(input.legalForm),
                short_description = \(details.shortDescription), website = \(details.website), email = \(details.email),
                phone = \(details.phone), street = \(details.street), house_number = \(details.houseNumber),
                postcode = \(details.postcode), place = \(details.place), municipality = \(details.municipality),
                newsletter = \(details.newsletter), submission_key = \(key)
            where centre_id = \(work.centre.id) and id = \(id) and state = \(Organisation.State.registered)
            """)
        guard corrected == 1 else { return false }
        let was: String? = try work.tx.value(
            """
            select a.email from organisation_member m join account a on a.id = m.account_id
            where m.organisation_id = \(id) order by m.id limit 1
            """)
        try work.tx("delete from organisation_member where organisation_id = \(id)")
        try addContact(input, to: id, in: work)
        try Audit.record("organisation.changed", on: "organisation", id.number, in: work)
        if was.map(EmailAddress.key) != EmailAddress.key(input.contactEmail) {
            try work.tell(
                (input.contactName, input.contactEmail), in: input.language,
                .organisationRegistered(id, corrected: input.contactEmail))
        }
        return true
    }

    private static func addContact(_ input: Input, to id: ID<Organisation>, in work: UnitOfWork) throws {
        let account = try AccountQueries.findOrCreate(
            email: input.contactEmail, name: input.contactName, language: input.language, in: work)
        try work.tx(
            """
            insert into organisation_member (centre_id, organisation_id, account_id, name, name_key, role, position, phone, created_at)
            values (\(work.centre.id), \(id), \(account.id), \(input.contactName), \(Folding.fold(input.contactName)),
                \(Membership.Role.owner), \(input.contactPosition), \(input.contactPhone), \(work.now))
            """)
    }
}
