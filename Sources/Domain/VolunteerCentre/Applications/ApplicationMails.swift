import Localisation
import SQL
import Time

extension Mails {
    /// What the button of the thank-you mail leads to.
    enum ReceivedLink {
        /// Her own page with the state of her response.
        case own
        /// A link with which a guest makes the response hers.
        case claim
    }

    /// To the person who responded: what happens now, without repeating what she wrote.
    func applicationReceived(
        _ id: ID<Application>, vacancy: Vacancy, organisation: Organisation, name: String, email: String,
        language preferred: Language, link: ReceivedLink, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        var draft = Draft(
            kind: .applicationReceived, key: "application:\(id):received", button: .page("/mijn/reacties/\(id)"),
            values: [.title: vacancy.content.title, .organisation: organisation.name])
        if link == .claim {
            draft.kind = .applicationReceivedGuest
            draft.button = .act(
                try ActionLink.issue(
                    .claimApplication, on: id.number, for: nil, in: centre.id, random: random, now: now, tx))
        }
        try write(draft, to: (name, email), in: preferred, centre: centre, now: now, tx)
    }

    /// To the organisation: that there is a response, not who it is from.
    func applicationArrived(
        _ id: ID<Application>, vacancy: Vacancy, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .applicationArrived, key: "application:\(id):arrived:\(account.id)",
                button: .page("/beheer/reacties/\(id)"), values: [.title: vacancy.content.title]),
            to: account, centre: centre, now: now, tx)
    }

    /// To the volunteer: that the organisation answered, not what.
    func answerArrived(_ application: Application, message: Int64, centre: Centre, now: Instant, _ tx: Transaction)
        throws
    {
        guard let volunteer = application.volunteer,
            let account = try VolunteerQueries.account(of: volunteer, in: centre.id, tx)
        else { return }
        try write(
            Draft(
                kind: .applicationAnswered, key: "application:\(application.id):message:\(message)",
                button: .page("/mijn/reacties/\(application.id)"),
                thread: "application:\(application.id):received",
                values: [.title: application.vacancyTitle, .organisation: application.organisationName]),
            to: account, centre: centre, now: now, tx)
    }

    func answerArrived(
        _ application: Application, message: Int64, toMember account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .applicationAnswerArrived,
                key: "application:\(application.id):message:\(message):\(account.id)",
                button: .page("/beheer/reacties/\(application.id)"),
                thread: "application:\(application.id):arrived:\(account.id)",
                values: [.title: application.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }

    /// To the person: a kind no, with the organisation's own words, and the centre that helps further.
    func applicationDeclined(
        _ application: Application, words: String, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let account = try AccountQueries.find(email: application.email, tx)
        try write(
            Draft(
                kind: .applicationDeclined, key: "application:\(application.id):declined:\(now.milliseconds)",
                button: .page("/vacatures"), thread: "application:\(application.id):received",
                values: [
                    .title: application.vacancyTitle, .organisation: application.organisationName, .words: words,
                ]),
            to: (application.name, application.email), in: account?.language ?? centre.language, centre: centre,
            now: now, tx)
    }

    func applicationWithdrawn(
        _ application: Application, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .applicationWithdrawn, key: "application:\(application.id):withdrawn:\(account.id)",
                button: .page("/beheer/reacties/\(application.id)"),
                thread: "application:\(application.id):arrived:\(account.id)",
                values: [.title: application.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }
}
