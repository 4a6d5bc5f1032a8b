import Composition
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// The site of an installation that lacks a capability: everything else is there, and nothing leads to what is not.
@Suite struct CapabilityPagesTests {
    @Test func theSiteServesWithoutFilms() async throws {
        let whole = try await SiteClient()
        let fewer = try await SiteClient(capabilities: .all.without("films"))
        for path in ["/centrum/teksten", "/faq", "/inschrijven"] {
            let actor: (SiteClient) -> Actor? = { path.hasPrefix("/centrum") ? $0.given.administrator : nil }
            let (with, without) = (
                try await whole.get(path, as: actor(whole)), try await fewer.get(path, as: actor(fewer))
            )
            #expect(with.status == 200 && without.status == 200, "\(path)")
            #expect(!without.text.contains("/centrum/films") && !without.text.contains("class=\"films\""), "\(path)")
        }
        #expect(try await whole.get("/centrum/teksten", as: whole.given.administrator).text.contains("/centrum/films"))
        #expect(try await whole.get("/centrum/films", as: whole.given.administrator).status == 200)
        #expect(try await fewer.get("/centrum/films", as: fewer.given.administrator).status == 404)
        #expect(try await fewer.get("/films/1/abc.mp4").status == 404)
    }

    /// Every capability of pages is one of the domain, and no two have one path in a menu.
    @Test func setsAndMenusFit() {
        let names = PageSets.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSubset(of: Capabilities.all.list.map(\.name)))
        let paths = PageSets.all.flatMap(\.menu).map(\.path)
        #expect(Set(paths).count == paths.count && paths.count > 10)
    }

    /// Each page of the settings has the tabs of all, with itself marked, and is for administrators.
    @Test func settingsHaveTheirTabs() async throws {
        let client = try await SiteClient()
        let given = client.given
        let tabs = PageSets.all.flatMap(\.settings)
        #expect(Set(tabs.map(\.path)).count == tabs.count && tabs.count > 4)
        for tab in tabs {
            let answer = try await client.get(tab.path, as: given.administrator)
            #expect(answer.status == 200, "\(tab.path)")
            for other in tabs {
                let mark = other.path == tab.path ? " aria-current=\"page\"" : ""
                #expect(answer.text.contains("<a href=\"\(other.path)\"\(mark)>"), "\(other.path) on \(tab.path)")
            }
            #expect(try await client.get(tab.path, as: given.mediator).status == 404, "\(tab.path)")
        }
    }
}
