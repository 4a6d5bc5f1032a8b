import GivenCentre
import HTTPTypes
import Hummingbird
import Testing

@testable import Site
@testable import SiteKit

/// Where redirects lead, read from the sources and looked for in the router.
@Suite struct AddressTests {
    @Test func everyAddressIsAPage() async throws {
        let client = try await SiteClient()
        let routes = FrontDoor.router(client.services).routes.filter { $0.method == .get }
            .map { "\($0.path)".split(separator: "/").map(String.init) }
        var found = 0
        for file in try SourceFile.all(under: "Sources/Site") {
            for match in file.text.matches(of: /\bAddress\("(\/[^"]*)"\)/) {
                found += 1
                // What is filled in is one segment; what is asked for stands behind the question mark.
                let path = match.output.1.replacing(/\\\(\w+\)/, with: "*").prefix { $0 != "?" }
                let segments = path.split(separator: "/").map(String.init)
                let leads = routes.contains { route in
                    route.count == segments.count
                        && zip(route, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") && $1 == "*" }
                }
                #expect(leads, "\(file.path): \(match.output.1)")
            }
        }
        #expect(found > 20)
    }

    /// Every path that stands in a page, a form, a handler or a mail is one of the router, or the beginning of one that goes
    /// on behind it; what stands behind a `+` is the end of one. A page that was renamed cannot be forgotten in a link.
    /// Methods do not count: a form's action may be for POST only.
    @Test func everyPathIsOneOfTheRouter() async throws {
        let client = try await SiteClient()
        let routes = Set(FrontDoor.router(client.services).routes.map { "\($0.path)" }).map {
            $0.split(separator: "/").map(String.init)
        }
        let elsewhere: Set<String> = ["assets", "en", "healthz", "readyz"]
        var found = 0
        for file in try SourceFile.all(under: "Sources/Site") + SourceFile.all(under: "Sources/Domain")
        where !file.path.contains("/StyleGuide/") && !file.path.contains("/Demo/") {
            for match in file.text.matches(of: /(.{0,9})"(\/[a-z][^"{\s]*)"/) {
                let before = match.output.1
                // The routes themselves.
                guard !before.hasSuffix(".get("), !before.hasSuffix(".post("), !before.hasSuffix("group(") else {
                    continue
                }
                let whole = match.output.2.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "*")
                let path = whole.prefix { $0 != "?" && $0 != "\\" && $0 != "#" }
                let segments = path.split(separator: "/").map(String.init)
                guard !elsewhere.contains(segments[0]) else { continue }
                found += 1
                let isThere = routes.contains { route in
                    let part = before.hasSuffix("+ ") ? route.suffix(segments.count) : route.prefix(segments.count)
                    return part.count == segments.count
                        && zip(part, segments).allSatisfy {
                            $0 == $1 || $0.hasPrefix("{") && $1.contains("*") || $0 == "{kind}"
                        }
                }
                #expect(isThere, "\(file.path): \(match.output.2)")
            }
        }
        #expect(found > 200)
    }

    /// A redirect that says something says it with a word of the page it leads to.
    @Test func nobodySaysItByHand() throws {
        for file in try SourceFile.all(under: "Sources/Site") where file.name != "Address.swift" {
            #expect(!file.text.contains("melding="), "\(file.path)")
            #expect(!file.text.contains("\"melding\""), "\(file.path)")
        }
    }
}
