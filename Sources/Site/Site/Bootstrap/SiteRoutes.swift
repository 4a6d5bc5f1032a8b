import Hummingbird

/// Every route of the site, by audience. The contract test of access walks `router.routes`.
enum SiteRoutes {
    static func router(_ services: Services) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        PublicRoutes.add(to: router)
        RespondRoutes.add(to: router)
        RegisterRoutes.add(to: router)
        LogInRoutes.add(to: router)
        ActionLinkRoutes.add(to: router)
        PersonRoutes.add(to: router.group("/account", context: PersonContext.self))
        RespondWithAccountRoutes.add(
            to: router.group("/vacatures/{vacancy}/reageren/met-account", context: VolunteerContext.self))
        VolunteerRoutes.add(to: router.group("/mijn", context: VolunteerContext.self))
        OrganisationRoutes.add(to: router.group("/beheer", context: MemberContext.self))
        CentreRoutes.add(to: router.group("/centrum", context: StaffContext.self))
        return router
    }
}
