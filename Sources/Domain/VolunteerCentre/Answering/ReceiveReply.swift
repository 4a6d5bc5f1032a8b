import Foundation
package import MailIn
package import SQL
import Time

/// An answer by plain mail: what somebody typed becomes a message in the conversation, as if she had written it on the page. What a machine
/// sent, what says nothing or comes from another address is kept aside, and stops no clock.
package enum ReceiveReply {
    package enum Outcome: String, Sendable, Equatable, SQLValue {
        case answer, automatic, empty
        case otherAddress = "other_address"
        /// The conversation is over.
        case closed
        /// More in an hour than a person writes.
        case tooMany = "too_many"
        /// So much of this day was kept aside that there is no room: its server tries again tomorrow, so nothing is lost. Never stored.
        case full
    }

    /// Answers of one person about one response in an hour, and mails of any kind that are kept of a day beside them.
    static let mostAnHour = 10
    static let keptADay = 50
    /// So much of a mail is kept; a message on the page holds as much.
    static let longest = 4000

    /// Whether there is still a response to which this person may answer.
    package static func knows(_ address: RelayAddress, _ tx: Transaction) throws -> Centre? {
        try person(address, tx)?.0
    }

    private static func person(_ address: RelayAddress, _ tx: Transaction) throws -> (Centre, Application, Account)? {
        let id = ID<Application>(address.application)
        let centre: ID<Centre>? = try tx.value("select centre_id from application where id = \(id)")
        guard let centre, let found = try CentreQueries.all(tx).first(where: { $0.id == centre }),
            let application = try ApplicationQueries.find(id, in: centre, tx),
            let account = try AccountQueries.find(ID(address.account), in: centre, tx)
        else { return nil }
        let belongs =
            address.isVolunteer
            ? try application.volunteer.map { volunteer in
                try tx.value("select account_id from volunteer where id = \(volunteer)") == account.id
            } ?? false
            : try OrganisationQueries.isMember(account.id, of: application.organisation, in: centre, tx)
                && OrganisationQueries.published(application.organisation, in: centre, tx) != nil
        return belongs ? (found, application, account) : nil
    }

    /// - Parameters:
    ///   - sender: from the envelope; empty for notices of mail servers.
    ///   - work: of the system at the centre of the response.
    /// - Returns: nil where the response or the person is gone.
    package static func run(
        _ mail: ReceivedMail, from sender: String, to address: RelayAddress, in work: UnitOfWork
    ) throws -> Outcome? {
        guard let (_, application, account) = try person(address, work.tx) else { return nil }
        try work.claim("application", application.id)
        let secrets = SecretWords(hosts: work.mails.hosts(of: work.centre), relayDomain: work.mails.relay?.domain)
        // First what must reach nobody, then what does not fit: half a code is almost the whole.
        let words = String(secrets.removed(from: mail.words).prefix(longest)).cut(toBytes: 4 * longest)
        // A mail server that heard no answer sends the same mail again.
        let named = mail.messageID.isEmpty ? "\(mail.headers["date"] ?? "")\n\(mail.subject)" : mail.messageID
        let key = Token.hash("\(named)\n\(mail.text)")
        let before: String? = try work.tx.value(
            """
            select outcome from relayed_mail where application_id = \(application.id) and account_id = \(account.id)
                and message_key = \(key)
            """)
        if let before { return Outcome(rawValue: before) }
        let outcome = try outcome(mail, words, sender, address, application, account, key, in: work)
        let isKept = try outcome == .answer || asideToday(application, account, in: work) < keptADay
        if let reason = reason(
            outcome, mail, mail.automatic(envelopeSender: sender, title: application.vacancyTitle) != .subject)
        {
            try tell(account, reason, isKept: isKept, application, address, in: work)
        }
        // Nobody reads fifty mails a day that are no answer; whoever sends them takes no room from answers. Of two programs that answer
        // each other more is dropped: tried again, they would go on for days.
        guard isKept else { return [.automatic, .tooMany].contains(outcome) ? outcome : .full }
        let isWhole = words.split(whereSeparator: \.isWhitespace) == mail.text.split(whereSeparator: \.isWhitespace)
        try work.tx(
            """
            insert into relayed_mail (centre_id, application_id, account_id, author, message_key, outcome, text, at)
            values (\(work.centre.id), \(application.id), \(account.id), \(address.isVolunteer ? "volunteer" : "organisation"),
                \(key), \(outcome), \(outcome == .answer && isWhole ? "" : secrets.removed(from: mail.text)), \(work.now))
            """)
        return outcome
    }

    private static func asideToday(_ application: Application, _ account: Account, in work: UnitOfWork) throws -> Int {
        try work.tx.count(
            """
            relayed_mail where application_id = \(application.id) and account_id = \(account.id)
                and outcome <> \(Outcome.answer) and at > \(work.now.subtracting(.days(1)))
            """)
    }

    private static func outcome(
        _ mail: ReceivedMail, _ words: String, _ sender: String, _ address: RelayAddress, _ application: Application,
        _ account: Account, _ key: String, in work: UnitOfWork
    ) throws -> Outcome {
        if mail.automatic(envelopeSender: sender, title: application.vacancyTitle) != nil { return .automatic }
        let lately = try work.tx.count(
            """
            relayed_mail where account_id = \(account.id) and application_id = \(application.id)
                and outcome = \(Outcome.answer) and at > \(work.now.subtracting(.minutes(60)))
            """)
        guard lately < mostAnHour else { return .tooMany }
        guard !mail.isAmbiguous, EmailAddress.key(mail.sender) == EmailAddress.key(account.email) else {
            return .otherAddress
        }
        // An older mail knows nothing of a no; only who reads the page takes something up again.
        guard address.isVolunteer || application.state != .declined else { return .closed }
        guard !TypedWords.sayNothing(words) else { return .empty }
        let role: Actor.Role
        if address.isVolunteer {
            guard let volunteer = application.volunteer else { return .closed }
            role = .volunteer(volunteer)
        } else {
            role = .member(application.organisation)
        }
        let hers = work.acting(as: role, account.id)
        switch try WriteMessage.run(words, about: application.id, submissionKey: "mail:\(key)", in: hers) {
        case .sent, .crossed: return .answer
        case .closed, .notFound: return .closed
        }
    }

    /// What the writer should know; nil: all is well, or nobody is there to read it.
    private static func reason(_ outcome: Outcome, _ mail: ReceivedMail, _ isMarked: Bool) -> ReplyNotice.Reason? {
        switch outcome {
        case .answer: mail.words.count > longest || mail.isCut ? .tooLong : mail.attachments > 0 ? .attachments : nil
        // Only its subject says so: somebody may have written it herself.
        case .automatic: isMarked ? nil : .automatic
        case .tooMany: .tooMany
        case .empty: .empty
        case .otherAddress: .otherAddress
        case .closed: .closed
        case .full: nil
        }
    }

    /// To the address that we know, never to the one that wrote: one a day for each reason.
    private static func tell(
        _ account: Account, _ reason: ReplyNotice.Reason, isKept: Bool, _ application: Application,
        _ address: RelayAddress, in work: UnitOfWork
    ) throws {
        func draft(_ account: Account) -> MailDraft {
            ReplyNotice.draft(reason, isKept: isKept, about: application, address, to: account, in: work)
        }
        if address.isVolunteer, let volunteer = application.volunteer {
            try work.tellVolunteer(volunteer, draft)
        } else {
            try work.tell(account, draft(account))
        }
    }
}

extension String {
    /// A letter may carry a thousand marks: characters are no measure of bytes.
    fileprivate func cut(toBytes most: Int) -> String {
        utf8.count <= most ? self : String(decoding: utf8.prefix(most), as: UTF8.self)
    }
}
