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

    /// One form, one response to one vacancy: a seal that travels to another vacancy is another response.
    private func form(_ vacancy: Vacancy) -> String { "\(vacancy.id):\(Token.hash(submissionKey))" }

    enum Sent {
        case new(ID<Application>)
        /// Back, a mistake mended, sent again with the same form: the response says it better from now on.
        case corrected(ID<Application>, isElsewhere: Bool)
        /// By the same form, or by another within a day that says the same.
        case already

        var made: ID<Application>? { if case .new(let id) = self { id } else { nil } }
    }

    /// Of what the same form made: put right as long as nobody did anything with it; nil where it is another response by now.
    private func again(to vacancy: Vacancy, in work: UnitOfWork) throws -> Sent? {
        let sent = try work.tx.first(
            """
            select id, email, kind = \(Application.Kind.guest) and state = \(Application.State.new) and answered_at is null as is_open,
                name = \(name) and email = \(email) and phone = \(phone) and message = \(message) and party = \(party)
                    and coalesce(party_size, 0) = \(partySize ?? 0) as is_same
            from application where centre_id = \(work.centre.id) and submission_key = \(form(vacancy))
            """)
        guard let sent, try !sent["is_same"] else { return .already }
        guard kind == .guest, try sent["is_open"] else { return nil }
        let (id, was): (ID<Application>, String) = (try sent["id"], try sent["email"])
        try work.tx(
            """
            update application set name = \(name), name_key = \(Folding.fold(name)), email = \(email), phone = \(phone),
                message = \(message), party = \(party), party_size = \(partySize)
            where centre_id = \(work.centre.id) and id = \(id)
            """)
        if was != email { try CorrectApplication.endLinks(of: id, in: work) }
        try Audit.record("application.corrected", on: "application", id.number, in: work)
        return .corrected(id, isElsewhere: was != email)
    }

    func insert(to vacancy: Vacancy, in work: UnitOfWork) throws -> Sent {
        // By the address: a vacancy that everybody wants has hundreds of responses a day, one person has few. What is joined with nothing
        // or nought leads to no index, in either engine.
        let contact: SQL =
            if !email.isEmpty {
                "\(EmailAddress.reaches(email, at: "email")) and phone || '' = \(phone) and vacancy_id + 0 = \(vacancy.id)"
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
        guard let standing, try !standing["is_said"] else { return .already }
        let isNew: Bool = try !standing["is_known"]
        guard let id = try row(of: form(vacancy), to: vacancy, in: work) else {
            if let again = try again(to: vacancy, in: work) { return again }
            // Somebody answered the first one: with other words this is another response, once.
            let said = [name, email, phone, message, party.rawValue, partySize.map(String.init) ?? ""]
            let key = "\(form(vacancy)):\(Token.hash(said.joined(separator: "\n")))"
            guard let id = try row(of: key, to: vacancy, in: work) else { return .already }
            return try note(id, isNew: isNew, vacancy, in: work)
        }
        return try note(id, isNew: isNew, vacancy, in: work)
    }

    /// Nil when there is a response by this key. One that another makes at this moment makes this begin anew.
    private func row(of key: String, to vacancy: Vacancy, in work: UnitOfWork) throws -> ID<Application>? {
        try work.tx.value(
            """
            insert into application (centre_id, organisation_id, vacancy_id, volunteer_id, kind, channel, name, name_key, email, phone,
                message, party, party_size, language, state, submission_key, created_at, answer_days)
            values (\(work.centre.id), \(vacancy.organisation), \(vacancy.id), \(volunteer), \(kind), \(channel), \(name),
                \(Folding.fold(name)), \(email), \(phone), \(message), \(party), \(partySize), \(language.rawValue),
                \(Application.State.new), \(key), \(work.now), \(work.centre.answerDays))
            on conflict (centre_id, submission_key) do nothing returning id
            """)
    }

    private func note(_ id: ID<Application>, isNew: Bool, _ vacancy: Vacancy, in work: UnitOfWork) throws -> Sent {
        try Application.note(id, to: .new, logged: "application.sent", in: work)
        try (isNew ? [Fact.application, .candidate] : [.application]).record(
            of: vacancy.content, channel: channel == .web ? kind.rawValue : channel.rawValue, in: work)
        return .new(id)
    }
}
