import GivenCentre
import HTTPTypes
import Hummingbird
import TestSupport
import Testing
import Time
import VolunteerCentre

@testable import Site
@testable import SiteKit

@Suite struct AccessTests {
    @Test func everyRouteHasARow() async throws {
        let client = try await SiteClient()
        let routes = Set(
            FrontDoor.router(client.services).routes.filter { $0.method != .head }.map { "\($0.method) \($0.path)" })
        let rows = AccessRow.all.map { "\($0.method) \($0.route)" }
        #expect(routes.subtracting(rows).isEmpty, "routes without a row: \(routes.subtracting(rows).sorted())")
        #expect(
            Set(rows).subtracting(routes).isEmpty, "rows without a route: \(Set(rows).subtracting(routes).sorted())")
        #expect(rows.count == Set(rows).count)
    }

    /// The rightful role first, on real data; then all others, on data that is as real.
    @Test(arguments: TestEngine.available)
    func everyRoleGetsWhatTheTableSays(_ engine: TestEngine) async throws {
        let world = try await AccessWorld(try await SiteClient(engine, isDemo: true))
        for row in AccessRow.all {
            let order = AccessRole.allCases.sorted { a, b in row.access[a] < 400 && row.access[b] >= 400 }
            #expect(row.access[order[0]] < 400, "\(row.route): nobody may come here")
            for role in order {
                let answer = try await ask(row, world, as: world.actor(role), role)
                #expect(answer.status == row.access[role], "\(row.method) \(row.route) as \(role)")
                if answer.status >= 400 { #expect(answer.isPage, "\(row.method) \(row.route) as \(role)") }
                if answer.status == 401 { #expect(answer.text.contains("name=\"wachtwoord\"")) }
            }
        }
    }

    /// A session belongs to one centre: at the other's address it opens nothing.
    @Test(arguments: TestEngine.available)
    func sessionsOfAnotherCentreAreNone(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine, isDemo: true)
        let world = try await AccessWorld(client)
        for row in AccessRow.all where row.route.hasPrefix("/beheer") || row.route.hasPrefix("/centrum") {
            let answer = try await ask(row, world, as: client.given.stranger, .visitor, host: client.given.centre.host)
            #expect(answer.status == 401, "\(row.method) \(row.route)")
            #expect(!answer.text.contains("administrator van hasselt"))
        }
    }

    @Test(arguments: TestEngine.available)
    func refusedRequestsChangeNothing(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine, isDemo: true)
        let untouched = try await client.given.contents()
        let world = try await AccessWorld(client)
        #expect(try await client.given.contents() != untouched, "a change is seen")
        for row in AccessRow.all where row.method == .post {
            for role in AccessRole.allCases where row.access[role] == 401 || row.access[role] == 404 {
                let path = try await row.path(world)
                let fields = try await row.fields(world, role)
                let actor = world.actor(role)
                // The session of the asker is made before, so that everything can be compared.
                let token = try await client.signIn(actor)
                let before = try await client.given.contents()
                let answer = try await client.post(path, fields, as: actor, token: token)
                let after = try await client.given.contents()
                let changed = before.keys.filter { before[$0] != after[$0] }.sorted()
                #expect(answer.status >= 400 && changed.isEmpty, "\(row.route) as \(role) changed \(changed)")
            }
        }
    }

    /// What looks and then writes: everything that can be sent, by who may, many times in one moment. Nobody gets an error page.
    @Test(.enabled(if: TestEngine.available.contains(.postgres)))
    func everythingAtOnceIsNoError() async throws {
        let client = try await SiteClient(.postgres, isDemo: true)
        let world = try await AccessWorld(client)
        for row in AccessRow.all where row.method == .post {
            let role = try #require(
                [AccessRole.member, .administrator, .volunteer, .visitor].first { row.access[$0] < 400 }, "\(row.route)"
            )
            let (path, fields) = (try await row.path(world), try await row.fields(world, role))
            let actor = world.actor(role)
            client.clock.now = client.clock.now.adding(.minutes(15))
            let token = try await client.signIn(actor)
            // A password takes a second of a core here.
            let isHashed = fields.contains { $0.0.contains("wachtwoord") }
            let before = try await client.given.counts()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<(isHashed ? 4 : 30) {
                    group.addTask { try await client.post(path, fields, as: actor, token: token).status }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(statuses.allSatisfy { $0 < 500 }, "\(row.route) as \(role): \(statuses)")
            // The same form is one thing, however often and however closely it is sent.
            let after = try await client.given.counts()
            for table in [
                "application", "vacancy", "organisation", "match", "department", "holiday", "favourite", "saved_search",
            ] {
                let made = (after[table] ?? 0) - (before[table] ?? 0)
                #expect(made <= 1, "\(row.route) made \(made) of \(table)")
            }
        }
    }

    /// And everything beside everything else, by everybody: no two routes wait for each other for ever, and none trips over another.
    @Test(.enabled(if: TestEngine.available.contains(.postgres)), arguments: 1...3)
    func everyRouteBesideEveryOtherIsNoError(_ round: Int) async throws {
        let client = try await SiteClient(.postgres, isDemo: true)
        let world = try await AccessWorld(client)
        var asked: [(row: AccessRow, path: String, fields: [(String, String)], actor: Actor?, token: Token?)] = []
        for role in AccessRole.allCases {
            let actor = world.actor(role)
            let token = try await client.signIn(actor)
            // A password takes a second of a core here; who logs out is out.
            for row in AccessRow.all where row.method == .post && row.access[role] < 400 && row.route != "/uitloggen" {
                let (path, fields) = (try await row.path(world), try await row.fields(world, role))
                guard !fields.contains(where: { $0.0.contains("wachtwoord") }) else { continue }
                asked += Array(repeating: (row, path, fields, actor, token), count: 2)
            }
        }
        asked.shuffle()
        for start in stride(from: 0, to: asked.count, by: 60) {
            let part = asked[start..<min(start + 60, asked.count)]
            client.clock.now = client.clock.now.adding(.minutes(15))
            try await withThrowingTaskGroup(of: (String, Int).self) { group in
                for one in part {
                    group.addTask {
                        let answer = try await client.post(one.path, one.fields, as: one.actor, token: one.token)
                        return (one.row.route, answer.status)
                    }
                }
                for try await (route, status) in group { #expect(status < 500, "\(route): \(status)") }
            }
        }
    }

    private func ask(
        _ row: AccessRow, _ world: AccessWorld, as actor: Actor?, _ role: AccessRole, host: String? = nil
    ) async throws -> Answer {
        let path = try await row.path(world)
        // Each a quarter of an hour later, so that the limits of one address are not what is measured.
        world.client.clock.now = world.client.clock.now.adding(.minutes(15))
        return row.method == .post
            ? try await world.client.post(path, try await row.fields(world, role), as: actor, host: host)
            : try await world.client.get(path, as: actor, host: host)
    }
}
