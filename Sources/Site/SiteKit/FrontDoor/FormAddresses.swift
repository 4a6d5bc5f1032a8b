import Hummingbird

/// An address that only takes forms leads to the page that the form stands on: people reload it, come Back to it, or keep it
/// from the bar of their browser after a page that said what was wrong.
enum FormAddresses {
    /// To be called when all other routes are there.
    static func add(to router: Router<SiteContext>) {
        let pages = Set(router.routes.filter { $0.method == .get }.map { "\($0.path)" })
        for route in router.routes where route.method == .post && !pages.contains("\(route.path)") {
            var above = "\(route.path)".split(separator: "/")
            while !above.isEmpty, !pages.contains("/" + above.joined(separator: "/")) { above.removeLast() }
            let depth = above.count
            router.get(route.path) { request, context in
                let kept = request.uri.path.split(separator: "/").prefix(depth)
                return try context.visit.redirect("/" + kept.joined(separator: "/"))
            }
        }
    }
}
