package import SQL
package import Time

/// A volunteer answers a vacancy with her account: it stands on her own page with its state, and she is answered inside.
package struct RespondWithAccount: Sendable {
    package struct Input: Sendable, Equatable {
        package var message = ""
        package var party = Application.Party.single
        package var partySize: Int?
        package var submissionKey = ""

        package init() {}
    }

    package enum Outcome: Sendable, Equatable {
        case sent(ID<Application>)
        /// She responded to this vacancy before, and it is still running.
        case alreadySent(ID<Application>?)
        case closed, notFound
    }

    let mails: Mails

    package init(mails: Mails) { self.mails = mails }

    package func callAsFunction(
        _ input: Input, to id: ID<Vacancy>, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> Outcome {
        guard case .volunteer(let me) = actor.role, let volunteer = try VolunteerQueries.find(me, in: centre.id, tx),
            let account = try AccountQueries.find(volunteer.account, tx),
            let vacancy = try VacancyQueries.find(id, in: centre.id, tx), vacancy.publishedAt != nil
        else { return .notFound }
        guard vacancy.isOpen(today: centre.today(now)),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: centre.id, tx)
        else { return .closed }
        if let running = try ApplicationQueries.open(of: me, to: id, in: centre.id, tx) { return .alreadySent(running) }
        let new = NewApplication(
            kind: .account, name: volunteer.name, email: volunteer.email,
            phone: volunteer.sharing.phone ? volunteer.phone : "", message: input.message, party: input.party,
            partySize: input.partySize, volunteer: me, language: account.language, submissionKey: input.submissionKey)
        guard let application = try new.insert(to: vacancy, by: actor, centre: centre, now: now, tx) else {
            return .alreadySent(nil)
        }
        try mails.applicationReceived(
            application, vacancy: vacancy, organisation: organisation, name: account.name, email: account.email,
            language: account.language, link: .own, centre: centre, now: now, tx)
        for member in try OrganisationQueries.receivers(about: vacancy.id, in: centre.id, tx) {
            try mails.applicationArrived(
                application, vacancy: vacancy, to: member.account, centre: centre, now: now, tx)
        }
        return .sent(application)
    }
}
