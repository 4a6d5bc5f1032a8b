package import Localisation
package import SQL
package import Time

/// Somebody without an account answers a vacancy. She gets a thank-you by mail if she left an address; the organisation a mail with a link.
package struct RespondAsGuest: Sendable {
    package struct Input: Sendable, Equatable {
        package var name = ""
        package var email = ""
        package var phone = ""
        package var message = ""
        package var party = Application.Party.single
        package var partySize: Int?
        package var language = Language.nl
        package var submissionKey = ""

        package init() {}
    }

    package enum Outcome: Sendable, Equatable { case sent(ID<Application>), alreadySent, closed, notFound }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ input: Input, to id: ID<Vacancy>, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), vacancy.publishedAt != nil else {
            return .notFound
        }
        guard vacancy.isOpen(today: centre.today(now)),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .closed }
        let new = NewApplication(
            kind: .guest, name: input.name, email: input.email, phone: input.phone, message: input.message,
            party: input.party, partySize: input.partySize, language: input.language, submissionKey: input.submissionKey
        )
        guard
            let application = try new.insert(
                to: vacancy, by: .visitor(centre: centre.id), centre: centre, now: now, tx)
        else { return .alreadySent }
        if !input.email.isEmpty {
            try mails.applicationReceived(
                application, vacancy: vacancy, organisation: organisation, name: input.name, email: input.email,
                language: input.language, link: .claim, centre: centre, now: now, tx)
        }
        for member in try OrganisationQueries.receivers(about: vacancy.id, in: centre.id, tx) {
            try mails.applicationArrived(
                application, vacancy: vacancy, to: member.account, centre: centre, now: now, tx)
        }
        return .sent(application)
    }
}
