import Hummingbird
import SiteKit

/// The style guide exists in a demo only.
enum StyleGuideRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/stijlgids") { _, context in
            let visit = try context.visit
            guard visit.services.isDemo else { throw HTTPError(.notFound) }
            return visit.page(StyleGuidePage().html(visit))
        }
    }
}
