import Foundation
import GivenCentre
import HTTPTypes
import Localisation
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

@Suite struct LanguageTests {
    private func hrefs(_ text: String) -> [Substring] {
        text.matches(of: /<a [^>]*>/).compactMap { tag in
            tag.output.contains("hreflang=") ? nil : tag.output.firstMatch(of: /href="([^"]*)"/)?.output.1
        }
    }

    @Test func pagesSayTheirLanguage() async throws {
        let client = try await SiteClient()
        #expect(try await client.get("/").text.contains("<html lang=\"nl\""))
        #expect(try await client.get("/en").text.contains("<html lang=\"en\""))
        #expect(try await client.get("/", host: client.given.other.host).text.contains("<html lang=\"nl-BE\""))
        #expect(try await client.get("/en/", host: client.given.other.host).text.contains("<html lang=\"en\""))
        #expect(try await client.get("/english").status == 404)
    }

    @Test func underEnglishEverythingIsEnglish() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let vacancy = try await world.openVacancy()
        let pages: [(String, Actor?)] = [
            ("/", nil), ("/vacatures", nil), (vacancy, nil), (vacancy + "/reageren", nil),
            (vacancy + "/reageren/zonder-account", nil), ("/inschrijven/vrijwilliger", nil), ("/inloggen", nil),
            ("/faq", nil),
            ("/inschrijven", nil), ("/inschrijven/organisatie", nil), ("/privacy", nil), ("/toegankelijkheid", nil),
            ("/wachtwoord/vergeten", nil), ("/nergens", nil), ("/beheer", world.owner.member),
            ("/beheer/vacatures", world.owner.member),
            ("/beheer/vacatures/nieuw?zegel=\(client.seal())", world.owner.member),
            ("/beheer/organisatie", world.owner.member), ("/centrum", client.given.administrator),
            ("/centrum/postvak-uit", client.given.administrator),
        ]
        for (path, actor) in pages {
            let answer = try await client.get("/en" + (path == "/" ? "" : path), as: actor)
            #expect(answer.text.contains("<html lang=\"en\""), "\(path)")
            for href in hrefs(answer.text) where href.hasPrefix("/") {
                #expect(
                    href == "/en" || href.hasPrefix("/en/") || href.hasPrefix("/assets/"), "\(path) links to \(href)")
            }
            for action in answer.text.matches(of: /(?:form)?action="([^"]*)"/) {
                #expect(action.output.1.hasPrefix("/en"), "\(path) sends to \(action.output.1)")
            }
        }
        let dutch = try await client.get("/vacatures")
        #expect(hrefs(dutch.text).allSatisfy { !$0.hasPrefix("/en/") && $0 != "/en" })
    }

    /// A screen reader reads an organisation's Dutch words as Dutch, also on an English page.
    @Test func wordsOfPeopleKeepTheirLanguage() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let vacancy = try await world.openVacancy()
        let english = try await client.get("/en" + vacancy).text
        let heading = try #require(english.firstMatch(of: /<h1([^>]*)>/))
        #expect(heading.output.1.contains("lang=\"nl\""))
        #expect(english.contains("<p dir=\"auto\" lang=\"nl\">"))
        let home = try await client.get("/en").text
        // The centre's own welcome is Dutch: who reads English is welcomed in English.
        #expect(home.contains("<p class=\"lead\">Find something") && home.contains("<p dir=\"auto\" lang=\"nl\">"))
        let dutch = try await client.get(vacancy).text
        #expect(
            !dutch.replacing(/<a [^>]*lang="en"[^>]*>/, with: "").replacing(/<html[^>]*>/, with: "").contains(" lang="))
    }

    /// Every message that has Dutch words shows them on Dutch pages: English ids would show there as they are.
    @Test func redirectsKeepTheLanguage() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let logIn = try await client.post(
            "/en/inloggen", [("email", world.owner.email), ("wachtwoord", AccessWorld.password)])
        #expect(logIn.headers[.location] == "/en/beheer")
        let id = try await world.openVacancy()
        let short = id.split(separator: "-").first.map(String.init) ?? id
        let moved = try await client.get("/en" + short)
        #expect(moved.status == 301 && moved.headers[.location] == "/en" + id)
        #expect(try await client.post("/en/uitloggen").headers[.location] == "/en")
    }

    @Test func theLanguageSwitchLeadsToThisPage() async throws {
        let client = try await SiteClient()
        #expect(try await client.get("/vacatures?q=kok").text.contains("href=\"/en/vacatures?q=kok\""))
        #expect(try await client.get("/en/vacatures?q=kok").text.contains("href=\"/vacatures?q=kok\""))
        let hostile = try await client.get("/vacatures?q=%22%3E%3Cscript%3E\"><script>")
        #expect(!hostile.text.contains("<script>"))
    }
}
