import Localisation
import SQL
import Time

extension MailDraft {
    /// What the button of the thank-you mail leads to.
    enum ReceivedLink {
        /// Her own page with the state of her response.
        case own
        /// A link to the response, for a guest at this address.
        case claim(String)
        /// The same, after an address that was mistyped.
        case claimCorrected(String)
    }

    /// To the person who responded: what happens now, without repeating what she wrote.
    static func applicationReceived(
        _ id: ID<Application>, vacancy: Vacancy, organisation: Organisation, answerBy: CalendarDate, link: ReceivedLink,
        earlier: CalendarDate? = nil, in work: UnitOfWork
    ) throws -> MailDraft {
        let draft = MailDraft(
            kind: .applicationReceived, key: "application:\(id):received", button: .response(id.number),
            values: [.title: vacancy.content.title, .organisation: organisation.name], dates: [.date: answerBy])
        let email: String
        let key: String
        switch link {
        case .own: return draft
        case .claim(let address): (email, key) = (address, draft.key)
        case .claimCorrected(let address):
            (email, key) = (address, "\(draft.key):\(Token.hash(EmailAddress.key(address)).prefix(12))")
        }
        let token = try ActionLink.issue(.claimApplication, on: id.number, for: nil, to: email, in: work)
        var dates = draft.dates
        dates[.earlier] = earlier
        return MailDraft(
            kind: .applicationReceivedGuest, key: key, button: .act(token), values: draft.values, dates: dates)
    }

    /// To somebody without an account, when the organisation asks her to make one.
    static func applicationLink(_ application: Application, in work: UnitOfWork) throws -> MailDraft {
        let token = try ActionLink.issue(
            .claimApplication, on: application.id.number, for: nil, to: application.email, in: work)
        return MailDraft(
            kind: .applicationLink, key: "application:\(application.id):link:\(token.hash.prefix(12))",
            button: .act(token), thread: "application:\(application.id):received", values: application.values)
    }

    /// To the organisation: that there is a response, not who it is from.
    static func applicationArrived(
        _ id: ID<Application>, vacancy: Vacancy, answerBy: CalendarDate, to account: Account, hasConversation: Bool
    ) -> MailDraft {
        var draft = MailDraft(
            kind: .applicationArrived, key: "application:\(id):arrived:\(account.id)",
            button: .page("/beheer/reacties/\(id)"), values: [.title: vacancy.content.title],
            dates: [.date: answerBy])
        // Somebody without an account is written to directly.
        if hasConversation { draft.answers = (id.number, false) }
        return draft
    }

    /// To the volunteer: that the organisation answered, not what.
    static func applicationAnswered(_ application: Application, message: Int64) -> MailDraft {
        var draft = toVolunteer(
            .applicationAnswered, key: "application:\(application.id):message:\(message)", about: application.id,
            values: application.values)
        draft.answers = (application.id.number, true)
        return draft
    }

    /// - Parameter crossesNo: she wrote before she heard of a no, which goes to nobody now.
    static func applicationAnswerArrived(
        _ application: Application, message: Int64, crossesNo: Bool, to account: Account
    ) -> MailDraft {
        var draft = toMember(
            account, crossesNo ? .applicationNoCrossed : .applicationAnswerArrived,
            key: "application:\(application.id):message:\(message)",
            about: application.id, title: application.vacancyTitle)
        draft.answers = (application.id.number, false)
        return draft
    }

    /// To the person: a kind no, with why, the organisation's own words, what else there is, and the centre that helps further.
    static func applicationDeclined(
        _ application: Application, cause: DeclineCause?, words: String, others: String, in preferred: Language,
        at work: UnitOfWork
    ) throws -> MailDraft {
        let t = work.mails.localiser(preferred, at: work.centre)
        var values = application.values
        values[.words] = [cause?.sentence.map { t.dynamic("\($0)") }, words].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: "\n\n")
        values[.list] = others
        var draft = toVolunteer(
            .applicationDeclined, key: "application:\(application.id):declined:\(work.now.milliseconds)",
            about: application.id, values: values)
        guard application.volunteer == nil else { return draft }
        draft.button = .act(
            try ActionLink.issue(
                .claimApplication, on: application.id.number, for: nil, to: application.email, in: work))
        return draft
    }

    /// To somebody of the organisation: who responded may be recorded as a volunteer.
    static func applicationAgreed(_ application: Application, to account: Account) -> MailDraft {
        toMember(
            account, .applicationAgreed, key: "application:\(application.id):agreed", about: application.id,
            title: application.vacancyTitle)
    }

    static func applicationWithdrawn(_ application: Application, to account: Account) -> MailDraft {
        toMember(
            account, .applicationWithdrawn, key: "application:\(application.id):withdrawn", about: application.id,
            title: application.vacancyTitle)
    }

    /// The same when the volunteer erased all that there was of her; it stands below the mail that named her.
    static func applicationLeft(_ application: Application, to account: Account, in work: UnitOfWork) -> MailDraft {
        toMember(
            account, .applicationLeft, key: "application:\(application.id):left", about: application.id,
            button: "/beheer/vacatures/\(application.vacancy)", title: application.vacancyTitle,
            day: CalendarDate(application.createdAt, in: work.centre.zone))
    }

    /// To who responded, below the mail that thanked her for it.
    /// - Parameter button: nil: her own page about the response.
    static func toVolunteer(
        _ kind: MailKind, key: String, about response: ID<Application>, button: String? = nil,
        values: [TextField: String], day: CalendarDate? = nil
    ) -> MailDraft {
        MailDraft(
            kind: kind, key: key, button: button.map { .page($0) } ?? .response(response.number),
            thread: "application:\(response):received", values: values, dates: day.map { [.date: $0] } ?? [:])
    }

    /// To one of the organisation, below the mail that told her of the response.
    /// - Parameter button: nil: the page about the response.
    static func toMember(
        _ account: Account, _ kind: MailKind, key: String, about response: ID<Application>, button: String? = nil,
        title: String, day: CalendarDate? = nil
    ) -> MailDraft {
        MailDraft(
            kind: kind, key: "\(key):\(account.id)", button: .page(button ?? "/beheer/reacties/\(response)"),
            thread: "application:\(response):arrived:\(account.id)", values: [.title: title],
            dates: day.map { [.date: $0] } ?? [:])
    }
}

extension Application {
    var values: [TextField: String] { [.title: vacancyTitle, .organisation: organisationName] }
}
