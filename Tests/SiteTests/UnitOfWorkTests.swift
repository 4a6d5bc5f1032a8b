import Foundation
import GivenCentre
import Testing

/// There is one way into a use case, and nobody passes by it.
@Suite struct UnitOfWorkTests {
    /// A unit is made where the engine may run the closure again, and in the demo's one long transaction.
    @Test func unitsAreMadeInFewPlaces() throws {
        let makers = Set(
            try SourceFile.all(under: "Sources").filter { $0.text.contains("UnitOfWork(") }.map {
                $0.path.split(separator: "/").last.map(String.init) ?? ""
            })
        #expect(
            makers == [
                "UnitOfWork.swift", "Workroom.swift", "CreateCentre.swift", "LoadDemo.swift", "GenerateDemo.swift",
            ])
    }

    /// What the unit carries is not handed over beside it.
    @Test func useCasesTakeNothingBesideIt() throws {
        let functions = try SourceFile.all(under: "Sources/Domain").filter { !$0.path.hasSuffix("/Workroom.swift") }
            .flatMap {
                file in
                file.text.matches(of: /func \w+(?:<[^>]*>)?\(([^{]*?)\)/).map { (file.path, String($0.output.1)) }
            }
        let units = functions.filter { $0.1.contains("UnitOfWork") }
        #expect(units.count > 100)
        for (path, parameters) in units {
            #expect(
                !parameters.contains(/\b(?:Actor|Mails|Transaction|RandomBytes)\b|: ID<Centre>/),
                "\(path): \(parameters)"
            )
        }
        for (path, parameters) in functions where parameters.contains("Transaction") {
            #expect(!parameters.contains(/\bactor: Actor\b/), "\(path): \(parameters)")
        }
    }

    /// A route writes in somebody's name; only the door itself notes that a session was seen and which hat it wears.
    @Test func routesWriteThroughIt() throws {
        let writers = try SourceFile.all(under: "Sources/Site").filter { $0.text.contains("database.write") }
        let door = "Sources/Site/SiteKit/FrontDoor/"
        #expect(writers.map(\.path) == [door + "FrontDoor.swift", door + "Hats.swift"])
    }
}

/// What may be done is said by the policies, to use cases and to pages alike.
@Suite struct PolicyTests {
    @Test func pagesAndRoutesDecideNothing() throws {
        let files = try SourceFile.all(under: "Sources/Site")
        for file in files {
            for match in file.text.matches(
                of: /\w+\??\.(?:state(?: [!=]= \.\w+|\.next\b|\.isOpen\b)|membership\.role\b)/)
            {
                Issue.record("\(file.path) looks at \(match.output) itself")
            }
        }
        #expect(files.contains { $0.text.contains("acts.contains(.") })
    }
}
