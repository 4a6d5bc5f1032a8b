import Composition
import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The catalogue of tables against the database, the documents and what erasing leaves.
@Suite struct DataTableTests {
    private let tables = Capabilities.all.tables

    private struct Column: Hashable {
        let table: String
        let name: String
    }

    /// Every table of a migrated database, with its columns, and where foreign keys lead.
    private func catalogue() async throws -> (columns: [Column], keys: [Column: String]) {
        let database = try await TestEngine.sqlite.database(migrations: Capabilities.all.migrations)
        return try await database.read { tx in
            var (columns, keys): ([Column], [Column: String]) = ([], [:])
            for row in try tx(
                """
                select t.name as name, c.name as column from sqlite_schema t join pragma_table_info(t.name) c
                where t.type = 'table' and t.name not like 'sqlite_%' order by t.name, c.cid limit 10000
                """)
            { columns.append(Column(table: try row["name"], name: try row["column"])) }
            for row in try tx(
                """
                select t.name as name, k."from" as column, k."table" as other from sqlite_schema t
                    join pragma_foreign_key_list(t.name) k
                where t.type = 'table' order by t.name, k.id limit 10000
                """)
            { keys[Column(table: try row["name"], name: try row["column"])] = try row["other"] }
            return (columns, keys)
        }
    }

    @Test func everyTableHasALine() async throws {
        let names = tables.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(try await catalogue().columns.map(\.table)))
    }

    /// A column that names a person, an organisation, a vacancy or anything that hangs on them.
    @Test func everyReferenceHasALine() async throws {
        let (columns, keys) = try await catalogue()
        let telling: Set<String> = ["account_id", "volunteer_id", "organisation_id", "vacancy_id", "application_id"]
        for column in columns where column.name != "centre_id" && column.name != "partner_id" {
            guard telling.contains(column.name) || keys[column] != nil && keys[column] != "centre" else { continue }
            // Its own key: a candidate is a volunteer.
            let lines = tables.first { $0.name == column.table }?.references.filter { $0.column == column.name } ?? []
            let isOfTheCentre = keys[column] == "centre" || column.name == "centre_id"
            #expect(lines.count == 1 || isOfTheCentre, "\(column.table).\(column.name) has \(lines.count) lines")
        }
        for table in tables {
            for reference in table.references {
                #expect(columns.contains(Column(table: table.name, name: reference.column)), "\(table.name)")
                #expect(tables.contains { $0.name == reference.table }, "\(table.name).\(reference.column)")
            }
        }
    }

    /// What hangs on a volunteer is read by her, under a heading that the record has.
    @Test func whatIsHersSheReads() {
        let sections = Set(PersonalRecord.Section.allCases.map(\.rawValue))
        let named = tables.compactMap { table -> String? in
            if case .under(let section) = table.exporting { section } else { nil }
        }
        #expect(Set(named) == sections && named.count == sections.count)
        for table in tables where table.references.contains(where: { $0.table == "volunteer" }) {
            #expect(table.exporting != .nowhere, "\(table.name)")
        }
    }

    @Test func termsAreKnown() {
        let rules = Set(RetentionRule.allCases.map(\.rawValue))
        let named = tables.flatMap { table -> [String] in
            if case .settings(let names) = table.term { names } else { [] }
        }
        #expect(Set(named) == rules)
    }

    /// docs/privacy.md names every table, and the same days.
    @Test func theDocumentNamesEveryTable() throws {
        let document = try String(contentsOfFile: Resources.repository + "/docs/privacy.md", encoding: .utf8)
        for table in tables {
            let lines = document.split(separator: "\n").filter { $0.contains("`\(table.name)`") }
            #expect(!lines.isEmpty, "\(table.name)")
            if case .days(let days) = table.term, days > 1 {
                #expect(lines.contains { $0.contains("\(days) days") }, "\(table.name): \(days) days")
            }
            if case .settings = table.term { #expect(lines.contains { $0.contains("(term") }, "\(table.name)") }
        }
    }

    /// Somebody who did all there is to do, and an organisation with all there is to have.
    private func world(_ engine: TestEngine) async throws -> (Given, GivenOrganisation, GivenVolunteer, ID<Vacancy>) {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let happy = try await given.volunteer()
        var answers = Answers()
        answers[.interest] = ["zorg"]
        try await given.keep(answers, by: happy.actor)
        try await given.join("Zonnetje", by: happy.actor)
        _ = try await given.invite(happy.id, for: vacancy, by: organisation.member)
        let response = try await given.application(of: happy, to: vacancy)
        _ = try await given.write("Dag", about: response, by: organisation.member)
        _ = try await given.match(response, by: organisation.member)
        _ = try await given.application(to: vacancy)
        _ = try await given.askColleague("bas@pan.example", by: organisation.member)
        var question = VacancyQuestion()
        question.words = "koken"
        _ = try await given.keepSearch(question, by: happy.actor)
        let code = try await given.code(of: happy.id)
        _ = try await given.write(by: organisation.member) { work in
            try FindCandidates.run("zon", found: [code], in: work)
        }
        _ = try await given.write(by: organisation.member) { work in
            try ViewCandidate.run(code, in: work)
        }
        return (given, organisation, happy, vacancy)
    }

    @Test(arguments: TestEngine.available)
    func aVacancyTakesAllThatHangsOnIt(_ engine: TestEngine) async throws {
        let (given, organisation, _, vacancy) = try await world(engine)
        #expect(try await given.count("action_link", where: "purpose = 'claim_application'") > 0)
        #expect(try await given.delete(vacancy, by: organisation.member))
        for table in ["application", "application_message", "match", "pool_invitation", "vacancy_version"] {
            #expect(try await given.count(table) == 0, "\(table)")
        }
        #expect(try await given.count("action_link", where: "purpose = 'claim_application'") == 0, "links too")
        #expect(try await given.dangling() == [])
        #expect(try await given.count("volunteer") == 1)
    }

    @Test(arguments: TestEngine.available)
    func aVolunteerTakesAllThatIsHers(_ engine: TestEngine) async throws {
        let (given, _, happy, _) = try await world(engine)
        _ = try await given.write(by: happy.actor) { work in
            try EraseVolunteer.run(happy.id, in: work)
        }
        for table in tables {
            for reference in table.references where reference.table == "volunteer" {
                let left: SQL = "\(name: reference.column) is not null"
                #expect(try await given.count(table.name, where: left) == 0, "\(table.name)")
            }
        }
        #expect(try await given.dangling() == [])
        #expect(try await given.count("account", where: "id = \(happy.actor.account)") == 0)
    }

    @Test(arguments: TestEngine.available)
    func mergingLeavesNothingBehind(_ engine: TestEngine) async throws {
        let (given, double, happy, _) = try await world(engine)
        let stays = try await given.organisation("De Andere Pan")
        let code = try await given.code(of: happy.id)
        // Both found her on the same day.
        _ = try await given.write(by: stays.member) { work in
            try FindCandidates.run("zon", found: [code], in: work)
        }
        let merged = try await given.write(by: given.mediator) { work in
            try MergeOrganisations.run(double.id, into: stays.id, in: work)
        }
        #expect(merged == .merged)
        #expect(try await given.dangling() == [])
        for table in tables {
            for reference in table.references
            where reference.table == "organisation" && reference.column != "from_id" {
                let old: SQL = "\(name: reference.column) = \(double.id)"
                #expect(try await given.count(table.name, where: old) == 0, "\(table.name)")
            }
        }
        #expect(try await given.count("candidate_found") == 1)
    }

    @Test(arguments: TestEngine.available)
    func aRefusedRegistrationTakesItsPeople(_ engine: TestEngine) async throws {
        let (given, organisation, _, _) = try await world(engine)
        try await given.database.write { tx in
            try tx("update organisation set state = 'rejected' where id = \(organisation.id)")
        }
        let erased = try await given.write(by: .system(centre: given.centre), at: given.now.adding(.days(1000))) {
            work in
            try EraseDue.run(.rejectedOrganisation, in: work)
        }
        #expect(erased == 1)
        #expect(try await given.dangling() == [])
        for table in ["organisation", "vacancy"] { #expect(try await given.count(table) == 0) }
    }
}
