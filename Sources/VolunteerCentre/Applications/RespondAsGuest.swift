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
        guard vacancy.isVisible(today: centre.today(now)),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .closed }
        let actor = Actor.visitor(centre: centre.id)
        // One form, one response to one vacancy: a seal that travels to another vacancy is another response.
        let key = "\(id):\(input.submissionKey)"
        let inserted = try tx.first(
            """
            insert into application (centre_id, organisation_id, vacancy_id, kind, name, email, phone, message, language, state,
                submission_key, created_at)
            values (\(centre.id), \(organisation.id), \(id), \(Application.Kind.guest), \(input.name), \(input.email),
                \(input.phone), \(input.message), \(input.language.rawValue), \(Application.State.new), \(key), \(now))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let inserted else { return .alreadySent }
        let application: ID<Application> = try inserted["id"]
        try StateChange.record(
            "application", application.number, from: nil, to: Application.State.new.rawValue, by: actor, now: now, tx)
        try Audit.record("application.sent", on: "application", application.number, by: actor, now: now, tx)
        try Fact.application.record(
            centre: centre, municipality: vacancy.content.municipality, interest: vacancy.content.interests.first ?? "",
            channel: "guest", now: now, tx)
        if !input.email.isEmpty {
            try mails.applicationReceived(
                application, vacancy: vacancy, organisation: organisation, name: input.name, email: input.email,
                language: input.language, centre: centre, now: now, tx)
        }
        for member in try OrganisationQueries.members(of: organisation.id, in: centre.id, tx) {
            try mails.applicationArrived(
                application, vacancy: vacancy, to: member.account, centre: centre, now: now, tx)
        }
        return .sent(application)
    }
}
