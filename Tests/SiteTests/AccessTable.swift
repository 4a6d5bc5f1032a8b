import GivenCentre
import HTTPTypes
import SQL
import VolunteerCentre

/// One route: a real address for it, what a form sends there, and what each role gets. A new route needs a row here.
struct AccessRow: Sendable {
    let method: HTTPRequest.Method
    let route: String
    let access: Access
    let path: @Sendable (AccessWorld) async throws -> String
    let fields: @Sendable (AccessWorld, AccessRole) async throws -> [(String, String)]

    static func get(
        _ route: String, _ access: Access, _ path: (@Sendable (AccessWorld) async throws -> String)? = nil
    ) -> AccessRow {
        AccessRow(method: .get, route: route, access: access, path: path ?? { _ in route }, fields: { _, _ in [] })
    }

    static func post(
        _ route: String, _ access: Access, _ path: (@Sendable (AccessWorld) async throws -> String)? = nil,
        fields: @escaping @Sendable (AccessWorld, AccessRole) async throws -> [(String, String)] = { _, _ in [] }
    ) -> AccessRow {
        AccessRow(method: .post, route: route, access: access, path: path ?? { _ in route }, fields: fields)
    }

    // Last the persons: there everybody becomes a volunteer beside what she is.
    static let all: [AccessRow] =
        publicSite + forms + logIn + organisations + applications + vacancyLife + volunteers + centre + departments
        + centreRules + doubles
        + outbox
        + persons

    private static let publicSite: [AccessRow] = [
        .get("/", .everybody(200)), .get("/vacatures", .everybody(200)), .get("/faq", .everybody(200)),
        .get("/past-bij-jou", .everybody(200)),
        .post("/past-bij-jou", .everybody(303)) { _ in "/past-bij-jou" },
        .get("/past-bij-jou/{answers}", .everybody(200, elsewhere: 410)) { $0.sealedAnswers() },
        .post("/past-bij-jou/bewaren", .everybody(200)) { _ in "/past-bij-jou/bewaren" },
        .get("/tot-ziens", .everybody(200)),
        .get("/handleiding", .everybody(200)), .get("/handleiding.pdf", .everybody(200)),
        .get("/kaart/{service}/{zoom}/{x}/{y}", .everybody(200, elsewhere: 404)) { try await $0.mapTile() },
        .get("/vacatures.atom", .everybody(200)), .get("/vacatures/kaart.json", .everybody(200)),
        .get("/vacatures/woorden.json", .everybody(200)),
        .get("/sitemap.xml", .everybody(200)), .get("/robots.txt", .everybody(200)),
        .get("/.well-known/security.txt", .everybody(200)), .get("/privacy", .everybody(200)),
        .get("/toegankelijkheid", .everybody(200)),
        .get("/info/{page}", .everybody(200, elsewhere: 404)) { try await $0.addedPage() },
        .get("/stijlgids", .everybody(200)),
        .get("/theme/{name}", .everybody(200)) { _ in "/theme/1f5f4ff0a13a.css" },
        .get("/media/{upload}/{file}", .everybody(200, elsewhere: 404)) { try await $0.picture() },
        .get("/vacatures/{vacancy}", .everybody(200, elsewhere: 404)) { try await $0.openVacancy() },
        .get("/organisaties/{organisation}", .everybody(200, elsewhere: 404)) {
            "/organisaties/\($0.owner.id)-de-warme-pan"
        },
    ]

    private static let forms: [AccessRow] = [
        .get("/vacatures/{vacancy}/reageren", .everybody(200, elsewhere: 404, volunteers: 303)) {
            try await $0.openVacancy() + "/reageren"
        },
        .get("/vacatures/{vacancy}/bedankt", .everybody(200, elsewhere: 404)) {
            try await $0.openVacancy() + "/bedankt"
        },
        .get("/vacatures/{vacancy}/reageren/zonder-account", .everybody(200, elsewhere: 404)) {
            try await $0.openVacancy() + "/reageren/zonder-account"
        },
        .get("/inschrijven/vrijwilliger/bedankt", .everybody(200)),
        .post("/inschrijven/vrijwilliger", .everybody(303)) { _ in
            "/inschrijven/vrijwilliger"
        } fields: { world, role in
            [("naam", "Piet"), ("email", world.email(role)), ("zegel", world.client.seal())]
        },
        .post("/vacatures/{vacancy}/reageren/zonder-account", .everybody(303, elsewhere: 404)) {
            try await $0.openVacancy() + "/reageren/zonder-account"
        } fields: { world, _ in
            [("naam", "Piet"), ("email", "piet@mail.example"), ("zegel", world.client.seal())]
        },
        .get("/inschrijven", .everybody(200)), .get("/inschrijven/vrijwilliger", .everybody(200)),
        .get("/inschrijven/organisatie", .everybody(200)), .get("/inschrijven/organisatie/bedankt", .everybody(200)),
        .post("/inschrijven/organisatie", .everybody(303)) { _ in
            "/inschrijven/organisatie"
        } fields: {
            $0.organisationFields($1)
        },
    ]

    private static let logIn: [AccessRow] = [
        .get("/inloggen", .signedIn(303, visitor: 200)),
        .post("/inloggen", .everybody(303)) { _ in
            "/inloggen"
        } fields: {
            [("email", $0.email($1)), ("wachtwoord", AccessWorld.password)]
        },
        .post("/uitloggen", .everybody(303)), .get("/wachtwoord/vergeten", .everybody(200)),
        .post("/wachtwoord/vergeten", .everybody(303)) { _ in
            "/wachtwoord/vergeten"
        } fields: {
            [("email", $0.email($1))]
        },
        .get("/wachtwoord/verstuurd", .everybody(200)),
        // Who has the link has the right; a link of another centre is no link.
        .get("/wachtwoord/instellen/{token}", .everybody(200, elsewhere: 410)) {
            "/wachtwoord/instellen/\(try await $0.token())"
        },
        .post("/wachtwoord/instellen/{token}", .everybody(303, elsewhere: 410)) {
            "/wachtwoord/instellen/\(try await $0.token())"
        } fields: { _, _ in
            [("wachtwoord", AccessWorld.password)]
        },
    ]

    private static let organisations: [AccessRow] = [
        .get("/beheer", .members(200)), .get("/beheer/activiteit", .members(200)),
        .get("/beheer/wachtrij", .members(200)), .get("/beheer/zoeken", .members(200)),
        .get("/beheer/vacatures", .members(200)),
        .get("/beheer/vacatures/nieuw", .members(200)) { "/beheer/vacatures/nieuw?zegel=\($0.client.seal())" },
        .get("/beheer/organisatie", .members(200)), .get("/beheer/organisatie/mensen", .members(200)),
        .post("/beheer/organisatie/mensen", .members(303)) { _ in
            "/beheer/organisatie/mensen"
        } fields: { _, _ in
            [("naam", "Nieuw"), ("email", "collega@pan.example"), ("rol", "editor")]
        },
        .get("/beheer/organisatie/mensen/{account}", .owner(200)) {
            "/beheer/organisatie/mensen/\($0.owner.member.account?.number ?? 0)"
        },
        .post("/beheer/organisatie/mensen/{account}", .owner(303)) {
            "/beheer/organisatie/mensen/\($0.owner.member.account?.number ?? 0)"
        } fields: { _, _ in
            [("naam", "Anna de Vries")]
        },
        .post("/beheer/organisatie/mensen/uitnodigingen/{invitation}/weg", .owner(303)) {
            "/beheer/organisatie/mensen/uitnodigingen/\(try await $0.memberInvitation())/weg"
        },
        .post("/beheer/organisatie/mensen/{account}/weg", .owner(303)) {
            "/beheer/organisatie/mensen/\(try await $0.editor())/weg"
        },
        .get("/beheer/reacties/{application}", .owner(200)) { "/beheer/reacties/\(try await $0.application())" },
        .get("/beheer/vacatures/{vacancy}", .owner(200)) { "/beheer/vacatures/\(try await $0.queued())" },
        .get("/beheer/vacatures/{vacancy}/bewerken", .owner(200)) {
            "/beheer/vacatures/\(try await $0.returned())/bewerken"
        },
        .post("/beheer/vacatures/nieuw", .members(303)) { _ in
            "/beheer/vacatures/nieuw"
        } fields: {
            $0.vacancyFields($1)
        },
        .post("/beheer/vacatures/{vacancy}/bewerken", .owner(303)) {
            "/beheer/vacatures/\(try await $0.returned())/bewerken"
        } fields: {
            $0.vacancyFields($1) + [("versie", "2")]
        },
        .post("/beheer/organisatie", .members(303)) { _ in
            "/beheer/organisatie"
        } fields: {
            $0.organisationFields($1)
        },
    ]

    private static let vacancyLife: [AccessRow] = [
        .post("/beheer/vacatures/concept", .members(303)) { _ in
            "/beheer/vacatures/concept"
        } fields: {
            $0.vacancyFields($1)
        },
        .post("/beheer/vacatures/voorbeeld", .members(200)) { _ in
            "/beheer/vacatures/voorbeeld"
        } fields: {
            $0.vacancyFields($1)
        },
        .post("/beheer/vacatures/{vacancy}/concept", .owner(303)) {
            "/beheer/vacatures/\(try await $0.returned())/concept"
        } fields: {
            $0.vacancyFields($1) + [("versie", "2")]
        },
        .get("/beheer/vacatures/{vacancy}/beheer", .owner(200)) { "/beheer/vacatures/\(try await $0.queued())/beheer" },
        .post("/beheer/vacatures/{vacancy}/archief", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/archief"
        },
        .post("/beheer/vacatures/{vacancy}/opnieuw", .owner(303)) {
            "/beheer/vacatures/\(try await $0.archived())/opnieuw"
        },
        .post("/beheer/vacatures/{vacancy}/kopie", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/kopie"
        } fields: { world, _ in
            [("zegel", world.client.seal())]
        },
        .post("/beheer/vacatures/{vacancy}/archief/terugdraaien", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/archief/terugdraaien"
        },
        .get("/beheer/vacatures/{vacancy}/bedanken", .owner(200)) {
            "/beheer/vacatures/\(try await $0.queued())/bedanken"
        },
        .post("/beheer/vacatures/{vacancy}/bedanken", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/bedanken"
        } fields: { _, _ in
            [("wie", "1.0"), ("waarom", "filled"), ("reden", "Dank je wel.")]
        },
        .post("/beheer/vacatures/{vacancy}/bedanken/terugdraaien", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/bedanken/terugdraaien"
        },
        .get("/beheer/vacatures/{vacancy}/verwijderen", .owner(200)) {
            "/beheer/vacatures/\(try await $0.queued())/verwijderen"
        },
        .post("/beheer/vacatures/{vacancy}/verwijderen", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/verwijderen"
        },
        // Who has the link has the right; a link of another centre is no link.
        .get("/actie/{token}", .everybody(200, elsewhere: 410)) { "/actie/\(try await $0.reactivation())" },
        .post("/actie/{token}", .everybody(200, elsewhere: 410)) { "/actie/\(try await $0.reactivation())" },
        .get("/actie/gesproken/{token}", .everybody(200, elsewhere: 410)) {
            "/actie/gesproken/\(try await $0.waiting())"
        },
        .get("/vacatures/{vacancy}/poster", .everybody(200, elsewhere: 404)) {
            try await $0.openVacancy() + "/poster"
        },
        .get("/vacatures/{vacancy}/poster.pdf", .everybody(200, elsewhere: 404)) {
            try await $0.openVacancy() + "/poster.pdf"
        },
        .get("/vacatures/lijst", .everybody(200)), .get("/vacatures/lijst.pdf", .everybody(200)),
        .get("/vacatures/lijst.txt", .everybody(200)),
        .get("/actie/klopt/{token}", .everybody(200, elsewhere: 410)) { "/actie/klopt/\(try await $0.asked())" },
        .get("/actie/veranderd/{token}", .everybody(200, elsewhere: 410)) {
            "/actie/veranderd/\(try await $0.asked())"
        },
        .get("/actie/vervuld/{token}", .everybody(200, elsewhere: 410)) { "/actie/vervuld/\(try await $0.asked())" },
        .get("/actie/stopt/{token}", .everybody(200, elsewhere: 410)) { "/actie/stopt/\(try await $0.asked())" },
        .get("/actie/nee/{token}", .everybody(200, elsewhere: 410)) { "/actie/nee/\(try await $0.waiting())" },
    ]

    private static let centre: [AccessRow] = [
        .get("/centrum", .ownStaff(200)), .get("/centrum/organisaties", .ownStaff(200)),
        .get("/centrum/vacatures", .ownStaff(200)), .get("/centrum/wacht-te-lang", .ownStaff(200)),
        .get("/centrum/verder-helpen", .ownStaff(200)),
        .get("/centrum/verder-helpen/{application}", .staff(200)) {
            "/centrum/verder-helpen/\(try await $0.handedBack())"
        },
        .post("/centrum/verder-helpen/{application}/geholpen", .staff(303)) {
            "/centrum/verder-helpen/\(try await $0.handedBack())/geholpen"
        },
        .get("/centrum/organisaties/{organisation}", .staff(200)) {
            "/centrum/organisaties/\(try await $0.registered())"
        },
        .post("/centrum/organisaties/{organisation}/accorderen", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.registered())/accorderen"
        },
        .post("/centrum/organisaties/{organisation}/afwijzen", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.registered())/afwijzen"
        } fields: { _, _ in
            [("reden", "Niet in Borne.")]
        },
        .get("/centrum/organisaties/{organisation}/gegevens", .reviewers(200)) {
            "/centrum/organisaties/\($0.owner.id)/gegevens"
        },
        .post("/centrum/organisaties/{organisation}/gegevens", .reviewers(303)) {
            "/centrum/organisaties/\($0.owner.id)/gegevens"
        } fields: { _, _ in
            [("naam", "De Warme Pan"), ("rechtsvorm", "stichting")]
        },
        .get("/centrum/organisaties/{organisation}/mensen/{account}", .reviewers(200)) {
            "/centrum/organisaties/\($0.owner.id)/mensen/\($0.owner.member.account?.number ?? 0)"
        },
        .post("/centrum/organisaties/{organisation}/mensen/{account}", .reviewers(303)) {
            "/centrum/organisaties/\($0.owner.id)/mensen/\($0.owner.member.account?.number ?? 0)"
        } fields: { world, _ in
            [("naam", "Anna de Vries"), ("email", world.owner.email)]
        },
        .post("/centrum/organisaties/{organisation}/uitnodiging", .reviewers(303)) {
            "/centrum/organisaties/\($0.owner.id)/uitnodiging"
        },
        .get("/centrum/vacatures/{vacancy}", .staff(200)) { "/centrum/vacatures/\(try await $0.queued())" },
        .post("/centrum/vacatures/{vacancy}/accorderen", .reviewers(303)) {
            "/centrum/vacatures/\(try await $0.queued())/accorderen"
        } fields: { _, _ in
            [("versie", "1")]
        },
        .post("/centrum/vacatures/{vacancy}/terugsturen", .reviewers(303)) {
            "/centrum/vacatures/\(try await $0.queued())/terugsturen"
        } fields: { _, _ in
            [("opmerking", "Waar?"), ("versie", "1")]
        },
        .post("/centrum/vacatures/{vacancy}/afwijzen", .reviewers(303)) {
            "/centrum/vacatures/\(try await $0.queued())/afwijzen"
        } fields: { _, _ in
            [("reden", "Betaald werk."), ("versie", "1")]
        },
    ]

    private static let outbox: [AccessRow] = [
        .get("/centrum/medewerkers", .ownAdministrators(200)),
        .post("/centrum/medewerkers", .ownAdministrators(303)) { _ in
            "/centrum/medewerkers"
        } fields: { _, _ in
            [("naam", "Nieuw"), ("email", "nieuw@borne.example"), ("rol", "desk")]
        },
        .post("/centrum/medewerkers/{account}/rol", .administrators(303)) {
            "/centrum/medewerkers/\($0.client.given.desk.account?.number ?? 0)/rol"
        } fields: { _, _ in
            [("rol", "desk")]
        },
        .post("/centrum/medewerkers/{account}/gemeenten", .administrators(303)) {
            "/centrum/medewerkers/\($0.client.given.mediator.account?.number ?? 0)/gemeenten"
        },
        .post("/centrum/medewerkers/{account}/weg", .administrators(303)) {
            "/centrum/medewerkers/\(try await $0.colleague())/weg"
        },
        .get("/centrum/instellingen", .ownAdministrators(200)),
        .post("/centrum/instellingen", .ownAdministrators(303)) { _ in
            "/centrum/instellingen"
        } fields: { world, _ in
            [
                ("antwoordtermijn", "14"), ("naam", "Centrum"), ("email", "info@x.example"), ("intro", "Welkom"),
                ("kleur", "#1f5f4f"),
                ("accent", "#f0a13a"), ("gezien", try await world.settings()),
            ]
        },
        .get("/centrum/logboek", .ownAdministrators(200)),
        .post("/centrum/organisaties/{organisation}/opschorten", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.suspendable())/opschorten"
        } fields: { _, _ in
            [("reden-opschorten", "Klachten.")]
        },
        .post("/centrum/organisaties/{organisation}/herstellen", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.suspendable())/herstellen"
        },
        .get("/centrum/postvak-uit", .ownAdministrators(200)),
        .get("/centrum/postvak-uit/voorbeelden", .ownAdministrators(200)),
        .get("/centrum/postvak-uit/{mail}", .administrators(200)) { "/centrum/postvak-uit/\(try await $0.mail())" },
        .get("/centrum/postvak-uit/{mail}/html", .administrators(200)) {
            "/centrum/postvak-uit/\(try await $0.mail())/html"
        },
        .post("/centrum/postvak-uit/opnieuw", .ownAdministrators(303)),
        .post("/centrum/postvak-uit/{mail}/opnieuw", .administrators(303)) {
            "/centrum/postvak-uit/\(try await $0.mail())/opnieuw"
        },
    ]
}
