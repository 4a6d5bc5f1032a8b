package import HTML
package import Hummingbird
import Localisation
import VolunteerCentre

/// What a capability adds to the website: its routes, its entries in menus, and what it shows in the places that others keep
/// open. `PageSets` in Site has the list; nothing else names them all.
package struct PageSet: Sendable {
    /// The name of its capability.
    package let name: String
    package var routes: @Sendable (SiteRouter) -> Void = { _ in }
    package var menu: [MenuEntry] = []
    /// Its pages of a centre's settings.
    package var settings: [SettingsTab] = []
    package var slots: [Slot: @Sendable (Visit) async throws -> HTML] = [:]

    package init(_ name: String) { self.name = name }
}

/// The router of the site and its areas; the type of a group proves who is signed in.
package struct SiteRouter {
    package let site: Router<SiteContext>
    package let person: RouterGroup<PersonContext>
    package let volunteer: RouterGroup<VolunteerContext>
    package let organisation: RouterGroup<MemberContext>
    package let centre: RouterGroup<StaffContext>

    package init(_ router: Router<SiteContext>) {
        site = router
        person = router.group("/account", context: PersonContext.self)
        volunteer = router.group("/mijn", context: VolunteerContext.self)
        organisation = router.group("/beheer", context: MemberContext.self)
        centre = router.group("/centrum", context: StaffContext.self)
    }
}

/// A place on a page where capabilities show something of theirs.
package enum Slot: Sendable {
    /// Beside the choice between volunteer and organisation.
    case registration
    /// Below the frequently asked questions.
    case questions
    /// The buttons above the texts of a centre.
    case textActions
}

/// A line in the menu of an area.
package struct MenuEntry: Sendable {
    package enum Area: Sendable { case organisation, centre }

    /// Of the people of a centre, who may do something on the page.
    package enum Readers: Sendable { case everybody, reviewers, administrators }

    package let area: Area
    package let path: String
    package let icon: String
    package let label: StaticString
    package let readers: Readers

    package init(
        _ area: Area, _ path: String, icon: String, _ label: StaticString, for readers: Readers = .everybody
    ) {
        self.area = area
        self.path = path
        self.icon = icon
        self.label = label
        self.readers = readers
    }

    func isFor(_ role: StaffRole?) -> Bool {
        switch readers {
        case .everybody: true
        case .reviewers: role == .administrator || role == .mediator
        case .administrators: role == .administrator
        }
    }
}

extension Visit {
    /// What capabilities show here, in the order of their list.
    package func slot(_ slot: Slot) async throws -> HTML {
        var shown = HTML.empty
        for set in services.pageSets {
            if let part = set.slots[slot] { shown += try await part(self) }
        }
        return shown
    }

    package func menu(_ area: MenuEntry.Area) -> [AreaLayout.Item] {
        services.pageSets.flatMap(\.menu).filter {
            $0.area == area && $0.isFor(session?.staffRole)
        }.map { AreaLayout.Item(path: $0.path, icon: $0.icon, label: t.dynamic($0.label.description)) }
    }
}
