import Localisation
import SQL

/// Writes the row of a response with its history, audit row and fact. What else happens is the use case's.
struct NewApplication {
    var kind: Application.Kind
    var channel = Application.Channel.web
    var name: String
    var email: String
    var phone: String
    var message: String
    var party = Application.Party.single
    var partySize: Int?
    var volunteer: ID<Volunteer>?
    var language: Language
    var submissionKey: String

    /// Nil when this form was sent before.
    func insert(to vacancy: Vacancy, in work: UnitOfWork) throws -> ID<Application>? {
        // One form, one response to one vacancy: a seal that travels to another vacancy is another response.
        let key = "\(vacancy.id):\(submissionKey)"
        let row = try work.tx.first(
            """
            insert into application (centre_id, organisation_id, vacancy_id, volunteer_id, kind, channel, name, name_key, email, phone,
                message, party, party_size, language, state, submission_key, created_at)
            values (\(work.centre.id), \(vacancy.organisation), \(vacancy.id), \(volunteer), \(kind), \(channel), \(name),
                \(Folding.fold(name)), \(email), \(phone), \(message), \(party), \(partySize), \(language.rawValue),
                \(Application.State.new), \(key), \(work.now))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let row else { return nil }
        let id: ID<Application> = try row["id"]
        try Application.note(id, to: .new, logged: "application.sent", in: work)
        try Fact.application.record(
            municipality: vacancy.content.municipality, interest: vacancy.content.interests.first ?? "",
            channel: channel == .web ? kind.rawValue : channel.rawValue, in: work)
        return id
    }
}
