import HTML
import SiteKit

extension Visit {
    /// The way to a record by its name, in the words of an organisation.
    func theirLink(_ path: String, _ name: String) -> HTML { "<a href=\"\(link(path))\"\(theirs)>\(name)</a>" }
}
