import Localisation
import SQL
import Time

extension Mails {
    /// To the person who responded: what happens now, without repeating what she wrote.
    func applicationReceived(
        _ id: ID<Application>, vacancy: Vacancy, organisation: Organisation, name: String, email: String,
        language preferred: Language,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let language = language(preferred, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "application_received", key: "application:\(id):received", language: language, to: (name, email),
                subject: t("Thank you for your response to {title}", ["title": vacancy.content.title]),
                button: (t("View the vacancy"), "/vacatures/\(vacancy.id)"),
                values: ["title": vacancy.content.title, "organisation": organisation.name]),
            centre: centre, now: now, tx)
    }

    /// To the organisation: that there is a response, not who it is from.
    func applicationArrived(
        _ id: ID<Application>, vacancy: Vacancy, to account: Account, centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        let language = language(account.language, at: centre)
        let t = localiser(language)
        try enqueue(
            Draft(
                kind: "application_arrived", key: "application:\(id):arrived:\(account.id)", language: language,
                to: (account.name, account.email),
                subject: t("A new response to {title}", ["title": vacancy.content.title]),
                button: (t("View the response"), "/beheer/reacties/\(id)"), values: ["title": vacancy.content.title]),
            centre: centre, now: now, tx)
    }
}
