import Foundation
import Postgres
package import SQL
import SQLite

/// The engines to run a test on: `@Test(arguments: TestEngine.available)`.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// PostgreSQL takes part when `SCHAKEL_TEST_POSTGRES` holds the address of a server whose user may make databases;
    /// `bin/test` always sets it.
    package static let available: [TestEngine] = serverURL == nil ? [.sqlite] : allCases

    static let serverURL = ProcessInfo.processInfo.environment["SCHAKEL_TEST_POSTGRES"].flatMap {
        $0.isEmpty ? nil : $0
    }

    /// A new database with the migrations applied, for one test. It is removed some time after the last reference is
    /// gone.
    package func database(migrations: [Migration]) async throws -> any Database {
        let template = try await TemplateStore.shared.template(self, migrations)
        switch self {
        case .sqlite: return try TemporarySQLite(copying: template)
        case .postgres: return try await TemporaryPostgres(copying: template)
        }
    }
}
