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
        try write(to: (name, email), in: preferred, centre: centre, now: now, tx) { t in
            var draft = Draft(
                kind: "application_received", key: "application:\(id):received",
                subject: t("Thank you for your response to {title}", ["title": vacancy.content.title]),
                button: (t("View your response"), "/mijn/reacties/\(id)"),
                values: ["title": vacancy.content.title, "organisation": organisation.name])
            if link == .claim {
                draft.kind = "application_received_guest"
                draft.button = (t("Follow your response"), "/actie/[[secret]]")
                draft.secret = try ActionLink.issue(
                    .claimApplication, on: id.number, for: nil, in: centre.id, random: random, now: now, tx)
            }
            return draft
        }
    }

    /// To the organisation: that there is a response, not who it is from.
    func applicationArrived(
        _ id: ID<Application>, vacancy: Vacancy, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "application_arrived", key: "application:\(id):arrived:\(account.id)",
                subject: t("A new response to {title}", ["title": vacancy.content.title]),
                button: (t("View the response"), "/beheer/reacties/\(id)"), values: ["title": vacancy.content.title])
        }
    }

    /// To the volunteer: that the organisation answered, not what.
    func answerArrived(_ application: Application, message: Int64, centre: Centre, now: Instant, _ tx: Transaction)
        throws
    {
        guard let volunteer = application.volunteer,
            let person = try VolunteerQueries.find(volunteer, in: centre.id, tx),
            let account = try AccountQueries.find(person.account, tx)
        else { return }
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "application_answered", key: "application:\(application.id):message:\(message)",
                subject: t(
                    "{organisation} answered your response", ["organisation": application.organisationName]),
                button: (t("Read the answer"), "/mijn/reacties/\(application.id)"),
                thread: "application:\(application.id):received",
                values: ["title": application.vacancyTitle, "organisation": application.organisationName])
        }
    }

    func answerArrived(
        _ application: Application, message: Int64, toMember account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "application_answer_arrived",
                key: "application:\(application.id):message:\(message):\(account.id)",
                subject: t("A new message about {title}", ["title": application.vacancyTitle]),
                button: (t("Read the message"), "/beheer/reacties/\(application.id)"),
                thread: "application:\(application.id):arrived:\(account.id)",
                values: ["title": application.vacancyTitle])
        }
    }

    /// To the person: a kind no, with the organisation's own words, and the centre that helps further.
    func applicationDeclined(
        _ application: Application, words: String, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let account = try AccountQueries.find(email: application.email, tx)
        try write(
            to: (application.name, application.email), in: account?.language ?? centre.language, centre: centre,
            now: now, tx
        ) { t in
            Draft(
                kind: "application_declined", key: "application:\(application.id):declined:\(now.milliseconds)",
                subject: t("About your response to {title}", ["title": application.vacancyTitle]),
                button: (t("View other vacancies"), "/vacatures"), thread: "application:\(application.id):received",
                values: [
                    "title": application.vacancyTitle, "organisation": application.organisationName, "words": words,
                ])
        }
    }

    func applicationWithdrawn(
        _ application: Application, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(to: account, centre: centre, now: now, tx) { t in
            Draft(
                kind: "application_withdrawn", key: "application:\(application.id):withdrawn:\(account.id)",
                subject: t("A response was withdrawn: {title}", ["title": application.vacancyTitle]),
                button: (t("View the response"), "/beheer/reacties/\(application.id)"),
                thread: "application:\(application.id):arrived:\(account.id)",
                values: ["title": application.vacancyTitle])
        }
    }
}
