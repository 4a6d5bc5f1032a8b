import GivenCentre
import HTTPTypes
import SQL
import VolunteerCentre

extension AccessRow {
    /// What volunteers have of their own, and the candidate pool on both sides.
    static let volunteers: [AccessRow] = [
        .get("/mijn/uitnodigingen/{invitation}", .ownVolunteer(200)) {
            "/mijn/uitnodigingen/\(try await $0.invitation())"
        },
        .post("/mijn/uitnodigingen/{invitation}/ja", .ownVolunteer(303)) {
            "/mijn/uitnodigingen/\(try await $0.invitation())/ja"
        },
        .post("/mijn/uitnodigingen/{invitation}/nee", .ownVolunteer(303)) {
            "/mijn/uitnodigingen/\(try await $0.invitation())/nee"
        },
        .get("/mijn/past-bij-mij", .volunteers(200)), .get("/mijn/bewaard", .volunteers(200)),
        .post("/mijn/past-bij-mij/mail", .volunteers(303)) { _ in
            "/mijn/past-bij-mij/mail"
        } fields: { _, _ in
            [("vaak", "daily")]
        },
        .get("/mijn/bewaard/{vacancy}/weg", .volunteers(303)) { _ in "/mijn/bewaard/1/weg" },
        .get("/mijn/bewaard/{vacancy}", .volunteers(303)) { _ in "/mijn/bewaard/999999" },
        .post("/mijn/bewaard/{vacancy}", .volunteers(303)) {
            "/mijn/bewaard/\(try await $0.client.given.vacancy(of: $0.owner))"
        },
        .post("/mijn/bewaard/{vacancy}/weg", .ownVolunteer(303)) { "/mijn/bewaard/\(try await $0.favourite())/weg" },
        .get("/mijn/zoekopdrachten", .volunteers(303)),
        .post("/mijn/zoekopdrachten", .volunteers(303)) { _ in
            "/mijn/zoekopdrachten"
        } fields: { _, _ in
            [("q", "koken"), ("vaak", "weekly")]
        },
        .get("/mijn/zoekopdrachten/{search}", .ownVolunteer(303)) {
            "/mijn/zoekopdrachten/\(try await $0.savedSearch())"
        },
        .post("/mijn/zoekopdrachten/{search}", .ownVolunteer(303)) {
            "/mijn/zoekopdrachten/\(try await $0.savedSearch())"
        } fields: { _, _ in
            [("vaak", "daily")]
        },
        .post("/mijn/zoekopdrachten/{search}/weg", .ownVolunteer(303)) {
            "/mijn/zoekopdrachten/\(try await $0.savedSearch())/weg"
        },
        .get("/mijn/gegevens", .volunteers(200)), .get("/mijn/gegevens/alles", .volunteers(200)),
        .get("/mijn/gegevens.json", .volunteers(200)), .get("/mijn/gegevens/verwijderen", .volunteers(200)),
        .get("/mijn/kandidatenbank", .volunteers(200)),
        .post("/mijn/kandidatenbank", .volunteers(303)) { _ in
            "/mijn/kandidatenbank"
        } fields: { _, _ in
            [("schuilnaam", "Zonnetje"), ("voorstellen", "Ik kook graag."), ("zeker", "1")]
        },
        .get("/mijn/kandidatenbank/uitnodigingen/{invitation}", .ownVolunteer(200)) {
            "/mijn/kandidatenbank/uitnodigingen/\(try await $0.poolInvitation())"
        },
        .post("/mijn/kandidatenbank/uitnodigingen/{invitation}", .ownVolunteer(303)) {
            "/mijn/kandidatenbank/uitnodigingen/\(try await $0.poolInvitation())"
        } fields: { _, _ in
            [("antwoord", "nu-niet")]
        },
        .post("/mijn/kandidatenbank/organisaties/{organisation}", .ownVolunteer(303)) {
            "/mijn/kandidatenbank/organisaties/\(try await $0.blocked())"
        },
        .post("/mijn/kandidatenbank/uit", .volunteers(303)),
        .get("/beheer/kandidaten", .members(200)),
        .get("/beheer/kandidaten/{candidate}", .members(200)) { "/beheer/kandidaten/\(try await $0.candidate())" },
        .post("/beheer/kandidaten/{candidate}/uitnodigen", .owner(303)) {
            "/beheer/kandidaten/\(try await $0.candidate())/uitnodigen"
        } fields: { world, _ in
            [("vacature", world.openVacancyNumber), ("bericht", "Kom je koken?")]
        },
        .get("/beheer/vacatures/{vacancy}/kandidaten", .owner(200)) {
            "/beheer/vacatures/\(try await $0.queued())/kandidaten"
        },
        // Not ticked: nobody of this test goes.
        .post("/mijn/gegevens/verwijderen", .volunteers(422)),
        .get("/mijn", .volunteers(200)), .get("/mijn/profiel", .volunteers(200)),
        .post("/mijn/profiel", .volunteers(303)) { _ in
            "/mijn/profiel"
        } fields: { _, _ in
            [("naam", "Happy Unjani")]
        },
        .get("/mijn/reacties/{application}", .ownVolunteer(200)) {
            "/mijn/reacties/\(try await $0.accountApplication())"
        },
        .post("/mijn/reacties/{application}/bericht", .ownVolunteer(303)) {
            "/mijn/reacties/\(try await $0.accountApplication())/bericht"
        } fields: { world, _ in
            [("bericht", "Ja!"), ("zegel", world.client.seal())]
        },
        .post("/mijn/reacties/{application}/bericht/terug", .ownVolunteer(303)) {
            "/mijn/reacties/\(try await $0.written(by: \.volunteer.actor))/bericht/terug"
        } fields: { world, _ in
            [("terug", try await world.lastMessage())]
        },
        .post("/mijn/reacties/{application}/intrekken", .ownVolunteer(303)) {
            "/mijn/reacties/\(try await $0.accountApplication())/intrekken"
        },
        .post("/mijn/reacties/{application}/terugdraaien", .ownVolunteer(303)) {
            "/mijn/reacties/\(try await $0.accountApplication())/terugdraaien"
        },
        .post("/mijn/reacties/{application}/geen-hulp", .ownVolunteer(303)) {
            "/mijn/reacties/\(try await $0.accountApplication())/geen-hulp"
        },
        .get("/vacatures/{vacancy}/reageren/met-account", .volunteers(200)) {
            try await $0.openVacancy() + "/reageren/met-account"
        },
        .post("/vacatures/{vacancy}/reageren/met-account", .volunteers(303)) {
            try await $0.openVacancy() + "/reageren/met-account"
        } fields: { world, _ in
            [("bericht", "Graag!"), ("zegel", world.client.seal())]
        },
    ]
}
