package import SQL
import Time

/// A volunteer answers a vacancy with her account: it stands on her own page with its state, and she is answered inside.
package enum RespondWithAccount {
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
        /// To the response that she had sent before.
        case added(ID<Application>)
        case closed, notFound
    }

    package static func run(_ input: Input, to id: ID<Vacancy>, in work: UnitOfWork) throws -> Outcome {
        guard case .volunteer(let me) = work.actor.role, try work.claim("volunteer", me),
            let volunteer = try VolunteerQueries.find(me, in: work.centre.id, work.tx),
            let account = try VolunteerQueries.account(of: me, in: work.centre.id, work.tx),
            let vacancy = try VacancyQueries.find(id, in: work.centre.id, work.tx), vacancy.publishedAt != nil
        else { return .notFound }
        guard vacancy.isOpen(today: work.today),
            let organisation = try OrganisationQueries.published(vacancy.organisation, in: work.centre.id, work.tx)
        else { return .closed }
        if let running = try ApplicationQueries.open(of: me, to: id, in: work.centre.id, work.tx) {
            return try add(input, to: running, in: work)
        }
        let new = NewApplication(
            kind: .account, name: volunteer.name, email: volunteer.email,
            phone: volunteer.sharing.phone ? volunteer.phone : "", message: input.message, party: input.party,
            partySize: input.partySize, volunteer: me, language: account.language, submissionKey: input.submissionKey)
        guard case .new(let application) = try new.insert(to: vacancy, in: work) else { return .alreadySent(nil) }
        let clock = try ReplyClock.of(organisation.id, in: work.centre, work.tx)
        let answerBy = clock.answerBy(work.today, within: work.centre.answerDays)
        try work.tell(
            account,
            .applicationReceived(
                application, vacancy: vacancy, organisation: organisation, answerBy: answerBy, link: .own, in: work))
        try work.tellMembers(about: vacancy.id) {
            .applicationArrived(application, vacancy: vacancy, answerBy: answerBy, to: $0, hasConversation: true)
        }
        return .sent(application)
    }

    /// She has responded before: what she writes now goes on in the conversation. The words of the response itself, by a form that
    /// was pressed twice or filled in again by Back, say nothing new for a day.
    private static func add(_ input: Input, to running: ID<Application>, in work: UnitOfWork) throws -> Outcome {
        let same = try work.tx.first(
            """
            select id from application where centre_id = \(work.centre.id) and id = \(running)
                and message = \(input.message) and created_at > \(work.now.subtracting(.hours(24)))
            """)
        guard same == nil, !input.message.isEmpty,
            try WriteMessage.run(input.message, about: running, submissionKey: input.submissionKey, in: work) == .sent
        else { return .alreadySent(running) }
        return .added(running)
    }
}
