import GivenCentre
import SQL
import VolunteerCentre

/// A response, its match, and whether a vacancy is still right: what an organisation does with them.
extension AccessRow {
    static let applications: [AccessRow] = [
        .get("/beheer/klopt-dit-nog", .members(200)),
        .post("/beheer/klopt-dit-nog", .members(200)) { _ in
            "/beheer/klopt-dit-nog"
        } fields: { world, _ in
            [("klopt-\(try await world.client.given.vacancy(of: world.owner))", "right")]
        },
        .post("/beheer/reacties/{application}/bericht", .owner(303)) {
            "/beheer/reacties/\(try await $0.accountApplication())/bericht"
        } fields: { world, _ in
            [("bericht", "Kom je dinsdag?"), ("zegel", world.client.seal())]
        },
        .post("/beheer/reacties/{application}/bericht/terug", .owner(303)) {
            "/beheer/reacties/\(try await $0.written(by: \.owner.member))/bericht/terug"
        } fields: { world, _ in
            [("terug", try await world.lastMessage())]
        },
        .post("/beheer/reacties/{application}/afwijzen", .owner(303)) {
            "/beheer/reacties/\(try await $0.accountApplication())/afwijzen"
        } fields: { _, _ in
            [("waarom", "filled"), ("reden", "Helaas, vol.")]
        },
        .post("/beheer/reacties/{application}/terugdraaien", .owner(303)) {
            "/beheer/reacties/\(try await $0.accountApplication())/terugdraaien"
        },
        .post("/beheer/reacties/{application}/stap/terug", .owner(303)) {
            "/beheer/reacties/\(try await $0.application())/stap/terug"
        },
        .post("/beheer/reacties/{application}/stap", .owner(303)) {
            "/beheer/reacties/\(try await $0.application())/stap"
        } fields: { _, _ in
            [("stap", "called")]
        },
        .post("/beheer/reacties/{application}/oppakken", .owner(303)) {
            "/beheer/reacties/\(try await $0.application())/oppakken"
        },
        .post("/beheer/reacties/{application}/gegevens", .owner(303)) {
            "/beheer/reacties/\(try await $0.notedApplication())/gegevens"
        } fields: { _, _ in
            [("naam", "Jan Peters")]
        },
        .post("/beheer/reacties/{application}/link", .owner(303)) {
            "/beheer/reacties/\(try await $0.application())/link"
        },
        .post("/beheer/matches/{match}/begin", .owner(303)) {
            "/beheer/matches/\(try await $0.match())/begin"
        } fields: { _, _ in
            [("begin", "2026-12-02")]
        },
        .get("/beheer/reacties/{application}/match", .owner(200)) {
            "/beheer/reacties/\(try await $0.accountApplication())/match"
        },
        .post("/beheer/reacties/{application}/match", .owner(303)) {
            "/beheer/reacties/\(try await $0.accountApplication())/match"
        } fields: { _, _ in
            [("begin", "2026-12-01")]
        },
        .get("/beheer/vacatures/{vacancy}/uitnodigen", .owner(200)) {
            "/beheer/vacatures/\(try await $0.queued())/uitnodigen"
        },
        .post("/beheer/vacatures/{vacancy}/uitnodigen", .owner(303)) {
            "/beheer/vacatures/\(try await $0.matchedVacancy())/uitnodigen"
        } fields: { world, _ in
            [("wie", world.volunteer.id.description), ("bericht", "Weer mee?")]
        },
        .post("/beheer/matches/{match}/einde", .owner(303)) {
            "/beheer/matches/\(try await $0.match())/einde"
        } fields: { _, _ in
            [("einde", "")]
        },
        .post("/beheer/matches/{match}/doorgaan", .owner(303)) {
            "/beheer/matches/\(try await $0.match())/doorgaan"
        },
        .post("/beheer/matches/{match}/terugdraaien", .owner(303)) {
            "/beheer/matches/\(try await $0.match())/terugdraaien"
        },
        .get("/beheer/vrijwilligers/{volunteer}", .owner(200)) {
            _ = try await $0.accountApplication()
            return "/beheer/vrijwilligers/\($0.volunteer.id)"
        },
        .get("/beheer/vacatures/{vacancy}/reactie-noteren", .owner(200)) {
            "/beheer/vacatures/\(try await $0.client.given.vacancy(of: $0.owner))/reactie-noteren"
        },
        .post("/beheer/vacatures/{vacancy}/reactie-noteren", .owner(303)) {
            "/beheer/vacatures/\(try await $0.client.given.vacancy(of: $0.owner))/reactie-noteren"
        } fields: { world, _ in
            [("hoe", "phone"), ("naam", "Jan"), ("zegel", world.client.seal())]
        },
    ]
}
