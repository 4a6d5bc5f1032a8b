import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

import class GRDB.DatabaseQueue

@testable import SQLite

/// What happens a thousand times a day reads no table, and no day of one, from end to end.
@Suite struct StatementPlanTests {
    @Test func aResponseReadsWhatConcernsItAlone() async throws {
        let given = try await Given(.sqlite)
        let vacancy = try await given.vacancy(of: try await given.organisation())
        _ = try await given.application(to: vacancy)
        try await expectLookUps(given, by: .visitor(centre: given.centre)) { work in
            _ = try RespondAsGuest.run(given.response(), to: vacancy, in: work)
        }
        let volunteer = try await given.volunteer()
        try await expectLookUps(given, by: volunteer.actor) { work in
            var input = RespondWithAccount.Input()
            input.message = "Ik kook graag."
            input.submissionKey = "seal"
            _ = try RespondWithAccount.run(input, to: vacancy, in: work)
        }
    }

    /// Runs the use case, and asks the engine how it would look for each thing that was read.
    private func expectLookUps(
        _ given: Given, by actor: Actor, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        let path = try #require(given.database as? TemporarySQLite).path
        let plans = try await DatabaseQueue(path: path).write { db in
            let recorder = Recorder(SQLiteConnection(db))
            let tx = Transaction(recorder, counting: nil)
            try body(UnitOfWork(tx, by: actor, at: given.now, mails: given.mails))
            return try recorder.plans()
        }
        #expect(plans.count > 5, sourceLocation: sourceLocation)
        for (statement, step) in plans {
            // The columns that lead into the table, when it is not read from end to end.
            let keys = step.split(separator: "(").last.map { $0.prefix { $0 != ")" } } ?? ""
            let isDay = keys.hasPrefix("centre_id=? AND created_at>")
            let isWide = step.hasPrefix("SCAN ") || !keys.contains("=?") || isDay
            let isSmall = ["capability", "json_each", "CONSTANT"].contains { step.contains($0) }
            #expect(!isWide || isSmall, "\(step): \(statement)", sourceLocation: sourceLocation)
        }
    }
}

/// Passes statements on and keeps what they were.
private final class Recorder: Connection {
    let engine = Engine.sqlite
    private let inner: SQLiteConnection
    private var statements: [Statement] = []

    init(_ inner: SQLiteConnection) { self.inner = inner }

    func run(_ statement: Statement) throws(SQLError) -> (rows: [Row], affected: Int) {
        statements.append(statement)
        return try inner.run(statement)
    }

    func each(_ statement: Statement, _ body: (Row) throws -> Void) throws {
        statements.append(statement)
        try inner.each(statement, body)
    }

    func plans() throws -> [(statement: String, step: String)] {
        try statements.filter { !$0.text.hasPrefix("insert") }.flatMap { statement in
            let plan = Statement(text: "explain query plan " + statement.text, values: statement.values)
            return try inner.run(plan).rows.map { (statement.text, try $0["detail"] as String) }
                .filter { $0.1.hasPrefix("SCAN") || $0.1.hasPrefix("SEARCH") }
        }
    }
}
