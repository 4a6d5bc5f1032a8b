import Localisation
package import SQL

/// The page behind the buttons of the mail *Er wordt op je antwoord gewacht*: what waits for who received it, and her answers.
package enum AnswerByLink {
    package enum Answer: String, Sendable, CaseIterable {
        /// They spoke outside: called, mailed or met.
        case spoken
        case decline

        /// In the address that a button of the mail leads to.
        package var segment: String {
            switch self {
            case .spoken: "gesproken"
            case .decline: "nee"
            }
        }

        package var label: StaticString {
            switch self {
            case .spoken: l10n("We are in contact already")
            case .decline: l10n("Unfortunately not this time")
            }
        }
    }

    package struct Done: Sendable, Equatable {
        package var spoken = 0
        package var declined: [ID<Application>] = []
        /// Got no mail, mostly for want of an address: somebody has to call.
        package var withoutMail: [Application] = []
        /// A colleague answered meanwhile, or it was withdrawn.
        package var answeredBefore = 0
    }

    /// As many are answered at once.
    package static let most = 100

    /// What still waits at the organisation of the link, the longest first; nil when the link's owner does not work there any more.
    package static func waiting(for link: ActionLink, in work: UnitOfWork) throws -> [Application]? {
        guard let hers = try work.member(by: link, for: .answerApplications) else { return nil }
        return try ApplicationQueries.waiting(at: ID(link.subject), most: most, in: hers.centre.id, hers.tx)
            .filter { isAsked($0, by: link) }
    }

    /// Those of them that got a no of which nobody was told yet: after a reload too it can be taken back.
    package static func undoable(by link: ActionLink, in work: UnitOfWork) throws -> [Application] {
        guard try work.member(by: link, for: .answerApplications) != nil else { return [] }
        let organisation = ID<Organisation>(link.subject)
        return try ApplicationQueries.closing(
            "a.organisation_id = \(organisation) and a.state = 'declined'", in: work.centre.id, work.tx
        ).filter { isAsked($0, by: link) }
    }

    /// The one that the mail was about, when it was about one.
    package static func only(of waiting: [Application], by link: ActionLink) -> Application? {
        let told = waiting.filter { $0.remindedAt == link.at }
        return told.count == 1 ? told.first : nil
    }

    /// - Parameters:
    ///   - answers: to the responses that were on the page.
    ///   - cause: why, and words: for everybody who gets a no.
    /// - Returns: nil when the link is no longer hers.
    package static func run(
        _ token: String, _ answers: [ID<Application>: Answer], because cause: DeclineCause?, words: String,
        in work: UnitOfWork
    ) throws -> Done? {
        guard let link = try ActionLink.usable(token, in: work),
            let hers = try work.member(by: link, for: .answerApplications)
        else {
            return nil
        }
        var done = Done()
        for (id, answer) in answers.sorted(by: { $0.key.number < $1.key.number }).prefix(most) {
            guard let application = try ApplicationQueries.seen(id, in: hers), isAsked(application, by: link) else {
                continue
            }
            guard application.state.isUnanswered else {
                done.answeredBefore += 1
                continue
            }
            switch answer {
            case .spoken:
                if try NoteFollowUp.run(.called, id, in: hers) == .done { done.spoken += 1 }
            case .decline:
                switch try DeclineApplication.run(words, because: cause, id, in: hers) {
                case .declined: done.declined.append(id)
                case .declinedWithoutMail: done.withoutMail.append(application)
                case .alreadyClosed, .notFound, .wroteMeanwhile, .changedMeanwhile: done.answeredBefore += 1
                }
            }
        }
        return done
    }

    /// What she answered a moment ago was not what she meant.
    /// - Parameter ids: those that got a no.
    /// - Returns: how many could be taken back; nil when the link is no longer hers.
    package static func undo(_ token: String, _ ids: [ID<Application>], in work: UnitOfWork) throws -> Int? {
        guard let link = try ActionLink.usable(token, in: work),
            let hers = try work.member(by: link, for: .answerApplications)
        else {
            return nil
        }
        return try ids.prefix(most).count { id in
            guard let application = try ApplicationQueries.seen(id, in: hers), isAsked(application, by: link) else {
                return false
            }
            return try UndoClosing.run(application, in: hers) == .undone
        }
    }

    /// It came through us and was there when the mail was written: of others she heard nothing.
    private static func isAsked(_ application: Application, by link: ActionLink) -> Bool {
        application.channel == .web && application.createdAt <= link.at
    }
}
