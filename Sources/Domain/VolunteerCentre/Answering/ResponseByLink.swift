package import SQL

/// What somebody without a password sees and does by the link in her mail, which proves the address: how her response stands, what was
/// written, agreeing to be recorded as a volunteer, withdrawing.
package struct ResponseByLink: Sendable {
    package let application: Application
    /// Who she is once she agreed; nil: nobody keeps more of her than the response.
    package let volunteer: Volunteer?
    /// Who uses the address of the response under another name, while it is not known who wrote it.
    package let others: [Volunteer]

    /// Whether this account is at another address than the response came from: a mail that was passed on, or staff that helps.
    package func isOfSomebodyElse(than account: ID<Account>, in work: UnitOfWork) throws -> Bool {
        let own = try AccountQueries.find(account, in: work.centre.id, work.tx)
        return own.map { EmailAddress.key($0.email) != EmailAddress.key(application.email) } ?? false
    }

    package static func find(_ token: String, in work: UnitOfWork) throws -> ResponseByLink? {
        try find(ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx), in: work)
    }

    /// - Returns: nil when the link leads to nothing, or when she logs in.
    package static func find(_ standing: ActionLink.Standing, in work: UnitOfWork) throws -> ResponseByLink? {
        let (link, isUsed): (ActionLink, Bool)
        switch standing {
        case .usable(let usable): (link, isUsed) = (usable, false)
        case .used(let used): (link, isUsed) = (used, true)
        case .gone: return nil
        }
        guard link.purpose == .claimApplication,
            let application = try ApplicationQueries.find(ID(link.subject), in: work.centre.id, work.tx),
            !application.email.isEmpty
        else { return nil }
        guard let id = application.volunteer else {
            let address = EmailAddress.key(application.email)
            guard !isUsed, application.kind == .guest, (link.sentTo ?? address) == address else { return nil }
            return ResponseByLink(
                application: application, volunteer: nil,
                others: try ClaimApplication.others(application, in: work.centre.id, work.tx))
        }
        // A password is the better proof, and an address that she left proves nothing any more. A link that was used up is only hers
        // when she used it: others were made void.
        guard let account = try VolunteerQueries.account(of: id, in: work.centre.id, work.tx),
            try VolunteerQueries.hasLinksOnly(id, account, work.tx),
            link.account == account.id || !isUsed && link.account == nil,
            link.sentTo == EmailAddress.key(account.email)
        else { return nil }
        return ResponseByLink(
            application: application, volunteer: try VolunteerQueries.find(id, in: work.centre.id, work.tx), others: [])
    }

    /// The work of who holds the link.
    private func hers(_ work: UnitOfWork) -> UnitOfWork {
        volunteer.map { work.acting(as: .volunteer($0.id), $0.account) } ?? work
    }

    /// The organisation would like to go on with her, and may not record her yet.
    package var isAsked: Bool { volunteer == nil && application.state == .inConversation }

    /// What may be done with it by this link.
    package func acts(in work: UnitOfWork) -> Set<ApplicationAct> {
        if volunteer != nil { return ApplicationPolicy.acts(application, hers(work).actor) }
        if application.asTold.state.isOpen { return [.withdraw, .agree] }
        var acts: Set<ApplicationAct> = application.isHandedBack ? [.refuseHelp] : []
        if application.state == .withdrawn, application.closing != nil { acts.insert(.undo) }
        return acts
    }

    package static func withdraw(
        _ token: String, saying farewell: WithdrawApplication.Farewell = .init(), in work: UnitOfWork
    ) throws -> WithdrawApplication.Outcome {
        guard let found = try find(token, in: work) else { return .notFound }
        // Pressed twice, or in another tab.
        if found.application.state == .withdrawn { return .withdrawn }
        guard found.acts(in: work).contains(.withdraw) else { return .alreadyClosed }
        return try WithdrawApplication.run(found.application, saying: farewell, in: found.hers(work))
    }

    /// She did not mean to withdraw.
    package static func undo(_ token: String, in work: UnitOfWork) throws -> UndoClosing.Outcome {
        guard let found = try find(token, in: work) else { return .notFound }
        guard found.acts(in: work).contains(.undo) else { return .tooLate }
        return try UndoClosing.undo(found.application, in: found.hers(work))
    }

    /// She sent the wrong thing.
    package static func takeBack(_ message: Int64, by token: String, in work: UnitOfWork) throws
        -> TakeBackMessage.Outcome
    {
        guard let found = try find(token, in: work), found.volunteer != nil else { return .notFound }
        return try TakeBackMessage.run(message, about: found.application.id, in: found.hers(work))
    }

    /// The work of who holds the link, for what is asked of it.
    package func actor(in work: UnitOfWork) -> Actor { hers(work).actor }

    /// She would rather look on by herself.
    package static func refuseHelp(_ token: String, in work: UnitOfWork) throws -> HandBack.Outcome {
        guard let found = try find(token, in: work) else { return .notFound }
        return try HandBack.refuse(found.application, in: found.hers(work))
    }

    package enum Agreement: Sendable, Equatable {
        case agreed
        /// She was here before with a password of her own.
        case logIn(ID<Application>)
        case closed, notFound
    }

    /// The organisation may record her: her name and address are kept for that, as a volunteer's. She chooses a password if she likes.
    package static func agree(
        _ token: String, as person: ClaimApplication.Person, in work: UnitOfWork
    ) throws -> Agreement {
        guard let found = try find(token, in: work) else { return .notFound }
        guard found.volunteer == nil else { return .agreed }
        guard found.application.asTold.state.isOpen,
            try OrganisationQueries.published(found.application.organisation, in: work.centre.id, work.tx) != nil
        else { return .closed }
        guard let claimed = try ClaimApplication.take(token, by: person, in: work) else { return .notFound }
        try Application.note(
            found.application.id, from: found.application.state, to: found.application.state,
            followUp: Application.FollowUp.agreed.rawValue, logged: "application.agreed", in: work)
        try work.tellMembers(about: found.application.vacancy) { .applicationAgreed(found.application, to: $0) }
        return try VolunteerQueries.hasLinksOnly(claimed.volunteer, claimed.account, work.tx)
            ? .agreed : .logIn(found.application.id)
    }

    package static func write(
        _ text: String, submissionKey: String, read: Int?, by token: String, in work: UnitOfWork
    ) throws -> WriteMessage.Outcome {
        guard let found = try find(token, in: work), found.volunteer != nil else { return .notFound }
        return try WriteMessage.run(
            text, about: found.application.id, submissionKey: submissionKey, read: read, in: found.hers(work))
    }

    /// - Returns: the link with which she chooses a password after all, or goes on to log in; nil when there is nothing to choose one for.
    package static func choosePassword(
        _ token: String, as person: ClaimApplication.Person, in work: UnitOfWork
    ) throws -> ClaimApplication.Outcome {
        guard let found = try find(token, in: work) else { return .notFound }
        guard let volunteer = found.volunteer,
            let account = try VolunteerQueries.account(of: volunteer.id, in: work.centre.id, work.tx),
            !account.hasPassword
        else {
            guard found.volunteer == nil else { return .logIn(found.application.id) }
            return try ClaimApplication.run(token, by: person, in: work)
        }
        return .setPassword(
            try ClaimApplication.passwordLink(for: account, called: volunteer.name, found.application.id, in: work))
    }
}
