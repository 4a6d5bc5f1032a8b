import Localisation
import SQL
import Time

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

    /// Nil when this was sent before: by the same form, or by another within a day that says the same. What was corrected after Back
    /// is another response, also with the same form.
    func insert(to vacancy: Vacancy, in work: UnitOfWork) throws -> ID<Application>? {
        // One form, one response to one vacancy: a seal that travels to another vacancy is another response.
        let said = [name, email, phone, message, party.rawValue, partySize.map(String.init) ?? ""]
        let key = "\(vacancy.id):\(Token.hash(([submissionKey] + said).joined(separator: "\n")))"
        // By the address: a vacancy that everybody wants has hundreds of responses a day, one person has few. What is joined with nothing
        // or nought leads to no index, in either engine.
        let contact: SQL =
            if !email.isEmpty {
                "email = \(email) and phone || '' = \(phone) and vacancy_id + 0 = \(vacancy.id)"
            } else if !phone.isEmpty {
                "phone = \(phone) and email || '' = '' and vacancy_id + 0 = \(vacancy.id)"
            } else {
                "vacancy_id = \(vacancy.id) and email || '' = '' and phone || '' = ''"
            }
        let isKnown: SQL = kind == .guest ? Candidacy.isKnown(email: email, phone: phone, in: work) : "\(true)"
        let standing = try work.tx.first(
            """
            select exists (select 1 from application where centre_id = \(work.centre.id) and \(contact)
                and created_at + 0 > \(work.now.subtracting(.hours(24)))
                and kind = \(kind) and name_key = \(Folding.fold(name)) and message = \(message)
                and party = \(party) and coalesce(party_size, 0) = \(partySize ?? 0)
                and state in ('new', 'in_conversation')) as is_said, \(isKnown) as is_known
            """)
        guard let standing, try !standing["is_said"] else { return nil }
        let isNew: Bool = try !standing["is_known"]
        let inserted: ID<Application>? = try work.tx.value(
            """
            insert into application (centre_id, organisation_id, vacancy_id, volunteer_id, kind, channel, name, name_key, email, phone,
                message, party, party_size, language, state, submission_key, created_at, answer_days)
            values (\(work.centre.id), \(vacancy.organisation), \(vacancy.id), \(volunteer), \(kind), \(channel), \(name),
                \(Folding.fold(name)), \(email), \(phone), \(message), \(party), \(partySize), \(language.rawValue),
                \(Application.State.new), \(key), \(work.now), \(work.centre.answerDays))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
        guard let id = inserted else { return nil }
        try Application.note(id, to: .new, logged: "application.sent", in: work)
        try (isNew ? [Fact.application, .candidate] : [.application]).record(
            of: vacancy.content, channel: channel == .web ? kind.rawValue : channel.rawValue, in: work)
        return id
    }
}
