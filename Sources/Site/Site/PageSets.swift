import FilmPages
import Hummingbird
import Localisation
package import SiteKit

/// The pages of the installation, a line for each capability that has some.
package enum PageSets {
    package static let all: [PageSet] = [.vacancyBank, .films]
}

extension PageSet {
    /// Today's audiences: visitors, volunteers, organisations, the centre.
    static let vacancyBank: PageSet = {
        var pages = PageSet("vacancy_bank")
        pages.routes = { router in
            PublicRoutes.add(to: router.site)
            RespondRoutes.add(to: router.site)
            RegisterRoutes.add(to: router.site)
            LogInRoutes.add(to: router.site)
            ActionLinkRoutes.add(to: router.site)
            StyleGuideRoutes.add(to: router.site)
            PersonRoutes.add(to: router.person)
            RespondWithAccountRoutes.add(
                to: router.site.group("/vacatures/{vacancy}/reageren/met-account", context: VolunteerContext.self))
            VolunteerRoutes.add(to: router.volunteer)
            OrganisationRoutes.add(to: router.organisation)
            CentreRoutes.add(to: router.centre)
        }
        pages.menu = [
            MenuEntry(.organisation, "/beheer", icon: "speedometer2", l10n("Dashboard")),
            MenuEntry(.organisation, "/beheer/vacatures", icon: "megaphone", l10n("Vacancies")),
            MenuEntry(.organisation, "/beheer/zoeken", icon: "search", l10n("Search")),
            MenuEntry(.organisation, "/beheer/organisatie", icon: "building", l10n("My organisation")),
            MenuEntry(.centre, "/centrum", icon: "inbox", l10n("Review queue")),
            MenuEntry(.centre, "/centrum/organisaties", icon: "building", l10n("Organisations")),
            MenuEntry(.centre, "/centrum/vacatures", icon: "megaphone", l10n("Vacancies")),
            MenuEntry(.centre, OverduePage.path, icon: "clock", l10n("Waiting too long")),
            MenuEntry(.centre, HandedBackPage.path, icon: "signpost-2", l10n("Still looking")),
            MenuEntry(.centre, DoublesPage.path, icon: "person-plus", l10n("Double profiles"), for: .reviewers),
            MenuEntry(.centre, "/centrum/activiteit", icon: "clock-history", l10n("Activity")),
            MenuEntry(
                .centre, "/centrum/postvak-uit", icon: "envelope-paper", l10n("Outbox"), for: .administrators),
            MenuEntry(.centre, "/centrum/medewerkers", icon: "people", l10n("Staff"), for: .administrators),
            MenuEntry(.centre, "/centrum/teksten", icon: "card-text", l10n("Texts"), for: .administrators),
            MenuEntry(.centre, "/centrum/instellingen", icon: "pencil", l10n("Settings"), for: .administrators),
            MenuEntry(.centre, "/centrum/logboek", icon: "file-earmark-text", l10n("Log"), for: .administrators),
        ]
        pages.settings = [.centre, .coach, .finding, .sharing, .holidays, .retention]
        return pages
    }()
}

extension FrontDoor {
    package init(services: Services) { self.init(services: services, signIn: SignInAgain.answer) }
}
