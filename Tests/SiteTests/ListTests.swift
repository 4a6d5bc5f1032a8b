import Foundation
import GivenCentre
import HTTPTypes
import TestSupport
import Testing
import VolunteerCentre

/// Lists with heads that order them and a file that takes them along.
@Suite struct ListTests {
    struct Centre {
        let client: SiteClient
        let member: Actor
        let lists: [(path: String, actor: Actor)]
    }

    private func centre(_ engine: TestEngine) async throws -> Centre {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let first = try await given.vacancy("Zanger", of: organisation)
        let second = try await given.vacancy("bakker", of: organisation)
        _ = try await given.queuedVacancy("Éclairs maken", of: organisation)
        for (name, vacancy) in [("Wim", first), ("anna", second), ("=1+1", first)] {
            _ = try await given.respond(given.response(name), to: vacancy)
        }
        for (name, vacancy) in [("Bram", first), ("ali", second)] {
            let volunteer = try await given.volunteer(name)
            _ = try await given.match(
                try await given.application(of: volunteer, to: vacancy), by: organisation.member)
        }
        _ = try await given.registeredOrganisation("Aan de slag")
        let lists = [
            ("/beheer/vacatures", organisation.member),
            ("/beheer/activiteit?lijst=zonder-account", organisation.member),
            ("/beheer/activiteit?lijst=vrijwilliger-match", organisation.member),
            ("/centrum/vacatures", given.administrator), ("/centrum/organisaties", given.administrator),
        ]
        return Centre(client: client, member: organisation.member, lists: lists)
    }

    private func rows(_ page: String) -> [String] {
        page.matches(of: /<th scope="row"[^>]*>(?:<a[^>]*>)?([^<]*)/).map { String($0.1) }
    }

    private func heads(_ page: String) -> [String] {
        page.matches(of: /<th scope="col"[^>]*><a href="([^"]*)"/).map {
            $0.1.replacingOccurrences(of: "&amp;", with: "&")
        }
    }

    @Test(arguments: TestEngine.available)
    func everyHeadOrdersItsListBothWays(_ engine: TestEngine) async throws {
        let centre = try await centre(engine)
        for (path, actor) in centre.lists {
            let page = try await centre.client.get(path, as: actor).text
            let heads = heads(page)
            #expect(heads.count >= 4, "\(path) has \(heads)")
            for head in heads {
                let one = try await centre.client.get(head, as: actor)
                let again = try #require(
                    self.heads(one.text).first { $0.contains("volgorde") && $0 != head && sameKey($0, head) }, "\(head)"
                )
                let other = try await centre.client.get(again, as: actor)
                #expect(one.status == 200 && other.status == 200)
                #expect(one.text.contains("aria-sort=") && other.text.contains("aria-sort="), "\(head)")
                #expect(rows(one.text).sorted() == rows(page).sorted() && rows(one.text).count > 1, "\(head)")
                let ways = Set(
                    [one.text, other.text].compactMap { $0.firstMatch(of: /aria-sort="(\w+)"/).map { String($0.1) } })
                #expect(ways == ["ascending", "descending"], "\(head)")
            }
        }
        let titles = try await centre.client.get("/beheer/vacatures?volgorde=titel", as: centre.member).text
        #expect(rows(titles) == ["bakker", "Éclairs maken", "Zanger"])
        let back = try await centre.client.get("/beheer/vacatures?volgorde=-titel", as: centre.member).text
        #expect(rows(back) == ["Zanger", "Éclairs maken", "bakker"])
        let names = try await centre.client.get(
            "/beheer/activiteit?lijst=vrijwilliger-match&volgorde=-naam", as: centre.member
        ).text
        #expect(rows(names) == ["Bram", "ali"])
        let odd = try await centre.client.get("/beheer/vacatures?volgorde=search_text;drop", as: centre.member)
        #expect(odd.status == 200 && rows(odd.text).count == 3 && !odd.text.contains("aria-sort"))
    }

    private func sameKey(_ a: String, _ b: String) -> Bool {
        func key(_ address: String) -> Substring? { address.firstMatch(of: /volgorde=-?(\w+)/)?.1 }
        return key(a) == key(b)
    }

    @Test(arguments: TestEngine.available)
    func theFileHoldsTheWholeListInItsOrderAndNothingElse(_ engine: TestEngine) async throws {
        let centre = try await centre(engine)
        let given = centre.client.given
        let other = try await given.organisation("De buren")
        _ = try await given.vacancy("Geheim van de buren", of: other)
        for (path, actor) in centre.lists {
            let page = try await centre.client.get(path, as: actor).text
            let link = try #require(page.firstMatch(of: /<p class="list-file"><a href="([^"]*)" download>/)).1
            let file = try await centre.client.get(link.replacingOccurrences(of: "&amp;", with: "&"), as: actor)
            #expect(file.status == 200 && file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.cacheControl]?.contains("no-store") == true)
            let lines = file.text.split(separator: "\r\n")
            #expect(lines.count == rows(page).count + 1, "\(path): \(lines)")
            #expect(actor == given.administrator || !file.text.contains("Geheim"))
        }
        let found = try await centre.client.get("/beheer/vacatures?q=bak&bestand=csv&volgorde=titel", as: centre.member)
        #expect(found.text.contains("bakker;Online;") && !found.text.contains("Zanger"))
        let people = try await centre.client.get(
            "/beheer/activiteit?lijst=zonder-account&bestand=csv", as: centre.member)
        #expect(people.text.contains("'=1+1") && people.headers[.contentDisposition]?.contains("reacties-") == true)
    }

    @Test(arguments: TestEngine.available)
    func aFileHasMoreThanAPageAndWhoTakesPeopleAlongStandsInTheLog(_ engine: TestEngine) async throws {
        let centre = try await centre(engine)
        let given = centre.client.given
        let before = try await centre.client.get("/centrum/logboek", as: given.administrator).text
        #expect(!before.contains("Een lijst met mensen als bestand meegenomen"))
        let organisation = try await given.organisation("De groten")
        for number in 1...23 { _ = try await given.vacancy("Taak \(number)", of: organisation) }
        let page = try await centre.client.get("/beheer/vacatures?volgorde=-titel", as: organisation.member).text
        let next = try #require(page.firstMatch(of: /rel="next" href="([^"]*)"/)).1
        #expect(rows(page).count == 20 && next.contains("volgorde=-titel") && next.contains("pagina=2"))
        let file = try await centre.client.get("/beheer/vacatures?bestand=csv&pagina=2", as: organisation.member)
        #expect(file.text.split(separator: "\r\n").count == 24)
        _ = try await centre.client.get("/beheer/activiteit?bestand=csv", as: centre.member)
        let log = try await centre.client.get("/centrum/logboek", as: given.administrator).text
        #expect(log.contains("Een lijst met mensen als bestand meegenomen"))
    }
}
