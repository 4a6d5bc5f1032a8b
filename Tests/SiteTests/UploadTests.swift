import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import VolunteerCentre

@testable import Site
@testable import SiteKit

/// A picture on its way from a form to the pages of visitors.
@Suite struct UploadTests {
    private let picture = PNG.picture(width: 400, height: 300)

    private func address(_ text: String) -> String? {
        text.firstMatch(of: /src=["'](\/media\/[^"']+)["']/).map { String($0.output.1) }
    }

    @Test(arguments: TestEngine.available)
    func aLogoIsSeenByVisitors(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        let fields = world.organisationFields(.member)
        let saved = try await client.post(
            "/beheer/organisatie", fields, file: ("logo", picture), as: world.owner.member)
        #expect(saved.status == 303)
        let page = try await client.get(try await world.openVacancy())
        let address = try #require(self.address(page.text))
        let answer = try await client.get(address)
        #expect(answer.status == 200 && answer.headers[.contentType] == "image/webp")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        for wrong in [
            address.replacing("-page", with: "-huge").replacing("-card", with: "-huge"),
            address.replacing(/\/[0-9a-f]{32}-/, with: "/00000000000000000000000000000000-"), address + "x",
        ] {
            #expect(try await client.get(wrong).status == 404, "\(wrong)")
        }
        #expect(try await client.get(address, host: client.given.other.host).status == 404)
        // Saving without a new file keeps the logo; ticking the box takes it away.
        let form = try await client.get("/beheer/organisatie", as: world.owner.member)
        let id = try #require(form.text.firstMatch(of: /name="logo-id" value="(\d+)"/)).output.1
        _ = try await client.post("/beheer/organisatie", fields + [("logo-id", String(id))], as: world.owner.member)
        #expect(try await client.get(try await world.openVacancy()).text.contains("/media/"))
        _ = try await client.post(
            "/beheer/organisatie", fields + [("logo-id", String(id)), ("logo-weg", "1")], as: world.owner.member)
        #expect(try await client.get(try await world.openVacancy()).text.contains("/media/") == false)
    }

    /// Another organisation cannot put this one's picture on its own pages by its number.
    @Test(arguments: TestEngine.available)
    func picturesBelongToTheirOrganisation(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let world = try await AccessWorld(client)
        _ = try await client.post(
            "/beheer/organisatie", world.organisationFields(.member), file: ("logo", picture), as: world.owner.member)
        _ = try await client.post(
            "/beheer/organisatie", world.organisationFields(.otherMember) + [("logo-id", "1")], as: world.second.member)
        #expect(try await client.given.count("organisation", where: "logo_id is not null") == 1)
    }

    /// What is wrong with the file is said beside it, and what was typed is still there.
    @Test func refusedFilesKeepTheForm() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let answer = try await client.post(
            "/beheer/vacatures/nieuw", world.vacancyFields(.member), file: ("foto", Array("<svg onload=x>".utf8)),
            as: world.owner.member)
        #expect(answer.status == 422 && answer.text.contains("id=\"foto-error\""))
        #expect(answer.text.contains("value=\"Kok gezocht\""))
        #expect(try await client.given.count("vacancy", where: "title = 'Kok gezocht'") == 0)
    }

    /// As large as the documented proxies let through: said beside the field, with all that was typed.
    @Test(arguments: [19, 21, 63])
    func aHugePhotographKeepsTheForm(_ megabytes: Int) async throws {
        let client = try await SiteClient()
        let organisation = try await client.given.organisation()
        let file = [UInt8](repeating: 0xff, count: megabytes * 1024 * 1024)
        let answer = try await client.post(
            "/beheer/vacatures/nieuw", [("titel", "Kok gezocht"), ("zegel", client.seal())], file: ("foto", file),
            as: organisation.member)
        #expect(answer.status == 422 && answer.text.contains("15 MB") && answer.text.contains("value=\"Kok gezocht\""))
        // Why it was not taken can be read later too, by the organisation and by the centre.
        for (path, actor) in [
            ("/beheer/organisatie", organisation.member),
            ("/centrum/organisaties/\(organisation.id)", client.given.administrator),
        ] {
            let page = try await client.get(path, as: actor)
            #expect(page.text.contains("Een foto is niet overgenomen:") && page.text.contains("15 MB"), "\(path)")
        }
    }

    /// An error elsewhere does not lose the picture: browsers do not fill in files again.
    @Test func aPictureSurvivesAnErrorElsewhere() async throws {
        let client = try await SiteClient()
        let world = try await AccessWorld(client)
        let fields = world.vacancyFields(.member)
        let first = try await client.post(
            "/beheer/vacatures/nieuw", fields.filter { $0.0 != "titel" } + [("foto-alt", "Een pan")],
            file: ("foto", picture), as: world.owner.member)
        #expect(first.status == 422)
        let id = try #require(first.text.firstMatch(of: /name="foto-id" value="(\d+)"/)).output.1
        let second = try await client.post(
            "/beheer/vacatures/nieuw", fields + [("foto-alt", "Een pan"), ("foto-id", String(id))],
            as: world.owner.member)
        #expect(second.status == 303)
        #expect(
            try await client.given.count("vacancy", where: "picture_alt = 'Een pan' and picture_id is not null") == 1)
    }
}
