import VolunteerCentre

/// The log-ins of a demo, shown on its log-in page and by `bin/run`. They exist in demos only.
package enum DemoLogIns {
    package static let password = "samen voor de buurt"

    package struct Entry: Sendable {
        package let email: String
        package let role: String
    }

    package static func of(_ centre: String) -> [Entry] {
        switch centre {
        case "borne":
            [
                Entry(email: "marjan@wijkrijk.example", role: "beheerder van het steunpunt"),
                Entry(email: "yusuf@wijkrijk.example", role: "bemiddelaar"),
                Entry(email: "balie@wijkrijk.example", role: "balievrijwilliger"),
                Entry(email: weekend, role: "contactpersoon van Weekend"),
                Entry(email: "fatma@vrijwilliger.example", role: "vrijwilliger"),
            ]
        case "hasselt":
            [
                Entry(email: "lieve@punt-hasselt.example", role: "beheerder van het vrijwilligerspunt"),
                Entry(email: "mehdi@punt-hasselt.example", role: "bemiddelaar"),
                Entry(email: "loket@punt-hasselt.example", role: "loketvrijwilliger"),
                Entry(email: "tine@vrijwilliger.example", role: "vrijwilliger"),
            ]
        default: []
        }
    }

    package static let weekend = "ilse@weekend-borne.example"
}
