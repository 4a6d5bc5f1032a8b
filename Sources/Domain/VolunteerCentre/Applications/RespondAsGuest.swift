package import Localisation
package import SQL

/// Somebody without an account answers a vacancy. She gets a thank-you by mail if she left an address; the organisation a mail with a link.
package enum RespondAsGuest {
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

    package static func run(_ input: Input, to id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx), vacancy.publishedAt != nil else {
            return .notFound
        }
        guard vacancy.isOpen(today: work.today),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return .closed }
        let new = NewApplication(
            kind: .guest, name: input.name, email: input.email, phone: input.phone, message: input.message,
            party: input.party, partySize: input.partySize, language: input.language, submissionKey: input.submissionKey
        )
        let (application, isCorrected): (ID<Application>, Bool)
        switch try new.insert(to: vacancy, in: work) {
        case .already: return .alreadySent
        case .corrected(let id, isElsewhere: false): return .sent(id)
        case .corrected(let id, isElsewhere: true): (application, isCorrected) = (id, true)
        case .new(let id): (application, isCorrected) = (id, false)
        }
        let clock = try ReplyClock.of(organisation.id, in: work.centre, work.tx)
        let answerBy = clock.answerBy(work.today, within: work.centre.answerDays)
        if !input.email.isEmpty {
            // Only who reads the mailbox is told that there is another one, and asked.
            let earlier = try ApplicationQueries.earlier(than: application, to: id, from: input.email, in: work)
            try work.tell(
                (input.name, input.email), in: input.language,
                .applicationReceived(
                    application, vacancy: vacancy, organisation: organisation, answerBy: answerBy,
                    link: !isCorrected ? .claim(input.email) : .claimCorrected(input.email),
                    earlier: earlier.map { work.centre.today($0) }, in: work))
        }
        guard !isCorrected else { return .sent(application) }
        try work.tellMembers(about: vacancy.id) {
            .applicationArrived(application, vacancy: vacancy, answerBy: answerBy, to: $0, hasConversation: false)
        }
        return .sent(application)
    }
}
