import Composition
import Films
import GivenCentre
import SQL
import Time
import VolunteerCentre

extension AccessRow {
    static let doubles: [AccessRow] = [
        .get("/centrum/profielen/{volunteer}", .reviewers(200)) {
            "/centrum/profielen/\(try await $0.client.given.volunteer().id)"
        },
        .post("/centrum/profielen/{volunteer}", .reviewers(303)) {
            "/centrum/profielen/\(try await $0.client.given.volunteer("Zonder Wijziging").id)"
        } fields: { _, _ in
            [("naam", "Anders"), ("email", "zonder-wijziging@mail.example")]
        },
        .get("/centrum/dubbele-profielen", .ownReviewers(200)),
        .get("/centrum/dubbele-profielen/samengevoegd", .ownReviewers(200)),
        .get("/centrum/dubbele-profielen/vergelijken", .ownReviewers(303)),
        .get("/centrum/dubbele-profielen/{stays}/{goes}", .reviewers(200)) { try await $0.double() },
        .post("/centrum/dubbele-profielen/{stays}/{goes}", .reviewers(303)) {
            try await $0.double()
        } fields: { world, _ in
            [("gezien", try await world.seenOfDouble())]
        },
        .post("/centrum/dubbele-profielen/{stays}/{goes}/twee-mensen", .reviewers(303)) {
            try await $0.double() + "/twee-mensen"
        },
        .post("/centrum/dubbele-profielen/samengevoegd/{merge}/terug", .ownReviewers(303)) { _ in
            "/centrum/dubbele-profielen/samengevoegd/1/terug"
        },
    ]

    static let departments: [AccessRow] = [
        .get("/centrum/instellingen/zoeken", .ownAdministrators(200)),
        .post("/centrum/instellingen/zoeken/woord", .ownAdministrators(303)) { _ in
            "/centrum/instellingen/zoeken/woord"
        } fields: { _, _ in
            [("woord", "prutsel"), ("betekent", "Dieren")]
        },
        .post("/centrum/instellingen/zoeken", .ownAdministrators(303)) { _ in
            "/centrum/instellingen/zoeken"
        } fields: { _, _ in
            [("synoniemen", "maatje buddy")]
                + ["interesse", "activiteit", "dagdeel", "inzet", "aanbod", "afstand"].map { ("gewicht-" + $0, "20") }
        },
        .get("/centrum/instellingen/coach", .ownAdministrators(200)),
        .post("/centrum/instellingen/coach", .ownAdministrators(303)) { _ in
            "/centrum/instellingen/coach"
        } fields: { _, _ in
            [("regel", "task"), ("gezien", "")]
        },
        .get("/centrum/instellingen/buren", .ownAdministrators(200)),
        .post("/centrum/instellingen/buren", .ownAdministrators(303)) { _ in
            "/centrum/instellingen/buren"
        } fields: { _, _ in
            [("centrum", "2")]
        },
        .get("/beheer/organisatie/vakanties", .members(200)),
        .post("/beheer/organisatie/vakanties", .members(303)) { _ in
            "/beheer/organisatie/vakanties"
        } fields: { _, _ in
            [("van", "2026-12-21"), ("tot", "2027-01-03")]
        },
        .post("/beheer/organisatie/vakanties/{holiday}/weg", .owner(303)) {
            "/beheer/organisatie/vakanties/\(try await $0.holiday(of: $0.owner.member))/weg"
        },
        .get("/beheer/organisatie/afdelingen", .members(200)),
        .post("/beheer/organisatie/afdelingen", .members(303)) { _ in
            "/beheer/organisatie/afdelingen"
        } fields: { world, role in
            [("afdeling", "Groen \(world.client.given.newKey().prefix(6)) \(role)")]
        },
        .post("/beheer/organisatie/afdelingen/{department}", .owner(303)) {
            "/beheer/organisatie/afdelingen/\(try await $0.department())"
        } fields: { world, _ in
            [("afdeling", "Sport \(world.client.given.newKey().prefix(6))")]
        },
        .post("/beheer/organisatie/afdelingen/{department}/weg", .owner(303)) {
            "/beheer/organisatie/afdelingen/\(try await $0.department())/weg"
        },
        .post("/beheer/organisatie/mensen/{account}/afdeling", .owner(303)) {
            "/beheer/organisatie/mensen/\($0.owner.member.account?.number ?? 0)/afdeling"
        },
        .get("/beheer/organisatie/mensen/{account}/overdragen", .owner(200)) {
            "/beheer/organisatie/mensen/\(try await $0.editor())/overdragen"
        },
        .post("/beheer/organisatie/mensen/{account}/overdragen", .owner(303)) {
            "/beheer/organisatie/mensen/\(try await $0.editor())/overdragen"
        } fields: { _, _ in
            [("aan", "iedereen")]
        },
        .post("/beheer/vacatures/{vacancy}/aanspreekpunt", .owner(303)) {
            "/beheer/vacatures/\(try await $0.queued())/aanspreekpunt"
        },
    ]

    static let centreRules: [AccessRow] = [
        .get("/films/{film}/{file}", .everybody(200, elsewhere: 404)) { try await $0.film() },
        .get("/centrum/films", .ownAdministrators(200)),
        .post("/centrum/films", .ownAdministrators(303)) { _ in
            "/centrum/films"
        } fields: { _, _ in
            [("titel", "Zo werkt het"), ("plek", "questions"), ("adres", "https://films.example/1")]
        },
        .post("/centrum/films/{film}/weg", .administrators(303)) {
            "/centrum/films/" + (try await $0.film().split(separator: "/")[1]) + "/weg"
        },
        .get("/centrum/vakanties", .ownAdministrators(200)),
        .post("/centrum/vakanties", .ownAdministrators(303)) { _ in
            "/centrum/vakanties"
        } fields: { _, _ in
            [("van", "2026-12-21"), ("tot", "2027-01-03")]
        },
        .post("/centrum/vakanties/{holiday}/weg", .administrators(303)) {
            "/centrum/vakanties/\(try await $0.holiday(of: $0.client.given.administrator))/weg"
        },
        .post("/centrum/vacatures/{vacancy}/in-de-kijker", .reviewers(303)) {
            "/centrum/vacatures/\(try await $0.client.given.vacancy(of: $0.owner))/in-de-kijker"
        } fields: { _, _ in
            [("kijker", "1")]
        },
        .post("/centrum/organisaties/{organisation}/namens", .reviewers(303)) {
            "/centrum/organisaties/\($0.owner.id)/namens"
        },
        .get("/centrum/organisaties/{organisation}/samenvoegen", .reviewers(200)) {
            "/centrum/organisaties/\($0.owner.id)/samenvoegen"
        },
        .post("/centrum/organisaties/{organisation}/samenvoegen", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.registered())/samenvoegen"
        } fields: { world, _ in
            [("met", "\(world.second.id)")]
        },
        .post("/centrum/organisaties/{organisation}/consulent", .reviewers(303)) {
            "/centrum/organisaties/\($0.owner.id)/consulent"
        } fields: { world, _ in
            [("consulent", "\(world.client.given.mediator.account?.number ?? 0)")]
        },
        .post("/centrum/medewerkers/{account}/afwezig", .administrators(303)) {
            "/centrum/medewerkers/\($0.client.given.mediator.account?.number ?? 0)/afwezig"
        },
        .get("/centrum/activiteit", .ownStaff(200)),
        .post("/centrum/organisaties/{organisation}/vragen", .reviewers(303)) {
            "/centrum/organisaties/\(try await $0.registered())/vragen"
        } fields: { _, _ in
            [("vraag", "Wat doen jullie precies?")]
        },
        .post("/centrum/namens/stoppen", .ownStaff(303)),
        .get("/centrum/bewaartermijnen", .ownAdministrators(200)),
        .post("/centrum/bewaartermijnen", .ownAdministrators(303)) { _ in
            "/centrum/bewaartermijnen"
        } fields: { _, _ in
            RetentionRule.allCases.map { ($0.rawValue, String($0.standardDays)) } + [("doe", "bewaar")]
        },
        .get("/centrum/teksten", .ownAdministrators(200)),
        .get("/centrum/teksten/nieuwe-pagina", .ownAdministrators(200)),
        .post("/centrum/teksten/nieuwe-pagina", .ownAdministrators(303)) { _ in
            "/centrum/teksten/nieuwe-pagina"
        } fields: { _, _ in
            [("titel", "Over ons"), ("tekst", "Wij zijn er.")]
        },
        .get("/centrum/teksten/{kind}/{name}", .ownAdministrators(200)) { _ in "/centrum/teksten/mail/password_reset" },
        .get("/centrum/teksten/{kind}/{name}/versies", .ownAdministrators(200)) { _ in
            "/centrum/teksten/pagina/privacy/versies"
        },
        .post("/centrum/teksten/{kind}/{name}", .ownAdministrators(303)) { _ in
            "/centrum/teksten/pagina/handleiding"
        } fields: { _, _ in
            [("titel", "Handleiding"), ("tekst", "Vraag het ons."), ("doe", "bewaar")]
        },
    ]
}

extension AccessWorld {
    /// The address of a film of this centre.
    func film() async throws -> String {
        let (given, bytes) = (client.given, [UInt8](repeating: 0, count: 4) + Array("ftypisom----".utf8))
        let films = try await given.write(by: given.administrator) { work in
            for old in try Film.all(in: given.centre.id, work.tx) {
                _ = try ChangeFilms.remove(old.id, in: work)
            }
            _ = try ChangeFilms.add(
                "Film", .file(bytes, captions: "WEBVTT\n\n00:00.000 --> 00:01.000\nDag"), at: .questions, in: work)
            return try Film.all(in: given.centre.id, work.tx)
        }
        guard let film = films.last, case .file(let hash, _, _) = film.source else { throw Given.Unexpected(films) }
        return "/films/\(film.id)/\(hash).mp4"
    }

    /// Days on which nobody is there.
    func holiday(of actor: Actor) async throws -> ID<Holiday> {
        let given = client.given
        let day = given.centre.today(given.now).adding(days: 40)
        return try await given.write(by: actor) { work in
            _ = try ChangeHolidays.add(from: day, to: day, in: work)
            var organisation: ID<Organisation>?
            if case .member(let id) = actor.role { organisation = id }
            let ahead = try Holiday.ahead(of: organisation, in: given.centre.id, today: day, work.tx)
            guard let holiday = ahead.first else { throw Given.Unexpected(ahead) }
            return holiday.id
        }
    }

    /// A department of the owner's organisation.
    func department() async throws -> ID<Department> {
        let (given, name) = (client.given, "Groen \(client.given.newKey().prefix(6))")
        let all = try await given.write(by: owner.member) { work in
            _ = try ChangeDepartments.add(name, in: work)
            return try Department.all(of: owner.id, in: given.centre.id, work.tx)
        }
        guard let department = all.first(where: { $0.name == name }) else { throw Given.Unexpected(all) }
        return department.id
    }

    /// A page of information that this centre added.
    func addedPage() async throws -> String {
        let (given, wording) = (client.given, OwnText.Wording(title: "Over ons", body: "Wij zijn er.", button: ""))
        let outcome = try await given.write(by: given.administrator) { work in
            try AddPage.run(wording, in: work)
        }
        guard case .added(let name) = outcome else { throw Given.Unexpected(outcome) }
        return "/info/" + name
    }
}
