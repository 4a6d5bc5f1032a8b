import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// E-mail addresses and names can be changed, by their owner and by the centre, and belong to who reads the mail.
@Suite struct AddressChangeTests {
    private func ask(_ email: String, _ account: ID<Account>, _ given: Given, at now: Instant? = nil) async throws
        -> AddressChange.Asked
    {
        let actor = Actor(centre: given.centre, account: account, role: .visitor)
        return try await given.write(by: actor, at: now) { work in
            try AddressChange.ask(email, of: account, in: work)
        }
    }

    private func confirm(_ token: String, _ given: Given, at now: Instant? = nil) async throws -> AddressChange.Outcome
    {
        try await given.write(by: .visitor(centre: given.centre), at: now) { work in
            try AddressChange.confirm(token, in: work)
        }
    }

    private func correct(
        _ organisation: GivenOrganisation, name: String = "Anna de Vries", email: String, by actor: Actor,
        _ given: Given
    ) async throws -> CorrectContact.Outcome {
        let account = try #require(organisation.member.account)
        return try await given.write(by: actor) { work in
            try CorrectContact.run(
                account, of: organisation.id, .init(name: name, position: "Coördinator", phone: "074 123 45 67"),
                email: email, in: work)
        }
    }

    @Test(arguments: TestEngine.available)
    func theNewAddressSaysYes(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let person = try await given.volunteer()
        let response = try await given.application(of: person, to: try await given.vacancy(of: organisation))
        let account = try #require(person.actor.account)
        let reset = try await given.write(by: .system(centre: given.centre)) { work in
            try given.link(.reset, for: account, in: work).text
        }
        #expect(try await ask(person.email, account, given) == .same)
        #expect(try await ask("nieuw@mail.example", account, given) == .sent)
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == [person.email], "not yet")
        let token = try await given.secret(of: "address_asked", to: "nieuw@mail.example")
        #expect(try await confirm(token, given, at: given.now.adding(.days(3))) == .notFound)
        #expect(try await confirm(token, given) == .changed)
        #expect(try await confirm(token, given) == .notFound, "once")
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == ["nieuw@mail.example"])
        #expect(try await given.texts("email", of: "application", where: "id = \(response)") == ["nieuw@mail.example"])
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'address_changed'") == [person.email])
        // A link that lies in the old mailbox opens nothing.
        let standing = try await given.database.read { tx in
            try CredentialLink.standing(token: reset, in: given.centre.id, now: given.now, tx)
        }
        #expect(standing == .used)
        #expect(try await given.count("audit", where: "action in ('address.asked', 'address.changed')") == 2)
    }

    /// The address of somebody else is not taken, and nobody's mailbox is filled.
    @Test(arguments: TestEngine.available)
    func nobodysAddressIsTaken(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (person, other) = (try await given.volunteer(), try await given.volunteer("Iemand Anders"))
        let account = try #require(person.actor.account)
        #expect(try await ask(other.email.uppercased(), account, given) == .sent)
        let token = try await given.secret(of: "address_asked", to: other.email.uppercased())
        #expect(try await confirm(token, given) == .taken)
        #expect(try await given.texts("email", of: "account", where: "id = \(account)") == [person.email])
        for number in 2...5 { #expect(try await ask("n\(number)@mail.example", account, given) == .sent) }
        #expect(try await ask("n6@mail.example", account, given) == .tooOften)
        #expect(try await ask("n6@mail.example", account, given, at: given.now.adding(.days(2))) == .sent)
        // A name says what a mail to a stranger says nowhere.
        let text = try await given.texts("text", of: "mail", where: "kind = 'address_asked'").joined()
        #expect(!text.contains("Happy"))
    }

    /// A typing error in a registration: before anybody used the address, and after she has a password.
    @Test(arguments: TestEngine.available)
    func theCentreCorrectsAContact(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let typo = try await given.registeredOrganisation("De Pan", email: "ana@pan.exampel")
        #expect(try await correct(typo, email: "anna@pan.example", by: given.desk, given) == .notFound)
        #expect(try await correct(typo, email: "anna@pan.example", by: given.mediator, given) == .done)
        #expect(try await given.review(.approve, typo.id, by: given.mediator) == .done)
        #expect(
            try await given.texts("to_address", of: "mail", where: "kind = 'organisation_approved'") == [
                "anna@pan.example"
            ])

        let late = try await given.organisation("Weekend", email: "ils@weekend.exampel")
        #expect(try await correct(late, email: "ilse@weekend.example", by: given.mediator, given) == .done)
        #expect(try await given.secret(of: "organisation_approved", to: "ilse@weekend.example") != "")
        let old = try await given.secret(of: "organisation_approved", to: "ils@weekend.exampel")
        let standing = try await given.database.read { tx in
            try CredentialLink.standing(token: old, in: given.centre.id, now: given.now, tx)
        }
        #expect(standing == .used, "who reads the wrong mailbox gets nothing")

        let known = try await given.organisation("De Grijpers", email: "bas@grijpers.example")
        try await given.database.write { tx in
            try tx("update account set password_hash = 'x' where email = 'bas@grijpers.example'")
        }
        #expect(
            try await correct(known, name: "Bas B.", email: "bas@nieuw.example", by: given.mediator, given) == .asked)
        #expect(
            try await given.texts("email", of: "account", where: "id = \(known.member.account)") == [
                "bas@grijpers.example"
            ])
        #expect(
            try await given.texts("name", of: "organisation_member", where: "organisation_id = \(known.id)") == [
                "Bas B."
            ])
    }

    /// Renaming is found at once, by words of the new name and not of the old.
    @Test(arguments: TestEngine.available)
    func theCentreRenamesAnOrganisation(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation("Weekent")
        let vacancy = try await given.vacancy("Kok", of: organisation)
        for (actor, done) in [
            (given.desk, RenameOrganisation.Outcome.notFound), (organisation.member, .notFound),
            (given.mediator, .done),
        ] {
            let renamed = try await given.write(by: actor) { work in
                try RenameOrganisation.run(organisation.id, name: "Weekend", legalForm: "vereniging", in: work)
            }
            #expect(renamed == done)
        }
        let text = try await given.texts("search_text", of: "vacancy", where: "id = \(vacancy)")[0]
        #expect(text.contains("weekend") && !text.contains("weekent"))
    }

    /// Owners keep everybody's data right, editors their own.
    @Test(arguments: TestEngine.available)
    func peopleKeepTheirDataRight(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (organisation, other) = (try await given.organisation(), try await given.organisation("Anders"))
        let editor = try await given.colleague("bas@pan.example", "Bas", of: organisation)
        func change(_ account: ID<Account>?, by actor: Actor) async throws -> ChangeMembers.Outcome {
            let account = try #require(account)
            return try await given.write(by: actor) { work in
                try ChangeMembers.change(account, .init(name: "B.", position: "", phone: ""), in: work)
            }
        }
        #expect(try await change(editor.account, by: editor) == .done)
        #expect(try await change(organisation.member.account, by: editor) == .notFound)
        #expect(try await change(editor.account, by: organisation.member) == .done)
        #expect(try await change(editor.account, by: other.member) == .notFound)
        #expect(try await change(other.member.account, by: organisation.member) == .notFound)
    }
}
