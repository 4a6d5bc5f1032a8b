import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The parts of a large organisation: what carries their name, and who hears of it.
@Suite struct DepartmentTests {
    @Test(arguments: TestEngine.available)
    func mailGoesToTheDepartmentAndToWhoHasAll(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let city = try await given.organisation("Stad Borne")
        let (parks, sports) = (try await add(given, "Groen", city), try await add(given, "Sport", city))
        for (name, department) in [("groen", parks), ("sport", sports)] {
            let account = try await invite(given, "\(name)@stad.example", city)
            #expect(try await assign(given, account, department, city.member) == .done)
        }
        var content = given.content("Bomen planten")
        content.department = Department(id: parks, name: "Groen")
        let id = try await published(given, content, city)
        #expect(try await given.find(id)?.content.department == Department(id: parks, name: "Groen"))
        func told() async throws -> Set<String> {
            try await given.database.write { tx in try tx("delete from mail where kind = 'application_arrived'") }
            _ = try await given.application(to: id)
            return Set(try await given.texts("to_address", of: "mail", where: "kind = 'application_arrived'"))
        }
        #expect(try await told() == [city.email, "groen@stad.example"])
        let owner = try #require(city.member.account)
        #expect(try await assign(given, owner, sports, city.member) == .done)
        #expect(try await told() == ["groen@stad.example"])
        let removed = try await given.write(by: city.member) { work in
            try ChangeDepartments.remove(parks, in: work)
        }
        #expect(removed == .done)
        #expect(try await given.find(id)?.content.department == nil)
        #expect(try await told() == [city.email, "groen@stad.example", "sport@stad.example"])
    }

    @Test(arguments: TestEngine.available)
    func theNameStandsOnTheCardAndIsSearched(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let city = try await given.organisation("Stad Borne")
        let parks = try await add(given, "Groendienst", city)
        var content = given.content("Bomen planten")
        content.department = Department(id: parks, name: "Groendienst")
        _ = try await published(given, content, city)
        func found(_ word: String) async throws -> [String] {
            try await given.found(word).cards.elements.map(\.organisation)
        }
        #expect(try await found("groendienst") == ["Stad Borne, Groendienst"])
        let renamed = try await given.write(by: city.member) { work in
            try ChangeDepartments.rename(parks, "Plantsoenen", in: work)
        }
        #expect(renamed == .done)
        #expect(try await found("plantsoenen") == ["Stad Borne, Plantsoenen"])
        #expect(try await found("groendienst") == [])
    }

    /// A number of another organisation is nobody's.
    @Test(arguments: TestEngine.available)
    func departmentsOfOthersDoNotExist(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (city, other) = (try await given.organisation("Stad Borne"), try await given.organisation("Ander"))
        let theirs = try await add(given, "Groen", other)
        var content = given.content()
        content.department = Department(id: theirs, name: "Groen")
        let id = try await published(given, content, city)
        #expect(try await given.find(id)?.content.department == nil)
        let owner = try #require(city.member.account)
        #expect(try await assign(given, owner, theirs, city.member) == .notFound)
        let outcomes = try await given.write(by: city.member) { work in
            [
                try ChangeDepartments.rename(theirs, "X", in: work),
                try ChangeDepartments.remove(theirs, in: work),
            ]
        }
        #expect(outcomes == [.notFound, .notFound])
        let editor = try await invite(given, "redacteur@stad.example", city)
        let actor = Actor(centre: given.centre, account: editor, role: .member(city.id))
        let mine = try await given.write(by: actor) { work in
            try ChangeDepartments.add("Nieuw", in: work)
        }
        #expect(mine == .notFound, "an editor")
        let again = try await given.write(by: other.member) { work in
            try ChangeDepartments.add("GROEN", in: work)
        }
        #expect(again == .taken)
    }

    private func add(_ given: Given, _ name: String, _ organisation: GivenOrganisation) async throws -> ID<Department> {
        let outcome = try await given.write(by: organisation.member) { work in
            try ChangeDepartments.add(name, in: work)
        }
        guard outcome == .done else { throw Given.Unexpected(outcome) }
        let all = try await given.database.read { tx in try Department.all(of: organisation.id, in: given.centre.id, tx)
        }
        guard let department = all.first(where: { $0.name == name }) else { throw Given.Unexpected(all) }
        return department.id
    }

    private func invite(_ given: Given, _ email: String, _ organisation: GivenOrganisation) async throws -> ID<Account>
    {
        try #require(try await given.colleague(email, of: organisation).account)
    }

    private func assign(
        _ given: Given, _ account: ID<Account>, _ department: ID<Department>, _ actor: Actor
    ) async throws -> ChangeDepartments.Outcome {
        try await given.write(by: actor) { work in
            try ChangeDepartments.assign(account, to: department, in: work)
        }
    }

    private func published(
        _ given: Given, _ content: Vacancy.Content, _ organisation: GivenOrganisation
    ) async throws -> ID<Vacancy> {
        let outcome = try await given.submit(content, by: organisation.member)
        guard case .queued(let id) = outcome else { throw Given.Unexpected(outcome) }
        _ = try await given.review(.approve, id, by: given.mediator)
        return id
    }
}
