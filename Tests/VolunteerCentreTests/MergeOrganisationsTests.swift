import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Two registrations of one organisation become one, and nothing is lost.
@Suite struct MergeOrganisationsTests {
    @Test(arguments: TestEngine.available)
    func everythingMoves(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (double, stays) = (
            try await given.organisation("Stichting Pan"), try await given.organisation("De Warme Pan")
        )
        for organisation in [double, stays] {
            _ = try await given.write(by: organisation.member) { work in
                try ChangeDepartments.add("Keuken", in: work)
            }
            _ = try await given.write(by: organisation.member) { work in
                try Upload.store(card: [1], page: [2], in: work)
            }
        }
        let picture = try await given.database.read { tx in
            try tx.first("select id from upload where organisation_id = \(double.id)").map { row -> ID<Upload> in
                try row["id"]
            }
        }
        let department = try await given.database.read { tx in
            try Department.all(of: double.id, in: given.centre.id, tx).first
        }
        let vacancy = try await given.vacancy("Kok", of: double)
        try await given.database.write { tx in
            try tx("update vacancy set picture_id = \(picture), picture_alt = 'pan', department_id = \(department?.id)")
        }
        let person = try await given.volunteer()
        let response = try await given.application(of: person, to: vacancy)
        _ = try await given.match(response, by: double.member)
        let before = try await given.counts()
        let load = try await given.database.read { tx in
            try OrganisationQueries.find(double.id, in: given.centre.id, tx).map {
                try MergeOrganisations.preview($0, in: given.centre.id, tx)
            }
        }
        #expect(load?.vacancies == 1 && load?.responses == 1 && load?.matches == 1 && load?.departments == 1)
        #expect(load?.people.map(\.account.email) == [double.email] && load?.strangers.isEmpty == true)

        #expect(try await merge(given, double.id, stays.id, by: given.mediator) == .merged)

        let after = try await given.counts()
        for table in ["vacancy", "application", "match", "organisation_member", "volunteer", "state_change", "fact"] {
            #expect(after[table] == before[table], "\(table)")
        }
        for table in ["organisation", "department", "upload"] { #expect(after[table] == 1, "\(table)") }
        let moved = try #require(try await given.find(vacancy))
        #expect(moved.organisation == stays.id && moved.content.department?.name == "Keuken")
        #expect(moved.content.picture != nil)
        for table in ["vacancy", "application", "match"] {
            #expect(try await given.count(table, where: "organisation_id = \(stays.id)") == 1, "\(table)")
        }
        let text = try #require(try await given.texts("search_text", of: "vacancy").first)
        #expect(text.contains("de warme pan") && !text.contains("stichting pan"))
        let account = try #require(double.member.account)
        #expect(
            try await given.texts("role", of: "organisation_member", where: "account_id = \(account)") == ["editor"])
        #expect(try await given.count("mail", where: "kind = 'member_moved' and to_address = \(double.email)") == 1)
        // Who worked there already hears who came.
        #expect(try await given.texts("to_address", of: "mail", where: "kind = 'organisation_merged'") == [stays.email])
        let successor = try await given.database.read { tx in
            try MergeOrganisations.successor(of: double.id, in: given.centre.id, tx)
        }
        #expect(successor == stays.id)
        #expect(try await merge(given, double.id, stays.id, by: given.mediator) == .notFound, "twice is once")
    }

    @Test(arguments: TestEngine.available)
    func onlyReviewersAndOnlyWithinTheCentre(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (one, two) = (try await given.organisation("Een"), try await given.organisation("Twee"))
        let elsewhere = try await given.organisation("Elders", in: given.other)
        let waiting = try await given.registeredOrganisation("Wacht")
        for (from, into, actor) in [
            (one.id, two.id, given.desk), (one.id, two.id, one.member), (one.id, one.id, given.mediator),
            (one.id, elsewhere.id, given.mediator), (elsewhere.id, one.id, given.mediator),
            (one.id, waiting.id, given.mediator),
        ] {
            #expect(try await merge(given, from, into, by: actor) == .notFound)
        }
        #expect(try await merge(given, waiting.id, one.id, by: given.mediator) == .merged, "the usual case")
    }

    /// A stranger registers a name that exists. The centre makes the two one, and he reads nothing.
    @Test(arguments: TestEngine.available)
    func whoeverNobodyApprovedStaysBehind(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let stays = try await given.organisation("Weekend")
        let fake = try await given.registeredOrganisation("Het Weekend")
        _ = try await given.database.write { tx in
            try tx(
                """
                insert into member_invitation (centre_id, organisation_id, email, email_key, name, role, created_at)
                values (\(given.centre.id), \(fake.id), 'a@b.example', 'a@b.example', '', 'owner', \(given.now))
                """)
        }
        let load = try await given.database.read { tx in
            try OrganisationQueries.find(fake.id, in: given.centre.id, tx).map {
                try MergeOrganisations.preview($0, in: given.centre.id, tx)
            }
        }
        #expect(load?.people.isEmpty == true && load?.strangers.map(\.account.email) == [fake.email])
        #expect(try await merge(given, fake.id, stays.id, by: given.mediator) == .merged)
        let members = try await given.database.read { tx in
            try OrganisationQueries.members(of: stays.id, in: given.centre.id, tx)
        }
        #expect(members.map(\.account.email) == [stays.email])
        #expect(try await given.count("mail", where: "kind = 'member_moved'") == 0)
        #expect(try await given.count("member_invitation") == 0)
        let session = try await given.session(of: fake.member)
        let found = try await given.database.read { tx in
            try Session.find(token: session.text, in: given.centre.id, now: given.now, tx)
        }
        #expect(found != nil && found?.0.organisation == nil)
    }

    @Test(arguments: TestEngine.available)
    func whoLooksLikeItIsFound(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        _ = try await given.organisation("Het Haverveldje")
        let stays = try await given.organisation("De Warme Pan")
        let double = try await given.registeredOrganisation("De warme pan")
        func found(_ words: String) async throws -> [ID<Organisation>] {
            try await given.database.read { tx in
                guard let organisation = try OrganisationQueries.find(double.id, in: given.centre.id, tx) else {
                    return []
                }
                return try MergeOrganisations.candidates(
                    for: organisation, matching: Folding.words(words), in: given.centre.id, tx
                ).map(\.id)
            }
        }
        #expect(try await found("").contains(stays.id))
        #expect(try await found("haver").count == 1)
        #expect(try await found("bestaat niet").isEmpty)
    }

    private func merge(
        _ given: Given, _ id: ID<Organisation>, _ other: ID<Organisation>, by actor: Actor
    ) async throws -> MergeOrganisations.Outcome {
        try await given.write(by: actor) { work in
            try MergeOrganisations.run(id, into: other, in: work)
        }
    }
}
