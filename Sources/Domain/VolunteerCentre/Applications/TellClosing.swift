import Localisation
package import SQL
import Time

/// The other side is told that a response was closed, once that cannot be undone any more.
package enum TellClosing {
    /// - Parameters:
    ///   - others: what else there is for her in this language, as a mail lists it.
    ///   - isErased: nothing can be looked at afterwards.
    static func run(
        _ application: Application, others: (Language) throws -> String = { _ in "" }, isErased: Bool = false,
        in work: UnitOfWork
    ) throws {
        guard application.state == .declined || application.state == .withdrawn, let closing = application.closing,
            try Closing.take(closing, of: application.id, in: work),
            let step = try StateChange.history(of: "application", application.id.number, in: work.centre.id, work.tx)
                .last(where: { $0.to == application.state.rawValue })
        else { return }
        let isDeclined = application.state == .declined
        if isDeclined {
            try application.handBack(in: work)
            try tellHer(application, step, others, isErased: isErased, in: work)
        } else {
            try work.tellMembers(about: application.vacancy) {
                isErased ? .applicationLeft(application, to: $0, in: work) : .applicationWithdrawn(application, to: $0)
            }
        }
        guard let content = try VacancyQueries.find(application.vacancy, in: work.centre.id, work.tx)?.content else {
            return
        }
        try (isDeclined ? Fact.declined : .withdrawn).record(of: content, channel: step.cause ?? "", in: work)
    }

    /// What was closed and is erased now: nobody can undo it, and who must hear it hears it first.
    /// - Parameter which: SQL about the response, `a`.
    package static func now(_ which: SQL, isErased: Bool = true, in work: UnitOfWork) throws {
        for application in try ApplicationQueries.closing(which, in: work.centre.id, work.tx) {
            try run(application, isErased: isErased, in: work)
        }
    }

    private static func tellHer(
        _ application: Application, _ step: StateChange, _ others: (Language) throws -> String,
        isErased: Bool, in work: UnitOfWork
    ) throws {
        guard !application.email.isEmpty, step.followUp != Closing.unmailed, try work.mayDecline(application) else {
            return
        }
        func letter(in language: Language) throws -> MailDraft {
            var draft: MailDraft = try .applicationDeclined(
                application, cause: step.cause.flatMap(DeclineCause.init), words: step.reason ?? "",
                others: others(language), in: language, at: work)
            if isErased { draft.button = .page("/vacatures") }
            return draft
        }
        if let volunteer = application.volunteer {
            return try work.tellVolunteer(volunteer) { try letter(in: $0.language) }
        }
        // Who has no account is answered in the language in which she wrote.
        let account = try AccountQueries.find(email: application.email, in: work.centre.id, work.tx)
        let spoken = try ApplicationQueries.language(of: application.id, in: work.centre.id, work.tx)
        let language = account?.language ?? spoken ?? work.centre.language
        try work.tell((application.name, application.email), in: language, letter(in: language))
    }
}

extension UnitOfWork {
    /// So many a day go to an address that has no account: whoever notes responses of others cannot fill a mailbox with a no.
    private static let noesADay = 3

    /// So many a day to people whom an organisation typed in itself.
    private static let notedNoesADay = 10

    /// Whether an organisation may send one more to somebody whom it typed in itself: decided with the no, and kept with it.
    func mayDeclineNoted(_ application: Application) throws -> Bool {
        guard application.volunteer == nil, application.channel != .web else { return true }
        try claim("organisation", application.organisation)
        return try tx.count(
            """
            state_change c join application a on a.id = c.subject_id
            where c.centre_id = \(centre.id) and c.subject = 'application' and c.to_state = 'declined'
                and c.at > \(now.subtracting(.days(1))) and a.organisation_id = \(application.organisation) and a.kind = 'guest'
                and a.channel <> 'web'
            """) < Self.notedNoesADay
    }

    /// - Parameter waiting: how many letters are on their way to her.
    func mayDecline(_ application: Application, after waiting: Int = 0) throws -> Bool {
        guard application.volunteer == nil else { return true }
        return try waiting
            + tx.count(
                """
                mail where centre_id = \(centre.id) and \(EmailAddress.reaches(application.email))
                    and kind = \(MailKind.applicationDeclined.rawValue) and created_at + 0 > \(now.subtracting(.days(1)))
                """) < Self.noesADay
    }

    /// Of noes to the address of this response.
    func lettersWaiting(for application: Application) throws -> Int {
        try tx.count(
            """
            application where centre_id = \(centre.id) and closing_due is not null and state = 'declined'
                and lower(email) = \(application.email.lowercased())
            """)
    }
}
