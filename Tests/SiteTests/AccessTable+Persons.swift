import GivenCentre
import HTTPTypes
import SQL
import VolunteerCentre

extension AccessRow {
    /// What concerns everybody who is signed in.
    static let persons: [AccessRow] = [
        .get("/account", .signedIn(200, visitor: 401)),
        .get("/account/kies", .signedIn(200, visitor: 401)),
        .post("/account/kies", .owner(303)) { _ in
            "/account/kies"
        } fields: { world, _ in
            [("organisatie", world.owner.id.description)]
        },
        .get("/account/adres", .signedIn(200, visitor: 401)),
        .post("/account/adres", .signedIn(303, visitor: 401)) { _ in
            "/account/adres"
        } fields: { world, role in
            [("email", "nieuw." + world.email(role)), ("wachtwoord", AccessWorld.password)]
        },
        .post("/account/naam", .ownStaff(303)) { _ in
            "/account/naam"
        } fields: { _, _ in
            [("naam", "Yusuf A.")]
        },
        .post("/account/sessies", .signedIn(303, visitor: 401)),
        .get("/account/vrijwilliger", .signedIn(200, visitor: 401, volunteers: 303)),
        .post("/account/vrijwilliger", .signedIn(303, visitor: 401)),
        .post("/account/antwoorden", .signedIn(303, visitor: 401)) { _ in
            "/account/antwoorden"
        } fields: { _, _ in
            [("interesse", "taal")]
        },
    ]
}
